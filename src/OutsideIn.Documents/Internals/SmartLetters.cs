using OutsideIn.Method;

namespace OutsideIn.Documents.Internals;

/// <summary>The five letters of SMART, each earned or not (F2).</summary>
internal static class SmartLetters
{
    public static Html Of(Page page, StatementOfIntent statement, SuccessfulOutcome outcome)
    {
        var score = Smart.Of(statement, outcome, page.Index);
        (string Letter, bool Has)[] letters = [("S", score.IsSpecific), ("M", score.IsMeasurable), ("A", score.IsAchievable), ("R", score.IsRelevant), ("T", score.IsTimeBound)];
        var words = score.Missing.Count == 0 ? "SMART in all five" : $"SMART, {score.Score} of 5. {string.Join(" ", score.Missing)}";
        return Html.Of($"<span class=\"smart\" role=\"img\" aria-label=\"{words}\" title=\"{words}\">{letters.Select(static one => Html.Of($"<span aria-hidden=\"true\" class=\"{(one.Has ? "has" : "lacks")}\">{one.Letter}</span>"))}</span>");
    }
}
