using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>The map: what an organisation says about its customers, their outcomes, the causes of its work, and the work. Immutable.</summary>
/// <remarks>
/// One document an organisation, written as YAML by hand or by the workspace. Source: method.md §2. Every list is a section
/// of the document and may be empty; the order of a list is the order of the text. Links go by id.
/// </remarks>
public sealed record OutsideInMap
{
    /// <summary>The version of the written format this build writes; older ones are read and brought forward.</summary>
    public const int FormatVersion = 2;

    /// <summary>A map that says nothing yet.</summary>
    public static OutsideInMap Empty { get; } = new();

    /// <summary>Whose map it is.</summary>
    public Organisation Organisation { get; init; } = new();

    /// <summary>Mission, vision and strategy (row 13).</summary>
    public IReadOnlyList<Objective> Objectives { get; init; } = [];

    /// <summary>Departments, teams and functions.</summary>
    public IReadOnlyList<OrgUnit> Units { get; init; } = [];

    /// <summary>Roles (rows 54 and 55).</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>Everyone who works here (row 52).</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>The parties served, chosen or not (S0 question 1).</summary>
    public IReadOnlyList<Customer> Customers { get; init; } = [];

    /// <summary>Customers grouped by need (S2, row 39).</summary>
    public IReadOnlyList<CustomerCategory> Categories { get; init; } = [];

    /// <summary>Needs, wants and unstated needs (row 42), with the categorisation grid (row 39).</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>Systems (row 60).</summary>
    public IReadOnlyList<WorkSystem> Systems { get; init; } = [];

    /// <summary>Skills (row 39).</summary>
    public IReadOnlyList<Skill> Skills { get; init; } = [];

    /// <summary>Other organisations that complete an outcome (row 50).</summary>
    public IReadOnlyList<Partner> Partners { get; init; } = [];

    /// <summary>What customers go through (row 57).</summary>
    public IReadOnlyList<Experience> Experiences { get; init; } = [];

    /// <summary>The Successful Customer Outcomes with their SCO maps, most important first (rows 1 to 9).</summary>
    public IReadOnlyList<SuccessfulOutcome> Outcomes { get; init; } = [];

    /// <summary>Moments of Truth in the customer's order (rows 29 to 31).</summary>
    [Key("moments of truth")]
    public IReadOnlyList<MomentOfTruth> Moments { get; init; } = [];

    /// <summary>Breakpoints, also called handovers (row 33).</summary>
    public IReadOnlyList<Breakpoint> Breakpoints { get; init; } = [];

    /// <summary>Business rules (row 35).</summary>
    [Key("business rules")]
    public IReadOnlyList<BusinessRule> Rules { get; init; } = [];

    /// <summary>Tasks: the lowest tier of the Performance Landscape (row 15).</summary>
    public IReadOnlyList<WorkTask> Tasks { get; init; } = [];

    /// <summary>Activities: the work a log sees, and the second tier (row 15).</summary>
    public IReadOnlyList<Activity> Activities { get; init; } = [];

    /// <summary>Outputs: the third tier (row 15).</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>Business outcomes: the fourth tier (row 15).</summary>
    public IReadOnlyList<BusinessOutcome> BusinessOutcomes { get; init; } = [];

    /// <summary>Metrics (rows 14 to 22).</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>When the organisation works; the first is the one measures go by where they name none.</summary>
    public IReadOnlyList<BusinessCalendar> Calendars { get; init; } = [];

    /// <summary>What people are paid for (row 52).</summary>
    public IReadOnlyList<RewardRule> Rewards { get; init; } = [];

    /// <summary>What endangers the needs (row 43).</summary>
    public IReadOnlyList<Risk> Risks { get; init; } = [];

    /// <summary>The action plan, ideas and tensions included (rows 44 to 48, 55).</summary>
    public IReadOnlyList<ActionItem> Actions { get; init; } = [];

    /// <summary>Experiments (row 27).</summary>
    public IReadOnlyList<Experiment> Experiments { get; init; } = [];

    /// <summary>Contacts counted by cause (row 23).</summary>
    public IReadOnlyList<DemandRecord> Demand { get; init; } = [];

    /// <summary>Emails, calls and systems counted (row 34).</summary>
    public IReadOnlyList<WorkCount> Counts { get; init; } = [];

    /// <summary>Messages about the outcomes (row 62).</summary>
    public IReadOnlyList<Communication> Communications { get; init; } = [];

    /// <summary>What somebody says of the eleven differences, five challenges and ten steps (rows 62b to 64; F19).</summary>
    public IReadOnlyList<StatedScore> Assessment { get; init; } = [];

    /// <summary>Walks through experiences (row 58).</summary>
    public IReadOnlyList<Walkthrough> Walkthroughs { get; init; } = [];

    /// <summary>Maps of people's own (row 61).</summary>
    public IReadOnlyList<PersonalMap> PersonalMaps { get; init; } = [];

    /// <summary>Who the resources and teams of a log are.</summary>
    public IReadOnlyList<Doer> Doers { get; init; } = [];

    /// <summary>Activity names of a log whose events are hand-offs in themselves, such as "Reassign*".</summary>
    [Key("hand-offs")]
    public IReadOnlyList<NamePattern> HandOffEvents { get; init; } = [];

    /// <summary>Findings somebody accepts, each with a reason.</summary>
    public IReadOnlyList<AcceptedFinding> Accepted { get; init; } = [];

    /// <summary>Everything events can stand for; computed at each call. See <see cref="MappedActivity.Of"/>.</summary>
    public IReadOnlyList<MappedActivity> MappedActivities() => MappedActivity.Of(this);

    /// <summary>Every entry of the map in the order of its sections, expectations and statements behind their outcome; computed at each call.</summary>
    public IEnumerable<MapEntry> Entries() =>
    [
        .. Objectives, .. Units, .. Roles, .. People, .. Customers, .. Categories, .. Needs, .. Systems, .. Skills, .. Partners,
        .. Experiences, .. Outcomes.SelectMany(static one => (IEnumerable<MapEntry>)[one, .. one.Expectations, .. one.Statements]),
        .. Moments, .. Breakpoints, .. Rules, .. Tasks, .. Activities, .. Outputs, .. BusinessOutcomes, .. Metrics, .. Calendars, .. Rewards,
        .. Risks, .. Actions, .. Experiments.SelectMany(static one => (IEnumerable<MapEntry>)[one, .. one.Arms]), .. Demand, .. Counts,
        .. Communications, .. Walkthroughs, .. PersonalMaps.SelectMany(static one => (IEnumerable<MapEntry>)[one, .. one.Statements]), .. Doers,
    ];
}
