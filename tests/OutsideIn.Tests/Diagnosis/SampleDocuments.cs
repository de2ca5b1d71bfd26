using System.Reflection;
using OutsideIn.Diagnosis;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>Documents with a value in every property, made from the records' own shapes.</summary>
internal static class SampleDocuments
{
    public static DiagnosisDocument Filled() => (DiagnosisDocument)ValueOf(typeof(DiagnosisDocument), "document");

    private static object ValueOf(Type type, string name)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(string))
        {
            return $"{name} text";
        }

        if (bare == typeof(DateTimeOffset))
        {
            return new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
        }

        if (bare.IsPrimitive)
        {
            return bare == typeof(bool) ? true : bare == typeof(double) ? 0.25 : Convert.ChangeType(1, bare, null);
        }

        if (bare.IsGenericType)
        {
            var element = bare.GetGenericArguments()[0];
            var list = Array.CreateInstance(element, 1);
            list.SetValue(ValueOf(element, name), 0);
            return list;
        }

        var constructor = bare.GetConstructors(BindingFlags.Public | BindingFlags.Instance)[0];
        return constructor.Invoke([.. constructor.GetParameters().Select(static one => ValueOf(one.ParameterType, one.Name!))]);
    }
}
