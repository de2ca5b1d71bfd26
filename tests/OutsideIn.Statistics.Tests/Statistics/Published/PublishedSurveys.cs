using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Published results about surveys and what goes with an outcome.</summary>
internal static class PublishedSurveys
{
    private static readonly Dictionary<string, int[]> Reversed = new() { ["A"] = [1], ["C"] = [4, 5], ["E"] = [1, 2], ["N"] = [], ["O"] = [2, 5] };

    public static IReadOnlyList<PublishedResult> All =>
    [
        new("r_psych_bfi.csv", "Five scales of personality", "alphas", "0.70, 0.73, 0.76, 0.81, 0.60", static () => Print.All("ACENO".Select(static scale => Print.Of(Alpha($"{scale}"), 2))), "Revelle 2024, R package psych, bfi", DigitsSeen.Known),
        new("r_datasets_swiss.csv", "Fertility in Switzerland, 1888", "shares by LMG", "0.0571, 0.1712, 0.2601, 0.1056, 0.1128", static () => Print.All(Swiss().Lmg.Select(static share => Print.Of(share, 4))), "Grömping 2006, relaimpo, Journal of Statistical Software 17(1)", DigitsSeen.Quoted),
        new("r_datasets_swiss.csv", "", "R²", "0.7067", static () => Print.Of(Swiss().RSquared, 4), "the same", DigitsSeen.Quoted),
        new("r_datasets_attitude.csv", "What staff say of their department", "weight of complaints (error), R²", "0.613 (0.161), 0.7326", static () => $"{Print.Of(Attitude().With(ErrorKind.Classical).Of("complaints"), 3)}, {Print.Of(Attitude().RSquared, 4)}", "R, datasets, attitude; data of Chatterjee and Price 1977", DigitsSeen.Known),
    ];

    // Complete answers only.
    private static double Alpha(string scale)
    {
        var table = Enumerable.Range(1, 5).Aggregate(PublicTable.Of("r_psych_bfi.csv"), (rows, item) => rows.Where($"{scale}{item}", static text => text is not ("" or "NA")));
        return Reliability.CronbachAlpha(
            [.. Enumerable.Range(1, 5).Select(item => table.Numbers($"{scale}{item}").Select(answer => Reversed[scale].Contains(item) ? 7 - answer : answer).ToArray())]).Value().Value;
    }

    private static VarianceShares Swiss()
    {
        var table = PublicTable.Of("r_datasets_swiss.csv");
        string[] names = ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality", "Fertility"];
        return VarianceShares.Of(JointMoments.Of([.. names.Select(table.Numbers)])).Value();
    }

    private static LinearFit Attitude()
    {
        var table = PublicTable.Of("r_datasets_attitude.csv");
        string[] names = ["complaints", "privileges", "learning", "raises", "critical", "advance"];
        return LinearModel.Fit(DesignMatrix.WithConstant(names, [.. names.Select(table.Numbers)]), table.Numbers("rating")).Value();
    }
}
