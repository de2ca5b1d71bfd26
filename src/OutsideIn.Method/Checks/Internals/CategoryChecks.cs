namespace OutsideIn.Method.Internals;

/// <summary>Categories of customers: by need, never by circumstance (S2, rows 1, 39 and 41; §6 point 18).</summary>
internal static class CategoryChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("CUS-01", Severity.Error, "A category defined by circumstance", "row 39; §6 point 18", ByCircumstance),
        Check.For("CUS-04", Severity.Warning, "A category whose need is not said", "row 39", NoDefinition),
        Check.For("CUS-06", Severity.Warning, "Customers described by circumstance", "row 41", DescribedByCircumstance),
        Check.For("CUS-08", Severity.Warning, "A category with wants and no need", "row 42", OnlyWants),
        Check.For("CUS-10", Severity.Information, "A category without needs in the grid", "row 39", NoNeeds),
        Check.For("CUS-11", Severity.Warning, "A category without an outcome", "row 1; §6 point 18", NoOutcome),
    ];

    private static IEnumerable<Found> ByCircumstance(CheckScope scope) =>
        from category in scope.Map.Categories
        where category.Definition.IsSaid()
        let word = Circumstance.FindIn(category.Definition!)
        where word is not null
        select new Found(category, $"{category.Called()} is defined by circumstance: \"{word}\".", "What do these customers need that others do not? The label may be colourful; the definition may not.");

    private static IEnumerable<Found> NoDefinition(CheckScope scope) =>
        from category in scope.Map.Categories
        where !category.Definition.IsSaid()
        select new Found(category, $"Nothing says which need the customers of {category.Called()} have in common.", "What do they need? Say it behind \"need\".");

    private static IEnumerable<Found> DescribedByCircumstance(CheckScope scope) =>
        from category in scope.Map.Categories
        where category.Attributes.IsSaid()
        let word = Circumstance.FindIn(category.Attributes!)
        where word is not null
        select new Found(category, $"The customers of {category.Called()} are described by circumstance: \"{word}\".", "How would you describe them as a friend?");

    private static IEnumerable<Found> OnlyWants(CheckScope scope) =>
        from category in scope.Map.Categories
        let needs = scope.NeedsByCategory[category.Id].ToList()
        where needs.Count > 0 && needs.All(static one => one.Kind == NeedKind.Want)
        select new Found(category, $"Everything {category.Called()} is said to need is a want.", "A faster horse is a want. What do they really require?");

    private static IEnumerable<Found> NoNeeds(CheckScope scope) =>
        from category in scope.Map.Categories
        where !scope.NeedsByCategory[category.Id].Any()
        select new Found(category, $"{category.Called()} has no row in the grid.", "What do these customers need? List it under \"needs\", with who and what it takes.");

    private static IEnumerable<Found> NoOutcome(CheckScope scope)
    {
        var served = scope.Outcomes.Select(scope.Index.CategoryOf).OfType<CustomerCategory>().Select(static one => one.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from category in scope.Map.Categories
            where !served.Contains(category.Id)
            select new Found(category, $"No outcome is for {category.Called()}.", "What is the successful outcome of these customers?");
    }
}
