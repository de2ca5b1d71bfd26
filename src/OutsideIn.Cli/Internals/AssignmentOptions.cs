using System.CommandLine;
using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>How a list or a schedule is made: the options of <c>outsidein experiment assign</c>.</summary>
internal sealed class AssignmentOptions
{
    private const string Blocks = "blocks";
    private const string Matched = "matched";
    private const string Hash = "hash";
    private const string Switchback = "switchback";
    private const string Stepped = "stepped";
    private const int SeedDigits = 16;

    private readonly Option<string> _method = new("--method")
    {
        Description = "blocks: permuted blocks within strata. matched: sets of units that are alike in their outcome before. hash: by each unit's id, as a program would. "
            + "switchback: everybody, block of time by block of time. stepped: all get the change, chance says when. Default: blocks; switchback where the unit is a week.",
    };

    private readonly Option<int?> _block = new("--block") { Description = "Units per block. Default: the fewest that hold the arms' shares.", HelpName = "N" };
    private readonly Option<ulong?> _seed = new("--seed") { Description = "What is drawn with. Default: from the plan's hash, so that nobody chooses it.", HelpName = "N" };
    private readonly Option<int> _count = new("--count") { Description = "Blocks of a switchback or steps of a roll-out.", HelpName = "N", DefaultValueFactory = static _ => 8 };
    private readonly Option<int> _days = new("--days") { Description = "Days of each.", HelpName = "N", DefaultValueFactory = static _ => 7 };
    private readonly Option<int> _washout = new("--washout") { Description = "Days after each change that are not counted.", HelpName = "N", DefaultValueFactory = static _ => 0 };

    public AssignmentOptions() => _method.AcceptOnlyFromAmong(Blocks, Matched, Hash, Switchback, Stepped);

    public void AddTo(Command command)
    {
        Option[] options = [_method, _block, _seed, _count, _days, _washout];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>Whether units are needed: a switchback is for everybody.</summary>
    public bool NeedsUnits(ParseResult parsed, ExperimentPlan plan) => Method(parsed, plan) is not Switchback;

    /// <summary>Whether the units need their outcome before.</summary>
    public bool NeedsOutcome(ParseResult parsed, ExperimentPlan plan) => Method(parsed, plan) is Matched;

    /// <summary>The list or schedule; the refusal of its method, or CL077 where a schedule has no day to start on.</summary>
    public Result<ListToWrite> Make(ParseResult parsed, ExperimentPlan plan, IReadOnlyList<ListedUnit> units)
    {
        var seed = parsed.GetValue(_seed) ?? ulong.Parse(PlanText.HashOf(PlanText.Of(plan)).AsSpan(0, SeedDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var (count, days, washout) = (parsed.GetValue(_count), parsed.GetValue(_days), parsed.GetValue(_washout));
        switch (Method(parsed, plan))
        {
            case Matched:
                return AssignmentLists.MatchedSets(units, plan.Arms, seed).Then<ListToWrite>(static list => ListToWrite.Of(list));
            case Hash:
                return HashedAssignment.Of(plan.Id, plan.Arms, coverage: 1).Then<ListToWrite>(hashed => ListToWrite.Of(hashed, units));
            case Switchback when plan.Start is { } start:
                var switching = new SwitchbackOptions(start.ToDateTime(TimeOnly.MinValue), count, TimeSpan.FromDays(days), TimeSpan.FromDays(washout), seed);
                return SwitchbackSchedule.Of(plan.Arms, switching).Then<ListToWrite>(blocks => ListToWrite.Of(blocks, seed));
            case Stepped when plan.Start is { } start:
                return SteppedRollout.Of(units, new SteppedOptions(start, count, days, washout, seed)).Then<ListToWrite>(steps => ListToWrite.Of(steps, seed));
            case Switchback or Stepped:
                return new Problem(ProblemKind.Invalid, "CL077", "The plan does not say on which day it starts, and a schedule is made of days.", "Write \"start\" to the experiment.");
            default:
                return AssignmentLists.PermutedBlocks(units, plan.Arms, seed, parsed.GetValue(_block)).Then<ListToWrite>(static list => ListToWrite.Of(list));
        }
    }

    private string Method(ParseResult parsed, ExperimentPlan plan) => parsed.GetValue(_method) ?? (plan.Unit == ExperimentUnit.Week ? Switchback : Blocks);
}
