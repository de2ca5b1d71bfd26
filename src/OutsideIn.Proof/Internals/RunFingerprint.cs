using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OutsideIn.Proof;

/// <summary>Tells whether two looks looked at the same.</summary>
internal static class RunFingerprint
{
    /// <summary>SHA-256 over the cases of a run in their order, each with name, arm, unit and start, and over the primary outcome's values, as 64 small hexadecimal digits.</summary>
    public static string Of(ExperimentRun run)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[16];
        for (var one = 0; one < run.Enrolment.Arms.Length; one++)
        {
            if (run.Enrolment.Arms[one] > 0)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(run.Log.Log.CaseNames[one]));
                BinaryPrimitives.WriteInt32LittleEndian(numbers, run.Enrolment.Arms[one]);
                BinaryPrimitives.WriteInt32LittleEndian(numbers[4..], run.Enrolment.Units[one]);
                BinaryPrimitives.WriteInt64LittleEndian(numbers[8..], run.Enrolment.StartMicros[one]);
                hash.AppendData(numbers);
            }
        }

        var values = run.Primary.Measure.Values;
        foreach (var subject in run.Primary.Groups.Groups.SelectMany(static group => group.Subjects))
        {
            BinaryPrimitives.WriteInt64LittleEndian(numbers, (long)values.States[subject]);
            BinaryPrimitives.WriteDoubleLittleEndian(numbers[8..], values.Values[subject]);
            hash.AppendData(numbers);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
