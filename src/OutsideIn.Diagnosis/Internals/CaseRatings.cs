using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>The conformance of each case: the mean of the ratings of the Moments of Truth that happened in it.</summary>
internal sealed class CaseRatings(int caseCount)
{
    private readonly double[] _sums = new double[caseCount];
    private readonly int[] _moments = new int[caseCount];

    /// <summary>Takes the Moments of Truth of one experience in, and says how its cases went.</summary>
    public CaseConformance Add(MomentAnswers[] moments)
    {
        var (throughout, inPart, inNothing, ratings) = (0, 0, 0, new List<double>());
        for (var caseIndex = 0; caseIndex < caseCount; caseIndex++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var moment in moments)
            {
                if (RatingOf(moment, caseIndex) is { } rating)
                {
                    sum += rating;
                    count++;
                }
            }

            if (count > 0)
            {
                ratings.Add(sum / count);
                throughout += sum == count ? 1 : 0;
                inNothing += sum == 0 ? 1 : 0;
                inPart += sum > 0 && sum < count ? 1 : 0;
            }

            _sums[caseIndex] += sum;
            _moments[caseIndex] += count;
        }

        ratings.Sort();
        return new CaseConformance(throughout, inPart, inNothing, ratings.Count == 0 ? null : (ratings[(ratings.Count - 1) / 2] + ratings[ratings.Count / 2]) / 2);
    }

    /// <summary>[cases] The rating of each case over all experiences; NaN where nothing was answered.</summary>
    public double[] ToArray() => [.. _sums.Zip(_moments, static (sum, count) => count == 0 ? double.NaN : sum / count)];

    private static double? RatingOf(MomentAnswers moment, int caseIndex)
    {
        if (!moment.Happened[caseIndex])
        {
            return null;
        }

        Span<RatedPart> parts = moment.Criteria.Count <= 16 ? stackalloc RatedPart[16] : new RatedPart[moment.Criteria.Count];
        for (var criterion = 0; criterion < moment.Criteria.Count; criterion++)
        {
            parts[criterion] = new RatedPart(moment.Criteria[criterion].Criterion.Weight, moment.AnswerOf(criterion, caseIndex));
        }

        return Conformance.Rating(parts[..moment.Criteria.Count]);
    }
}
