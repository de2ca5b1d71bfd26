using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Support;

/// <summary>A log in which it is known what moves a score, who answers, and what all would have said.</summary>
/// <remarks>
/// Each chase takes a point and a half off a score that is 9 on average without one; neither the value of the matter nor its region
/// moves it. Who chased once at most answers three times as often as who chased again. <c>Survey answered</c> holds score and courtesy; courtesy follows the score.
/// </remarks>
internal sealed class PlantedAnswers
{
    public const int CaseCount = 3_000;
    public const string Score = "\"score\" at last \"Survey answered\"";

    private const long Hour = 3_600_000_000;
    private const double AnswersOfTheContent = 0.6;
    private const double AnswersOfOthers = 0.2;

    private static readonly Lazy<PlantedAnswers> Made = new(static () => new PlantedAnswers());

    private RandomBits _bits = new(77);

    private PlantedAnswers()
    {
        var log = new EventLogBuilder();
        var score = log.Attribute("score", AttributeKind.Number, AttributeLevel.Event);
        var courtesy = log.Attribute("courtesy", AttributeKind.Number, AttributeLevel.Event);
        var value = log.Attribute("value", AttributeKind.Number, AttributeLevel.Case);
        var urgent = log.Attribute("urgent", AttributeKind.YesNo, AttributeLevel.Case);
        var region = log.Attribute("region", AttributeKind.Text, AttributeLevel.Case);
        for (var index = 0; index < CaseCount; index++)
        {
            var chases = Share() < 0.5 ? 0 : 1 + (int)(Share() * 3);
            var (code, start) = (log.Case($"c{index:0000}"), SmallLog.OriginMicros + (index * Hour));
            var days = 2 + (2 * chases) + (3 * Share());
            var solved = start + (long)(days * 24 * Hour);
            Add("Report", start);
            for (var chase = 1; chase <= chases; chase++)
            {
                Add("Chase", start + ((solved - start) * chase / (chases + 1)));
            }

            Add("Solve", solved);
            value.SetNumber(code - 1, 100 * (1 + Share()));
            urgent.SetAnswer(code - 1, Share() < 0.5);
            region.SetText(code - 1, Share() < 0.3 ? "North" : "South");
            var answer = Math.Clamp(Math.Round(9 - (1.5 * chases) + (3 * Share()) - 1.5), 0, 10);
            All = answer >= 9 ? All with { Promoters = All.Promoters + 1 } : answer >= 7 ? All with { Passives = All.Passives + 1 } : All with { Detractors = All.Detractors + 1 };
            Add("Survey sent", solved + Hour);
            if (Share() < (chases < 2 ? AnswersOfTheContent : AnswersOfOthers))
            {
                score.SetNumber(log.EventCount, answer);
                courtesy.SetNumber(log.EventCount, Math.Clamp(answer + Math.Round(2 * Share()) - 1, 0, 10));
                Add("Survey answered", solved + (30 * Hour));
            }

            void Add(string activity, long at) => log.Add(new EventRow(code, log.Activity(activity), at)
            {
                Team = log.Name(ColumnRole.Team, $"Team {index % 8}"),
                Channel = log.Name(ColumnRole.Channel, index % 3 == 0 ? "post" : "phone"),
                Customer = log.Name(ColumnRole.Customer, $"d{index}"),
            });
        }

        Log = MeasuredLog.Of(log.Build());
    }

    public static MeasuredLog Measured => Made.Value.Log;

    /// <summary>What all would have said.</summary>
    public static PromoterCounts Everybody => Made.Value.All;

    private MeasuredLog Log { get; }

    private PromoterCounts All { get; set; }

    private double Share() => (_bits.Next() >> 11) * Math.Pow(2, -53);
}
