using OutsideIn.Documents;
using OutsideIn.Method;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Documents;

public sealed class HandoutWriterTests
{
    private static readonly HandoutOptions Options = new(new DateOnly(2026, 11, 21));

    public static TheoryData<HandoutKind> Kinds => [.. Enum.GetValues<HandoutKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_is_a_document_of_its_own_that_runs_and_loads_nothing(HandoutKind kind)
    {
        var page = Page(HandoutMaps.Insurer, kind);

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        foreach (var door in new[] { "<script", "<link", "<iframe", "src=", "href=", "url(", "@import", "http:" })
        {
            Assert.DoesNotContain(door, page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_text_of_a_map_is_escaped_and_no_tag_comes_from_one(HandoutKind kind)
    {
        var page = Page(HandoutMaps.Hostile, kind);

        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onload='", page, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Occurrences(page, "</style>"));
        Assert.Single(Occurrences(page, "</title>"));
        // What comes after the style sheet's end holds the name as text.
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("display:none", page[page.IndexOf("<style>", StringComparison.Ordinal)..page.IndexOf("</style>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_private_personal_map_is_on_no_page(HandoutKind kind)
    {
        var page = Page(HandoutMaps.Insurer, kind);

        Assert.DoesNotContain("Nobody may read this", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Private matter", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_empty_map_gives_a_page_that_says_what_goes_where(HandoutKind kind)
    {
        var page = Page(OutsideInMap.Empty, kind);

        Assert.True(page.Contains("class=\"teach\"", StringComparison.Ordinal) || kind == HandoutKind.Card);
        Assert.DoesNotContain(">NaN", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_page_says_whose_it_is_and_of_which_day(HandoutKind kind)
    {
        var page = Page(HandoutMaps.Insurer, kind);

        Assert.Contains("Northbank Insurance", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2026-11-21\">21 November 2026</time>", page, StringComparison.Ordinal);
        Assert.Contains("counter(page)", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_can_be_read_aloud(HandoutKind kind)
    {
        var page = Page(HandoutMaps.Insurer, kind);

        Assert.Single(Occurrences(page, "<h1>"));
        Assert.Equal(Occurrences(page, "<th").Count - Occurrences(page, "<thead").Count, Occurrences(page, "<th scope=").Count);
        Assert.Equal(Occurrences(page, "<svg").Count, Occurrences(page, "role=\"img\" aria-label=\"Performance").Count + Occurrences(page, "height=\"10\" aria-hidden=\"true\"").Count);
    }

    [Fact]
    public void The_same_map_gives_the_same_page() =>
        Assert.Equal(Page(HandoutMaps.Insurer, HandoutKind.Map), Page(HandoutMaps.Insurer, HandoutKind.Map));

    [Fact]
    public void Texts_too_long_for_the_card_are_shortened_and_the_card_says_so()
    {
        Assert.True(HandoutWriter.Write(HandoutMaps.Longest, HandoutKind.Card, Options).TryGet(out var card, out _));

        Assert.Equal(["MP078", "MP079"], card.Notes.Select(static note => note.Code));
        Assert.Contains("shortened here", card.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_shows_which_letters_of_SMART_a_statement_has_earned()
    {
        var page = Page(HandoutMaps.Insurer, HandoutKind.Card);

        // method.md 5.1: this statement earns all five once metric, baseline, need and expectation are linked.
        Assert.Contains("SMART in all five", page, StringComparison.Ordinal);
        var bare = HandoutMaps.Insurer with { Metrics = [] };
        Assert.Single(Occurrences(Page(bare, HandoutKind.Card), "class=\"lacks\">M<"));
    }

    [Fact]
    public void A_card_with_room_for_everything_says_nothing_of_it()
    {
        Assert.True(HandoutWriter.Write(HandoutMaps.Insurer, HandoutKind.Card, Options).TryGet(out var card, out _));

        Assert.Empty(card.Notes);
    }

    [Fact]
    public void The_map_shows_where_the_three_respondents_differ_and_who_was_not_asked()
    {
        var page = Page(HandoutMaps.Insurer, HandoutKind.Map);

        // Questions 1 to 3 differ, nobody answered 4 and 5, all three say the same to 6.
        Assert.Equal(3, Occurrences(page, "They differ").Count);
        Assert.Equal(2, Occurrences(page, "Ask all three").Count);
        Assert.Single(Occurrences(page, "The same words"));
        Assert.Equal(8, Occurrences(page, "Not asked").Count);
    }

    [Fact]
    public void The_sequence_is_in_the_customers_order_with_waits_repeats_and_what_each_moment_causes()
    {
        var page = Page(HandoutMaps.Insurer, HandoutKind.Sequence);

        var report = page.IndexOf("Reports the crash by phone", StringComparison.Ordinal);
        var form = page.IndexOf("The customer waits 3 d", StringComparison.Ordinal);
        var survey = page.IndexOf("Gets a survey three weeks later", StringComparison.Ordinal);
        Assert.True(report < form && form < survey);
        Assert.Contains("Asked again: policy number, place of the crash", page, StringComparison.Ordinal);
        Assert.Contains("(also caused by Shows the car to an assessor)", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("After the change", StringComparison.Ordinal) > survey);
        Assert.Contains("4 Moments of Truth remain", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_cell_of_the_grid_stays_visible()
    {
        var page = Page(HandoutMaps.Insurer, HandoutKind.Grid);

        // Of three needs, one lacks skills and one everything.
        Assert.Contains("4 of 9", page, StringComparison.Ordinal);
        Assert.Equal(4, Occurrences(page, "<td class=\"gap\">").Count);
    }

    [Fact]
    public void The_landscape_says_where_each_path_dies()
    {
        var page = Page(HandoutMaps.Insurer, HandoutKind.Landscape);

        // method.md 5.2: three tasks die at a business outcome, two at an output, one arrives.
        Assert.Equal(3, Occurrences(page, "dies at business outcome").Count);
        Assert.Equal(2, Occurrences(page, "dies at output").Count);
        Assert.Single(Occurrences(page, ">an objective<"));
    }

    [Fact]
    public void The_figures_of_the_pages_are_those_of_the_ratings()
    {
        // method.md 5.2: coverage 1/6 of the tasks and 15.0% of the hours.
        var landscape = Page(HandoutMaps.Insurer, HandoutKind.Landscape);
        Assert.Contains($"<dd>{ShareText.Of(1, 6)}</dd>", landscape, StringComparison.Ordinal);
        Assert.Contains($"<dd>{ShareText.Of(0.15)}</dd>", landscape, StringComparison.Ordinal);

        // method.md 5.1: without M2, M3, M4, M5, M8 and M10, R3 and R5 the moments fall by 60.0%, breakpoints by 61.5%, rules by 80.0%, together by 64.3%.
        var map = HandoutMaps.Insurer with { Rules = [.. HandoutMaps.Insurer.Rules.Select(static one => one.Id is "r5" ? one with { Verdict = RuleVerdict.Retire } : one)] };
        var sequence = Page(map, HandoutKind.Sequence);
        foreach (var change in new[] { "−60.0%", "−61.5%", "−80.0%", "−64.3%" })
        {
            Assert.Contains($">{change}</td>", sequence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_plan_puts_the_stop_first_and_says_each_action_in_one_sentence()
    {
        var page = Page(HandoutMaps.Insurer, HandoutKind.Plan);

        var (stop, merge, train) = (page.IndexOf("Stop posting the paper form", StringComparison.Ordinal), page.IndexOf("Decide on the first call", StringComparison.Ordinal), page.IndexOf("Train assessors", StringComparison.Ordinal));
        Assert.True(stop < merge && merge < train);
        Assert.Contains("one step nearer to “Back on the road”", page, StringComparison.Ordinal);
        Assert.Contains("treats an effect, not a cause", page[train..], StringComparison.Ordinal);
        Assert.Contains("Cannot be said", Page(HandoutMaps.Insurer with { Outcomes = [] }, HandoutKind.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stop_list_shows_what_goes_with_each_cause()
    {
        var page = Page(HandoutMaps.Insurer, HandoutKind.Stop);

        // method.md 5.1: with M4 alone go B4, B5, B6, B7, R1 and R2; 850 of the hours of 5.2 serve no outcome.
        var row = page[page.IndexOf("Returns the signed form</th>", StringComparison.Ordinal)..];
        row = row[..row.IndexOf("</tr>", StringComparison.Ordinal)];
        Assert.Equal(6, Occurrences(row, "<li>").Count);
        Assert.Contains("<dd>850</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_causes_ends_on_the_page()
    {
        var map = HandoutMaps.Insurer with { Breakpoints = [.. HandoutMaps.Insurer.Breakpoints.Select(static one => one.Id == "b6" ? one with { CausedBy = ["m4", "b7"] } : one)] };

        Assert.Contains("Pass the approval to audit", Page(map, HandoutKind.Sequence), StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_the_map_does_not_have_is_refused_by_name()
    {
        Assert.False(HandoutWriter.Write(HandoutMaps.Insurer, HandoutKind.Card, Options with { Outcome = "nowhere" }).TryGet(out _, out var problem));

        Assert.Equal("MP077", problem.Code);
        Assert.Contains("sco-road", problem.Hint, StringComparison.Ordinal);
    }

    private static List<int> Occurrences(string text, string part)
    {
        var found = new List<int>();
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            found.Add(at);
        }

        return found;
    }

    private static string Page(OutsideInMap map, HandoutKind kind)
    {
        Assert.True(HandoutWriter.Write(map, kind, Options).TryGet(out var handout, out _));
        return handout.Html;
    }
}
