using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method;

public sealed class MapDiffTests
{
    private static readonly OutsideInMap Before = OutsideInMap.Empty with
    {
        Organisation = new Organisation { Name = "Northbank" },
        Skills = [new Skill { Id = "a", Name = "A" }, new Skill { Id = "b", Name = "B" }, new Skill { Id = "c", Name = "C" }],
        Moments = [new MomentOfTruth { Id = "m1", Name = "Calls", Criteria = [new DesignCriterion { Text = "says when" }] }],
    };

    [Fact]
    public void A_map_does_not_differ_from_itself() =>
        Prop.ForAll(Maps.All, static map => MapDiff.Of(map, map).Changes.Count == 0).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void What_is_added_one_way_is_removed_the_other() =>
        Prop.ForAll(Maps.All, Maps.All, static (one, other) =>
        {
            var (there, back) = (MapDiff.Of(one, other).Changes, MapDiff.Of(other, one).Changes);
            return there.Count(static change => change.Kind == EntryChangeKind.Added) == back.Count(static change => change.Kind == EntryChangeKind.Removed)
                && there.Count(static change => change.Kind == EntryChangeKind.Changed) == back.Count(static change => change.Kind == EntryChangeKind.Changed);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Entries_are_told_apart_by_id_and_changes_named_key_by_key()
    {
        var after = Before with
        {
            Organisation = new Organisation { Name = "Southbank" },
            Skills = [new Skill { Id = "A", Name = "Asking" }, new Skill { Id = "c", Name = "C" }, new Skill { Id = "d", Name = "D" }],
        };

        var changes = MapDiff.Of(Before, after).Changes;

        Assert.Equal(
            [
                "Changed organisation : name Northbank -> Southbank",
                "Removed skills b: id b -> , name B -> ",
                "Changed skills A: id a -> A, name A -> Asking",
                "Added skills d: id  -> d, name  -> D",
            ],
            changes.Select(Line));
    }

    [Fact]
    public void The_fewest_entries_are_moved()
    {
        // Of a b c to c a b only c has gone elsewhere.
        var after = Before with { Skills = [Before.Skills[2], Before.Skills[0], Before.Skills[1]] };

        Assert.Equal(["Moved skills c: "], MapDiff.Of(Before, after).Changes.Select(Line));
    }

    [Fact]
    public void A_row_without_an_id_is_the_same_while_it_says_the_same()
    {
        var after = Before with { Moments = [Before.Moments[0] with { Criteria = [new DesignCriterion { Text = "says when", Weight = 2 }] }] };

        Assert.Equal(
            ["Removed moments of truth: criteria : text says when -> ", "Added moments of truth: criteria : text  -> says when, weight  -> 2"],
            MapDiff.Of(Before, after).Changes.Select(Line));
        Assert.All(MapDiff.Of(Before, after).Changes, static change => Assert.Equal("m1", change.Owner));
    }

    [Fact]
    public void Two_revolutions_of_an_SCO_map_are_compared_by_what_they_say()
    {
        var first = new SuccessfulOutcome { Id = "sco-1", Name = "Claim settled", Statements = [new StatementOfIntent { Id = "s1", Name = "Paid in 30 days" }] };
        var second = new SuccessfulOutcome { Id = "sco-2", Name = "Back on the road", Revolution = 2, State = OutcomeState.Tested, Statements = [new StatementOfIntent { Id = "s2", Name = "Paid in 30 days" }, new StatementOfIntent { Id = "s3", Name = "Driving in 24 hours" }] };

        var changes = MapDiff.OfRevolutions(first, second).Changes;

        Assert.Equal(["Changed outcomes", "Added outcomes: statements"], changes.Select(static change => $"{change.Kind} {change.Section}"));
        Assert.Equal(new FieldChange("one-liner", "Claim settled", "Back on the road"), Assert.Single(changes[0].Fields));
        Assert.Equal("Driving in 24 hours", changes[1].Name);
    }

    private static string Line(EntryChange change) =>
        $"{change.Kind} {change.Section} {change.Id}: {string.Join(", ", change.Fields.Select(static field => $"{field.Key} {field.Before} -> {field.After}"))}";
}
