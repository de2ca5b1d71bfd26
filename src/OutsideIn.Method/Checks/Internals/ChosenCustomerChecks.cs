namespace OutsideIn.Method.Internals;

/// <summary>Question 1, who is the customer? (S0, S2 step 1, rows 4 and 40).</summary>
internal static class ChosenCustomerChecks
{
    private static readonly HashSet<string> Everybody = new(
        ["everyone", "everybody", "anyone", "anybody", "all customers", "customers", "the customer", "the business", "business", "users", "the public", "stakeholders"],
        StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("SCO-01", Severity.Error, "No funder chosen", "rows 4 and 40; §2", NoFunder),
        Check.For("SCO-02", Severity.Error, "The customer is internal", "row 4; axiom 1", InternalCustomer),
        Check.For("SCO-03", Severity.Warning, "Unwanted customers never decided", "row 4; §6 point 8", UnwantedNeverDecided),
        Check.For("SCO-13", Severity.Warning, "The customer is everyone, or a department", "row 4", Nobody),
        Check.For("SCO-14", Severity.Warning, "The value a customer brings is not said", "row 4", NoValue),
    ];

    private static IEnumerable<Found> NoFunder(CheckScope scope)
    {
        const string Ask = "Who is the customer? Choose one category of a party whose money or mandate funds us, and name it behind \"for\".";
        foreach (var outcome in scope.Outcomes)
        {
            var category = scope.Index.CategoryOf(outcome);
            var customer = scope.Index.Find<Customer>(category?.Customer);
            var why = (category, customer) switch
            {
                (null, _) => "is for nobody in particular: no category of customers is chosen",
                (_, null) => $"is for {category.Called()}, which is a category of no customer",
                (_, { Type: PartyType.Watcher or PartyType.Enabler }) => $"is for {customer.Called()}, a {customer.Type.InWords()} whose money does not fund us",
                (_, { Wanted: Wanted.No }) => $"is for {customer.Called()}, whom we decided not to serve",
                _ => null,
            };
            if (why is not null)
            {
                yield return new Found(outcome, $"{outcome.Called()} {why}.", Ask);
            }
        }
    }

    private static IEnumerable<Found> InternalCustomer(CheckScope scope) =>
        from outcome in scope.Outcomes
        let customer = scope.Index.Find<Customer>(scope.Index.CategoryOf(outcome)?.Customer)
        where customer is { Type: PartyType.Internal }
        select new Found(
            outcome,
            $"{outcome.Called()} is for {customer.Called()}, which is inside the organisation: an internal customer is not a customer.",
            "Whose money or mandate pays for it in the end? That party is the customer.");

    private static IEnumerable<Found> UnwantedNeverDecided(CheckScope scope)
    {
        var (customers, undecided) = (scope.Map.Customers, scope.Map.Customers.Count(static one => one.Wanted == Wanted.Undecided));
        if ((customers.Count > 0 || scope.Outcomes.Count > 0) && customers.All(static one => one.Wanted != Wanted.No))
        {
            var still = undecided > 0 ? $" ({CheckText.Figure(undecided)} still undecided)" : "";
            yield return new Found(
                null, $"No party is written down as one we do not want{still}.", "Whom do we not want to serve? Write the party down with \"wanted: no\".");
        }
    }

    private static IEnumerable<Found> Nobody(CheckScope scope)
    {
        var units = scope.Map.Units.Select(static one => one.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from customer in scope.Map.Customers
            where customer.Type == PartyType.Funder
            let name = customer.Name.Trim()
            let why = Everybody.Contains(name) ? "is everyone and so no choice"
                : units.Contains(name) ? "is a department of our own"
                : name.Contains("internal customer", StringComparison.OrdinalIgnoreCase) ? "is inside the organisation"
                : null
            where why is not null
            select new Found(customer, $"{customer.Called()} {why}.", "Which person, group or company brings revenue, and would notice if we stopped?");
    }

    private static IEnumerable<Found> NoValue(CheckScope scope) =>
        from customer in scope.Map.Customers
        where customer is { Type: PartyType.Funder, Wanted: not Wanted.No } && !customer.Value.IsSaid()
        select new Found(customer, $"What {customer.Called()} brings us is not written down.", "What value do they bring? Say it behind \"value\".");
}
