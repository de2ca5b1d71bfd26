namespace OutsideIn.Method.Internals;

/// <summary>In which order the sections are written, and what the text says before each.</summary>
/// <param name="Key">The section's key.</param>
/// <param name="IsAlways">Written even when it is empty, because every map needs it sooner or later.</param>
/// <param name="Comments">What belongs into it.</param>
internal sealed record SectionGuide(string Key, bool IsAlways, params IReadOnlyList<string> Comments)
{
    private static readonly SectionGuide[] Told =
    [
        new("organisation", false, "Whose map it is. internal words: your own names for functions and processes, which no customer uses."),
        new("customers", true, "Who is served, and who is not wanted.", "type: funder, watcher, enabler, internal. wanted: yes, no, undecided."),
        new("categories", false, "Customers grouped by what they need, never by age or income, and which cases of the log are theirs."),
        new("needs", false, "What customers of a category require. kind: need, want, unstated. Importance and satisfaction from 0 to 10."),
        new("experiences", false, "What customers go through, from need to outcome, in their own name for it."),
        new(
            "outcomes",
            true,
            "The Successful Customer Outcomes, most important first: the six questions answered, and the events that show the outcome.",
            "first need: the customer's clock starts. reached, lost: it stops. * stands for any run of characters."),
        new("objectives", false, "What the organisation wants to be or do. kind: mission, vision, strategic."),
        new(
            "moments of truth",
            true,
            "Every contact with the customer, in the customer's order. Remove it or improve it.",
            "events: the activity names of the log that stand for it; its own name where none are given.",
            "kind: person-person, person-system, system-person, system-system, person-product.",
            "demand: value, or failure demand: chase, repeat, correction, complaint.",
            "Take 'suggested: yes' out where you agree; correct the rest."),
        new("breakpoints", false, "Every hand-off inside, and what causes it. Name: do something, to something, to get something."),
        new("business rules", false, "What decides. Write down since when, why, and whether that is still so; then challenge it."),
        new("tasks", false, "Work at its smallest, with its hours, what causes it and what it leads to."),
        new("activities", true, "The work inside. events: the activity names of the log that stand for it; its own name where none are given."),
        new("outputs", false, "What we make. Each must lead to a business outcome or to a customer's."),
        new("business outcomes", false, "Results for us, such as revenue, and the customer outcomes they follow from."),
        new("metrics", false, "What is measured. tier: task, activity, output, business outcome, customer outcome; leave it out to have it judged.", "measure: how a log tells the figure. objective: which values count as success. Both are told in docs/measures.md."),
        new("calendars", false, "When you work: what 'working time' and business days (bd) in measures go by. The first is meant where none is named."),
        new("rewards", false, "What people are paid for: for whom, by which metric, which part of the variable pay."),
        new("units", false, "Departments, teams and functions."),
        new("roles", false, "Roles, each with a purpose and the outcomes it serves."),
        new("people", false, "Everyone who works here."),
        new("systems", false, "The systems the work is done with."),
        new("skills", false, "Skills people need in order to meet a need."),
        new("partners", false, "Other organisations that complete an outcome."),
        new("risks", false, "What endangers a need, and where. Impact and likelihood from 0 to 4."),
        new("actions", false, "What to do. kind: stop, remove, merge, automate, improve, innovate. A stop needs nobody's approval."),
        new("experiments", false, "Hypothesis, control and change. The first arm is the control; its other keys are the plan.", "unit: case, customer, agent, team, branch, week. Decide by one metric; guardrails must not get worse."),
        new("demand", false, "Contacts counted by cause. kind: value, chase, repeat, correction, complaint."),
        new("counts", false, "Emails, calls and systems it takes a role to get a day's work done."),
        new("communications", false, "Messages about the outcomes, judged by who understood them."),
        new("walkthroughs", false, "Walks through an experience as it really is."),
        new("personal maps", false, "Maps of people's own; private unless 'shared: yes'."),
        new("assessment", false, "What somebody says of the differences d1 to d11, the challenges c1 to c5 and the steps s1 to s10, from 0 to 10."),
        new("doers", true, "Who the resources and teams of the log are.", "is: customer, department, system, partner."),
        new("hand-offs", false, "Activity names of the log whose events are hand-offs in themselves."),
        new("accepted", false, "Findings that are accepted, each with the reason."),
    ];

    /// <summary>Every section of the format in the order in which it is written; one that nothing is said about comes last, without a comment.</summary>
    public static IReadOnlyList<(FieldFormat Field, SectionGuide Guide)> All { get; } =
    [
        .. Told.Select(static guide => (MapReader.Root.Find(guide.Key)!, guide)),
        .. MapReader.Root.Fields
            .Where(static field => !Array.Exists(Told, guide => Keys.Alike.Equals(guide.Key, field.Key)))
            .Select(static field => (field, new SectionGuide(field.Key, IsAlways: false))),
    ];
}
