using System.CommandLine;
using OutsideIn.Experiments;

namespace OutsideIn.Cli;

/// <summary>How a list or a schedule is made: the options of <c>outsidein experiment assign</c>.</summary>
internal sealed class AssignmentOptions
{
    private static readonly (string Word, AssignmentMethod Method)[] Methods =
    [
        ("blocks", AssignmentMethod.Blocks), ("matched", AssignmentMethod.Matched), ("hash", AssignmentMethod.Hash),
        ("switchback", AssignmentMethod.Switchback), ("stepped", AssignmentMethod.Stepped),
    ];

    private readonly Option<string> _method = new("--method")
    {
        Description = "blocks: permuted blocks within strata. matched: sets of units that are alike in their outcome before. hash: by each unit's id, as a program would. "
            + "switchback: everybody, block of time by block of time. stepped: all get the change, chance says when. Default: blocks; switchback where the unit is a week.",
    };

    private readonly Option<int?> _block = new("--block") { Description = "Units per block. Default: the fewest that hold the arms' shares.", HelpName = "N" };
    private readonly Option<ulong?> _seed = new("--seed") { Description = "What is drawn with. Default: from the plan's hash, so that nobody chooses it.", HelpName = "N" };
    private readonly Option<int> _count = new("--count") { Description = "Blocks of a switchback or steps of a roll-out.", HelpName = "N", DefaultValueFactory = static _ => AssignmentOrder.UsualCount };
    private readonly Option<int> _days = new("--days") { Description = "Days of each.", HelpName = "N", DefaultValueFactory = static _ => AssignmentOrder.UsualDays };
    private readonly Option<int> _washout = new("--washout") { Description = "Days after each change that are not counted.", HelpName = "N", DefaultValueFactory = static _ => 0 };

    public AssignmentOptions() => _method.AcceptOnlyFromAmong([.. Methods.Select(static known => known.Word)]);

    public void AddTo(Command command)
    {
        Option[] options = [_method, _block, _seed, _count, _days, _washout];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>How the list or schedule of a plan is to be made.</summary>
    public AssignmentOrder Order(ParseResult parsed, ExperimentPlan plan) => new(Method(parsed) ?? AssignmentOrder.UsualMethod(plan))
    {
        BlockSize = parsed.GetValue(_block),
        Seed = parsed.GetValue(_seed),
        Count = parsed.GetValue(_count),
        Days = parsed.GetValue(_days),
        Washout = parsed.GetValue(_washout),
    };

    private AssignmentMethod? Method(ParseResult parsed) =>
        parsed.GetValue(_method) is { } word ? Array.Find(Methods, known => string.Equals(known.Word, word, StringComparison.Ordinal)).Method : null;
}
