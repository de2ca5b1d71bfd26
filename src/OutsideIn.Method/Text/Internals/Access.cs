using System.Reflection;

namespace OutsideIn.Method.Internals;

/// <summary>A property read and written through delegates made once, since reflection for each value would cost more than the parsing.</summary>
internal abstract class Access
{
    public abstract object? Get(object owner);

    public abstract void Set(object owner, object? value);

    public static Access Of(PropertyInfo property)
    {
        var type = typeof(Access<,>).MakeGenericType(property.DeclaringType!, property.PropertyType);
        return (Access)Activator.CreateInstance(type, property)!;
    }
}

/// <inheritdoc/>
internal sealed class Access<TOwner, TValue>(PropertyInfo property) : Access
    where TOwner : class
{
    private readonly Func<TOwner, TValue> _get = property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();
    private readonly Action<TOwner, TValue> _set = property.SetMethod!.CreateDelegate<Action<TOwner, TValue>>();

    public override object? Get(object owner) => _get((TOwner)owner);

    public override void Set(object owner, object? value) => _set((TOwner)owner, (TValue)value!);
}

/// <summary>Makes the typed list a property takes of values of one type.</summary>
internal abstract class ListMaker
{
    public abstract object Of(IReadOnlyList<object> values);

    public static ListMaker For(Type item) => (ListMaker)Activator.CreateInstance(typeof(ListMaker<>).MakeGenericType(item))!;
}

/// <inheritdoc/>
internal sealed class ListMaker<T> : ListMaker
{
    public override object Of(IReadOnlyList<object> values)
    {
        if (values.Count == 0)
        {
            return Array.Empty<T>();
        }

        var all = new T[values.Count];
        for (var index = 0; index < all.Length; index++)
        {
            all[index] = (T)values[index];
        }

        return all;
    }
}
