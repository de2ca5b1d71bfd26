using System.Diagnostics.CodeAnalysis;

namespace OutsideIn.Vocabulary;

/// <summary>Either a value or the <see cref="Problem"/> that stood in its way; never both, never neither.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Result<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly Problem? _problem;

    private Result(T? value, Problem? problem) => (_value, _problem) = (value, problem);

    /// <summary>Wraps a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps a problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, problem);

    /// <summary>Unpacks the two cases; exactly one of the out values is set.</summary>
    /// <returns>True when there is a value.</returns>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (_value, _problem);
        return problem is null;
    }

    /// <summary>Carries on with the value, or passes the problem along untouched.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next)
        where TNext : notnull
    {
        ArgumentNullException.ThrowIfNull(next);
        return TryGet(out var value, out var problem) ? next(value) : problem;
    }

    /// <summary>The value as it is, or the problem put differently.</summary>
    public Result<T> Else(Func<Problem, Problem> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return TryGet(out _, out var problem) ? this : other(problem);
    }
}
