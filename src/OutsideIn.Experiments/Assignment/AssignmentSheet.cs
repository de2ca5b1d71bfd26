using System.Globalization;
using System.Text;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Who is given what, as rows to work by. The same plan, units and order give the same sheet. Immutable.</summary>
/// <param name="Headings">What stands above the columns.</param>
/// <param name="Rows">[rows][columns] The cells.</param>
/// <param name="Says">How it was made, in a sentence.</param>
/// <param name="Balance">Units per stratum and arm; empty for schedules.</param>
public sealed record AssignmentSheet(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, string Says, IReadOnlyList<StratumBalance> Balance)
{
    private const int SeedDigits = 16;
    private const long ScheduleDaysMax = 36_525;

    /// <summary>Makes the list or the schedule of a plan.</summary>
    /// <param name="plan">The plan: its arms, and for a schedule the day it starts on.</param>
    /// <param name="units">Whom to assign; a switchback, which is for everybody, does not look at them.</param>
    /// <param name="order">How.</param>
    /// <returns>The sheet; <c>EX062</c> where a schedule has no day to start on, <c>EX063</c> where it would be longer than a hundred years, else the refusal of its method.</returns>
    public static Result<AssignmentSheet> Of(ExperimentPlan plan, IReadOnlyList<ListedUnit> units, AssignmentOrder order)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(order);
        var seed = order.Seed ?? ulong.Parse(PlanText.HashOf(PlanText.Of(plan)).AsSpan(0, SeedDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return order.Method switch
        {
            AssignmentMethod.Matched => AssignmentLists.MatchedSets(units, plan.Arms, seed).Then<AssignmentSheet>(static list => Listed(list)),
            AssignmentMethod.Hash => HashedAssignment.Of(plan.Id, plan.Arms, coverage: 1).Then<AssignmentSheet>(hashed => Hashed(hashed, units)),
            AssignmentMethod.Switchback => Start(plan, order).Then(start => SwitchbackSchedule.Of(
                    plan.Arms, new SwitchbackOptions(start.ToDateTime(TimeOnly.MinValue), order.Count, TimeSpan.FromDays(order.Days), TimeSpan.FromDays(order.Washout), seed)))
                .Then<AssignmentSheet>(blocks => Switched(blocks, seed)),
            AssignmentMethod.Stepped => Start(plan, order).Then(start => SteppedRollout.Of(units, new SteppedOptions(start, order.Count, order.Days, order.Washout, seed)))
                .Then<AssignmentSheet>(steps => Stepped(steps, seed)),
            _ => AssignmentLists.PermutedBlocks(units, plan.Arms, seed, order.BlockSize).Then<AssignmentSheet>(static list => Listed(list)),
        };
    }

    /// <summary>Writes the headings and rows as CSV (RFC 4180, UTF-8 without a mark). The stream stays open.</summary>
    public void WriteCsv(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var row in Rows.Prepend(Headings))
        {
            writer.WriteLine(string.Join(',', row.Select(Field)));
        }
    }

    private static Result<DateOnly> Start(ExperimentPlan plan, AssignmentOrder order)
    {
        if (plan.Start is not { } start)
        {
            return new Problem(ProblemKind.Invalid, "EX062", "The plan does not say on which day it starts, and a schedule is made of days.", "Write \"start\" to the experiment.");
        }

        return (long)order.Count * order.Days <= ScheduleDaysMax && order.Days <= ScheduleDaysMax && order.Washout <= ScheduleDaysMax
            ? start
            : new Problem(
                ProblemKind.Invalid, "EX063", $"A schedule of {CountText.Of(order.Count)} times {CountText.Of(order.Days, "day", "days")} would be longer than a hundred years.", "Plan fewer or shorter ones.");
    }

    private static AssignmentSheet Listed(AssignmentList list) => new(
        ["unit", "arm", "stratum", "block"],
        [.. list.Units.Select(static unit => (IReadOnlyList<string>)[unit.Id, unit.Arm, unit.Stratum, Number(unit.BlockNumber)])],
        $"{char.ToUpperInvariant(list.Method[0])}{list.Method[1..]}, seed {Number(list.Seed)}.",
        list.Balance);

    private static AssignmentSheet Switched(IReadOnlyList<SwitchbackBlock> blocks, ulong seed) => new(
        ["block", "starts", "counts from", "ends", "arm"],
        [.. blocks.Select(static block => (IReadOnlyList<string>)[Number(block.Number), Time(block.Start), Time(block.CountsFrom), Time(block.End), block.Arm])],
        $"Switchback in {CountText.Of(blocks.Count, "block", "blocks")}, seed {Number(seed)}: everybody is given the arm of the block.",
        []);

    private static AssignmentSheet Stepped(IReadOnlyList<SteppedUnit> units, ulong seed) => new(
        ["unit", "step", "changes on", "counts from"],
        [.. units.Select(static unit => (IReadOnlyList<string>)[unit.Id, Number(unit.StepNumber), DayText.Of(unit.ChangesOn), DayText.Of(unit.CountsFrom)])],
        $"Stepped roll-out in {CountText.Of(units.Select(static unit => unit.StepNumber).Distinct().Count(), "step", "steps")}, seed {Number(seed)}: before its day a unit is as today.",
        []);

    // As a program that knows the seed would give them.
    private static AssignmentSheet Hashed(HashedAssignment hashed, IReadOnlyList<ListedUnit> units)
    {
        var arms = units.Select(unit => hashed.ArmIndexOf(unit.Id)).ToArray();
        var counts = hashed.Arms.Select((_, at) => arms.Count(arm => arm == at)).ToArray();
        return new AssignmentSheet(
            ["unit", "arm"],
            [.. units.Select((unit, at) => (IReadOnlyList<string>)[unit.Id, arms[at] is { } arm ? hashed.Arms[arm].Name : ""])],
            $"By the hash of each id with the seed \"{hashed.Seed}\": whoever knows the seed needs no list.",
            [new StratumBalance("", counts)]);
    }

    private static string Field(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>What the command and the API answer to an assignment. Immutable.</summary>
/// <remarks>Written as JSON in camel case (docs/experiment-json.md).</remarks>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="IsLocked">Whether the plan was locked as it stands when the list was made; it has to be before the first unit is given its arm.</param>
/// <param name="Arms">The names of the arms, control first: what the counts of the balance are of.</param>
/// <param name="Headings">What stands above the columns of the list or schedule.</param>
/// <param name="Rows">Its rows, each a list of cells.</param>
/// <param name="Says">How it was made, in a sentence.</param>
/// <param name="Balance">Units per stratum and arm; empty for schedules.</param>
public sealed record AssignmentAnswer(
    int Version,
    string Experiment,
    bool IsLocked,
    IReadOnlyList<string> Arms,
    IReadOnlyList<string> Headings,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    string Says,
    IReadOnlyList<StratumBalance> Balance)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The answer.</summary>
    public static AssignmentAnswer Of(ExperimentPlan plan, AssignmentSheet sheet, LedgerReading ledger)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(ledger);
        return new AssignmentAnswer(
            CurrentVersion, plan.Id, ledger.HasLocked(plan), [.. plan.Arms.Select(static arm => arm.Name)], sheet.Headings, sheet.Rows, sheet.Says, sheet.Balance);
    }
}
