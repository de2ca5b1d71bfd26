using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>Those who answered a survey, as a part of all, beside what is known of everybody. Immutable.</summary>
public sealed class Respondents
{
    // A group with fewer answers than this on average stands for nobody.
    private const int AnswersInStratum = 10;

    private readonly bool[] _isOne;
    private readonly bool[] _isAnswered;
    private readonly IReadOnlyList<(string Name, CodedColumn Column)> _known;

    /// <summary>Takes who is one of all, and who of them answered.</summary>
    /// <param name="isOne">[cases] Who is one of all.</param>
    /// <param name="isAnswered">[cases] Who answered; each is one of all.</param>
    /// <param name="known">What is known of everybody, each [cases]; what matters most first.</param>
    public Respondents(bool[] isOne, bool[] isAnswered, IReadOnlyList<(string Name, CodedColumn Column)> known)
    {
        (_isOne, _isAnswered, _known) = (isOne, isAnswered, known);
        (All, Answered) = (isOne.Count(static one => one), isAnswered.Count(static one => one));
    }

    /// <summary>How many there are in all.</summary>
    public int All { get; }

    /// <summary>How many of them answered.</summary>
    public int Answered { get; }

    /// <summary>Whether those who answered are like all in each known attribute, the most different first.</summary>
    public IReadOnlyList<AttributeBalance> Balance()
    {
        AttributeBalance[] all = [.. _known.Select(one => BalanceOf(one.Name, one.Column))];
        var tested = all.Where(static one => one.Test is not null).ToArray();
        var q = tested.Zip(FalseDiscovery.BenjaminiHochberg([.. tested.Select(static one => one.Test!.PValue)]))
            .ToDictionary(static pair => pair.First.Attribute, static pair => pair.Second, StringComparer.Ordinal);
        return
        [
            .. all.Select(one => q.TryGetValue(one.Attribute, out var value) ? one with { Q = value } : one)
                .OrderByDescending(static one => one.DifferenceMax).ThenBy(static one => one.Attribute, StringComparer.Ordinal),
        ];
    }

    /// <summary>All in groups that are equal in as many of the known attributes, the first first, as leave enough answers in a group on average.</summary>
    /// <param name="answers">[cases] The answers; anything where there is none.</param>
    /// <returns>The names of those attributes, and the groups.</returns>
    public (IReadOnlyList<string> Names, IReadOnlyList<AnsweredStratum> Strata) Strata(ReadOnlySpan<double> answers)
    {
        List<(string Name, CodedColumn Column)> taken = [];
        foreach (var attribute in _known)
        {
            var with = CaseStrata.Of([.. taken.Select(static one => one.Column), attribute.Column], _isOne.Length);
            if (Answered >= AnswersInStratum * with.Count)
            {
                taken.Add(attribute);
            }
        }

        var strata = CaseStrata.Of([.. taken.Select(static one => one.Column)], _isOne.Length);
        var (sizes, answered, sums, squares) = (new int[strata.Count], new int[strata.Count], new double[strata.Count], new double[strata.Count]);
        for (var index = 0; index < _isOne.Length; index++)
        {
            var stratum = strata.Codes[index];
            sizes[stratum] += _isOne[index] ? 1 : 0;
            if (_isAnswered[index])
            {
                // Welford's way: no digits are lost to a large mean.
                answered[stratum]++;
                var difference = answers[index] - sums[stratum];
                sums[stratum] += difference / answered[stratum];
                squares[stratum] += difference * (answers[index] - sums[stratum]);
            }
        }

        return ([.. taken.Select(static one => one.Name)],
            [.. Enumerable.Range(0, strata.Count).Select(stratum => new AnsweredStratum(sizes[stratum], answered[stratum], sums[stratum], squares[stratum]))]);
    }

    private AttributeBalance BalanceOf(string name, CodedColumn column)
    {
        var (answered, whole) = (new int[column.NameCount + 1], new int[column.NameCount + 1]);
        for (var index = 0; index < _isOne.Length; index++)
        {
            answered[column[index]] += _isAnswered[index] ? 1 : 0;
            whole[column[index]] += _isOne[index] ? 1 : 0;
        }

        ValueBalance[] values =
        [
            .. Enumerable.Range(0, whole.Length).Where(code => whole[code] > 0).OrderByDescending(code => whole[code])
                .Select(code => new ValueBalance(
                    column.NameOf(code) ?? "(missing)", answered[code], whole[code],
                    NonResponse.StandardisedDifference((double)answered[code] / Answered, (double)whole[code] / All))),
        ];
        return new AttributeBalance(name, values, values.Max(static one => Math.Abs(one.Difference)), NonResponse.RandomPart(answered, whole), null);
    }
}
