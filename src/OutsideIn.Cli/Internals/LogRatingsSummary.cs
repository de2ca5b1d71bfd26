using System.Globalization;
using OutsideIn.Diagnosis;
using OutsideIn.Method;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>What a log adds to the ratings of its map, on a screen or two of a terminal.</summary>
internal sealed class LogRatingsSummary(IAnsiConsole console, MapIndex index)
{
    private const int ValuesShown = 3;

    public void Show(LogRatings ratings)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]What happened, in {Markup.Escape(ratings.Log)}[/]").LeftJustified());
        foreach (var one in ratings.Conformance.Experiences)
        {
            ShowExperience(one);
        }

        ShowLeftOut(ratings.Conformance.LeftOut);
        foreach (var survey in ratings.Surveys)
        {
            ShowSurvey(survey);
        }

        ShowLeftOut(ratings.SurveysLeftOut);
        ShowWork(ratings.Work);
        ShowLeftOut(ratings.Work.LeftOut);
        ShowOrphans(ratings.Work.Orphans);
    }

    private void ShowExperience(ExperienceAsHappened one)
    {
        var table = Tables.New("Conformance as it happened: " + (one.Experience is { } id ? NameOf(id) : "of no experience"), "Moment of Truth", "Designed act", "Done", "95 % interval", "Cases", "Open");
        foreach (var moment in one.Moments)
        {
            Row(table, moment.Name, "", moment.All, moment.Volume);
            foreach (var act in moment.Criteria)
            {
                table.Row("", act.Text, ShareText.Of(act.Share.Value), Shares(act.Share.Interval), CountText.Of(act.Share.Count), CountText.Of(act.Share.Open));
            }

            foreach (var text in moment.NeverObserved)
            {
                table.Row("", text, "never observed", "–", "–", "–");
            }
        }

        Row(table, "Together", "", one.All, one.All.Cases);
        foreach (var category in one.Categories)
        {
            Row(table, "", category.Category, category.Figure, category.Figure.Cases);
        }

        Tables.Show(console, table);
        console.MarkupLineInterpolated(
            $"Cases as designed throughout: {CountText.Of(one.ByCase.Throughout)}; in part: {CountText.Of(one.ByCase.InPart)}; in nothing: {CountText.Of(one.ByCase.InNothing)}. [grey]Every case is asked; conformance is ours, nobody's opinion.[/]");
    }

    private void ShowSurvey(SurveyRating survey)
    {
        var table = Tables.New($"Asked, and what happened: {survey.Name}", "", "", "Answered", "No answer");
        table.Row("Cases", "", CountText.Of(survey.Answered.Cases), CountText.Of(survey.Silent.Cases));
        table.Row("Conformance", "", Conformance(survey.Answered.Conformance), Conformance(survey.Silent.Conformance));
        foreach (var (measure, share) in survey.Answered.Attained)
        {
            table.Row(NameOf(measure), "attained, of those certain", Share(share), Share(survey.Silent.Attained[measure]));
        }

        Tables.Show(console, table);
        console.WriteLine(survey.Sentence);
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[grey]Scale {survey.ScaleLow:0.##} to {survey.ScaleHigh:0.##}{(survey.IsScaleSaid ? "" : " (taken from the answers)")}; subjectivity {survey.Subjectivity} of 3; groups equal in {string.Join(", ", survey.StratifiedBy)} cover {ShareText.Of(survey.CoveredShare)} of the cases; R-indicator {survey.Representativeness:0.00}.[/]");
        var balance = Tables.New("Are those who answered like all?", "Known", "Value", "Answered", "All", "Difference in sd", "q");
        foreach (var one in survey.Balance.Take(Tables.RowsShown))
        {
            foreach (var (place, value) in one.Values.OrderByDescending(static one => Math.Abs(one.Difference)).Take(ValuesShown).Index())
            {
                balance.Row(
                    place == 0 ? one.Attribute : "", value.Value, ShareText.Of(value.Answered, survey.Answered.Cases), ShareText.Of(value.All, survey.Answered.Cases + survey.Silent.Cases),
                    value.Difference.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture), place == 0 ? Q(one.Q) : "");
            }
        }

        Tables.Show(console, balance, survey.Balance.Count - Tables.RowsShown);
    }

    private void ShowWork(WorkEvidenceRating rating)
    {
        var told = rating.Pairs.Where(static one => one.Grade != EvidenceGrade.None).ToArray();
        var table = Tables.New("Line of sight with evidence: does the work go with the outcome?", "Work", "Outcome", "With it", "Without", "As they are", "Like with like", "q", "Evidence").EndingInWords();
        foreach (var one in told.Take(2 * Tables.RowsShown))
        {
            table.Row(
                one.Work, NameOf(one.Measure), ShareText.Of(one.Association?.With.Value), ShareText.Of(one.Association?.Without.Value),
                Points(one.Association?.Crude), Points(one.Association?.Standardised), Q(one.AdjustedQ ?? one.CrudeQ),
                Grade(one));
        }

        Tables.Show(console, table, told.Length - (2 * Tables.RowsShown));
        console.MarkupLineInterpolated(
            $"[grey]An association, never a cause. Points of a hundred, with 95 % intervals; cases still undecided when nine of ten have had the work done. Like with like: equal {string.Join(", ", rating.AdjustedFor)}. {CountText.Of(rating.PairsLookedAt, "pair", "pairs")} looked at; q corrects for that. What every case passes on its way goes with arriving: it shows how far a case has come, not what helped.[/]");
    }

    private void ShowOrphans(OrphanWorkRating rating)
    {
        var table = Tables.New($"Orphan work: no path to an outcome, in {rating.Unit}", "Work", "", rating.Unit == "hours" ? "Hours" : "Events", "Share", "Cases", "Goes with more", "With fewer", "Such as");
        foreach (var one in rating.Works.Take(Tables.RowsShown))
        {
            var size = one.Hours ?? one.Events;
            table.Row(
                one.Work, "", Tables.Number(size), ShareText.Of(size / rating.Whole), CountText.Of(one.Cases), Tables.Ids([.. one.Higher.Select(NameOf)], 1), Tables.Ids([.. one.Lower.Select(NameOf)], 1),
                one.Examples.Count > 0 ? one.Examples[0] : "–");
        }

        Tables.Show(console, table, rating.Works.Count - Tables.RowsShown);
        if (rating.Whole > 0)
        {
            console.MarkupLineInterpolated(
                $"Without a path: {ShareText.Of(rating.WithoutPath / rating.Whole)} of {Tables.Number(rating.Whole)} {rating.Unit} of internal work; going with more of no outcome either: {ShareText.Of(rating.WithoutBoth / rating.Whole)}.{(rating.Unit == "hours" ? "" : " The log has no begins, so events are counted in place of hours.")}");
        }
    }

    private void ShowLeftOut(IReadOnlyList<MeasureLeftOut> all)
    {
        foreach (var one in all)
        {
            console.MarkupLineInterpolated($"[grey]Left out: {NameOf(one.Id)}: {one.Reason}[/]");
        }
    }

    private static void Row(Table table, string first, string second, ConformanceFigure figure, int cases) => table.Row(
        first, second, ShareText.Of(figure.Rating), figure.Low is { } low ? $"{ShareText.Of(low)} to {ShareText.Of(figure.High)}" : "–", CountText.Of(cases), CountText.Of(figure.Open));

    private static string Conformance(ConformanceFigure one) =>
        one.Rating is { } rating ? $"{ShareText.Of(rating)} ({ShareText.Of(one.Low)} to {ShareText.Of(one.High)})" : "–";

    private static string Share(ShareEntry one) => one.Share is { } share ? $"{ShareText.Of(share)} ({ShareText.Of(one.Low)} to {ShareText.Of(one.High)})" : "–";

    private static string Shares(Interval? interval) => interval is { } known ? $"{ShareText.Of(known.Low)} to {ShareText.Of(known.High)}" : "–";

    private static string Points(DifferenceEstimate? one) => one is null ? "–" : $"{Point(one.Value)} ({Point(one.Interval.Low)} to {Point(one.Interval.High)})";

    private static string Point(double value) => (value * 100).ToString("+0;−0;0", CultureInfo.InvariantCulture);

    private static string Q(double? q) => q switch
    {
        null => "–",
        < 0.001 => "< 0.001",
        { } value => value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    private static string Grade(WorkAssociation one)
    {
        var way = one.Direction switch { EvidenceDirection.Higher => ", higher", EvidenceDirection.Lower => ", lower", _ => "" };
        return $"{one.Grade.ToString().ToLowerInvariant()}{way}{(one.IsUndone ? "; not like with like" : one.IsContradiction ? "; the map says it helps" : "")}";
    }

    private string NameOf(string id) => index.Find(id)?.Name is { Length: > 0 } name ? name : id;
}
