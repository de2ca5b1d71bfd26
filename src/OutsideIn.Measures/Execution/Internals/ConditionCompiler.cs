using System.Diagnostics;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>The tests of one comparison, by the kind of its column; the others are null.</summary>
/// <param name="Members">[names + 1] 1 for codes that pass.</param>
/// <param name="Numbers">Of numbers.</param>
/// <param name="Times">Of instants.</param>
/// <param name="Answers">Of yes and no.</param>
internal sealed record RowTests(byte[]? Members, ValueTest<double>? Numbers, ValueTest<long>? Times, ValueTest<sbyte>? Answers);

/// <summary>Makes masks of conditions: every comparison is decided once a distinct text, never a row.</summary>
/// <remarks>Trees have been checked; a comparison that no value can pass, such as one of a text with a number, passes nothing.</remarks>
internal sealed class ConditionCompiler(MeasuredLog log, Func<HasSyntax, HasProgram> has)
{
    /// <summary>The events that fulfil a condition.</summary>
    public RowMask OfEvents(ConditionSyntax condition) => condition switch
    {
        AllOfSyntax all => new JointMask(isAll: true, [.. all.Conditions.Select(OfEvents)]),
        AnyOfSyntax any => new JointMask(isAll: false, [.. any.Conditions.Select(OfEvents)]),
        NotSyntax not => new NotMask(OfEvents(not.Condition)),
        _ => OfEvents(ColumnOf(condition, isOfCases: false), condition),
    };

    /// <summary>The cases that fulfil a condition. Of a column of events one event that passes is enough, comparison by comparison.</summary>
    public CaseMask OfCases(ConditionSyntax condition) => condition switch
    {
        AllOfSyntax all => new JointCaseMask(isAll: true, [.. all.Conditions.Select(OfCases)]),
        AnyOfSyntax any => new JointCaseMask(isAll: false, [.. any.Conditions.Select(OfCases)]),
        NotSyntax not => new NotCaseMask(OfCases(not.Condition)),
        CaseHasSyntax one => new CaseHasMask(has(one.Has), one.Has.IsNegated),
        _ when ColumnOf(condition, isOfCases: true) is { Level: AttributeLevel.Case } column => new CaseColumnMask(column, TestsOf(column, condition)),
        _ => new AnyRowMask(OfEvents(ColumnOf(condition, isOfCases: true), condition)),
    };

    private static RowMask OfEvents(ColumnSource column, ConditionSyntax condition)
    {
        var tests = TestsOf(column, condition);
        return column.Kind switch
        {
            AttributeKind.Text => new CodeMask(column, tests.Members!),
            AttributeKind.Number => new NumberMask(column, tests.Numbers!),
            AttributeKind.Time => new TimeMask(column, tests.Times!),
            _ => new AnswerMask(column, tests.Answers!),
        };
    }

    private ColumnSource ColumnOf(ConditionSyntax condition, bool isOfCases)
    {
        var name = condition switch
        {
            CompareSyntax compare => compare.Column,
            InSyntax isIn => isIn.Column,
            IsMissingSyntax missing => missing.Column,
            _ => throw new UnreachableException("A checked condition has a column."),
        };
        return NameResolution.Column(name, log, isOfCases) ?? throw new InvalidOperationException($"The log has no column \"{name.Text}\".");
    }

    private static RowTests TestsOf(ColumnSource column, ConditionSyntax condition) => column.Kind switch
    {
        AttributeKind.Text => new RowTests(MembersOf(column.Texts!, condition), null, null, null),
        AttributeKind.Number => new RowTests(null, TestOf(condition, double.NaN, static one => one is NumberLiteralSyntax number ? number.Number : null), null, null),
        AttributeKind.Time => new RowTests(null, null, TestOf(condition, AttributeColumn.MissingTime, MicrosOf), null),
        _ => new RowTests(null, null, null, TestOf<sbyte>(
            condition, AttributeColumn.MissingAnswer, static one => one is AnswerLiteralSyntax answer ? (sbyte)(answer.IsYes ? 1 : 0) : null)),
    };

    private static ValueTest<T> TestOf<T>(ConditionSyntax condition, T missing, Func<LiteralSyntax, T?> read)
        where T : struct, IComparable<T>, IEquatable<T>
    {
        return condition switch
        {
            IsMissingSyntax one => new ValueTest<T>(one.IsNegated ? TestKind.Present : TestKind.Missing, Comparison.Equal, [], missing),
            InSyntax one => new ValueTest<T>(
                one.IsNegated ? TestKind.NotIn : TestKind.In, Comparison.Equal, [.. one.Literals.Select(read).OfType<T>()], missing),
            CompareSyntax one when read(one.Literal) is { } operand => new ValueTest<T>(TestKind.Compare, one.Comparison, [operand], missing),
            _ => new ValueTest<T>(TestKind.In, Comparison.Equal, [], missing),
        };
    }

    private static long? MicrosOf(LiteralSyntax literal) => literal is TimeLiteralSyntax time
        ? (time.Instant.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond
        : null;

    private static byte[] MembersOf(CodedColumn column, ConditionSyntax condition)
    {
        var members = new byte[column.NameCount + 1];
        members[CodedColumn.Missing] = condition is IsMissingSyntax { IsNegated: false } ? (byte)1 : (byte)0;
        for (var code = 1; code < members.Length; code++)
        {
            members[code] = Holds(column.NameOf(code)!, condition) ? (byte)1 : (byte)0;
        }

        return members;
    }

    private static bool Holds(string text, ConditionSyntax condition) => condition switch
    {
        IsMissingSyntax missing => missing.IsNegated,
        InSyntax isIn => isIn.Literals.OfType<TextLiteralSyntax>().Any(one => new NamePattern(one.Text).Matches(text)) != isIn.IsNegated,
        CompareSyntax { Literal: TextLiteralSyntax literal } compare => Holds(text, compare.Comparison, literal.Text),
        _ => false,
    };

    // Texts are equal as names are; before and behind each other by their characters.
    private static bool Holds(string text, Comparison comparison, string operand) => comparison switch
    {
        Comparison.Equal => new NamePattern(operand).Matches(text),
        Comparison.NotEqual => !new NamePattern(operand).Matches(text),
        _ => Comparisons.Holds(string.CompareOrdinal(NamePattern.Fold(text), NamePattern.Fold(operand)), comparison),
    };
}
