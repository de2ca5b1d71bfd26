using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Vocabulary;

public sealed class NamePatternTests
{
    // Unicode 14's own key of canonical caseless matching, by Python's unicodedata (unicode-tables.py).
    private static readonly Dictionary<int, string> Keys = File.ReadLines(Path.Combine(Folder(), "caseless-forms.txt"))
        .Where(static line => line[0] != '#')
        .Select(static line => line.Split(' ').Select(static hex => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToArray())
        .ToDictionary(static codes => codes[0], static codes => string.Concat(codes.Skip(1).Select(char.ConvertFromUtf32)));

    [Theory]
    [InlineData("Schaden geprüft", "SCHADEN GEPRU\u0308FT")]
    [InlineData("Café", "cafe\u0301")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("GROẞ", "groß")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("Ångström", "\u212Bngstro\u0308m")]
    [InlineData("Việt", "Vie\u0323\u0302t")]
    [InlineData("Vie\u0302\u0323t", "Vie\u0323\u0302t")]
    [InlineData("한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF")]
    [InlineData(" İstanbul ", "i\u0307stanbul")]
    [InlineData("ﬁnal", "Final")]
    [InlineData("Congreſs", "congress")]
    public void Two_ways_to_store_a_name_are_one_name(string one, string other)
    {
        Assert.Equal(NamePattern.Fold(one), NamePattern.Fold(other));
        Assert.True(new NamePattern(one).Matches(other));
        Assert.NotNull(new PatternIndex([[new NamePattern(one)]]).ClaimOf(other));
        Assert.Equal([one.Trim()], NearestNames.Among(other, [one.Trim()]));
    }

    [Theory]
    [InlineData("resume", "résumé")]
    [InlineData("ılık", "ilik")]
    [InlineData("e\u0323\u0302", "e\u0302\u0330")]
    public void Names_that_differ_in_a_letter_or_a_mark_stay_two_names(string one, string other) => Assert.NotEqual(NamePattern.Fold(one), NamePattern.Fold(other));

    [Fact]
    public void Every_code_point_is_one_name_with_its_caseless_form()
    {
        var wrong = Keys.Where(static one => NamePattern.Fold("x" + char.ConvertFromUtf32(one.Key) + "x") != NamePattern.Fold("x" + one.Value + "x"))
            .Select(static one => one.Key.ToString("X4", CultureInfo.InvariantCulture));

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_two_code_points_of_different_caseless_forms_become_one_name()
    {
        var wrong = CodePoints().GroupBy(static code => NamePattern.Fold("x" + char.ConvertFromUtf32(code) + "x"), StringComparer.Ordinal)
            .Where(static group => group.Select(static code => Keys.GetValueOrDefault(code) ?? char.ConvertFromUtf32(code)).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(static group => string.Join(' ', group.Select(static code => code.ToString("X4", CultureInfo.InvariantCulture))));

        Assert.Empty(wrong);
    }

    // The Unicode Standard, 3.12: LIndex, VIndex and TIndex of 퓛 (U+D4DB) are 17, 16 and 15.
    [Fact]
    public void Hangul_syllables_decompose_by_arithmetic()
    {
        Assert.Equal("\u1111\u1171\u11B6", NamePattern.Fold("\uD4DB"));
        Assert.Equal(11_172, Enumerable.Range(0xAC00, 11_172).Select(static code => NamePattern.Fold(char.ConvertFromUtf32(code))).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Any_text_folds_to_a_form_that_folds_to_itself_and_in_whatever_order_its_marks_are_typed()
    {
        int[] pieces = [0x41, 0x65, 0xDF, 0x130, 0x1D6, 0x300, 0x301, 0x315, 0x323, 0x345, 0x3C3, 0xAC01, 0x1E9E, 0xFB01, 0x1D15E, 0x20, 0x2A];
        var texts = Gen.Elements(pieces).ListOf().Select(static codes => string.Concat(codes.Select(char.ConvertFromUtf32)));

        Prop.ForAll(texts.ToArbitrary(), static text =>
        {
            var folded = NamePattern.Fold(text);
            Assert.Equal(folded, NamePattern.Fold(folded));
            Assert.Equal(NamePattern.Fold(text + "\u0323\u0301"), NamePattern.Fold(text + "\u0301\u0323"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Halves_of_a_pair_and_empty_names_are_folded_without_an_exception()
    {
        Assert.Equal("", NamePattern.Fold("  "));
        Assert.NotEmpty(NamePattern.Fold("a\uD800é"));
    }

    [Fact]
    public void A_name_that_is_its_own_folded_form_is_given_back_as_it_is()
    {
        string[] names = ["CLAIM REPORTED", "ПРЕТЕНЗИЯ", "受付"];

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var name in names)
        {
            Assert.Same(name, NamePattern.Fold(name));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_096);
    }

    // Of planes 0, 1 and the compatibility ideographs of 2; without Hangul, surrogates, and the letters with a case that Unicode 15 and 16 added.
    private static IEnumerable<int> CodePoints() => Enumerable.Range(0, 0x20000).Concat(Enumerable.Range(0x2F800, 0x220)).Where(static code =>
        code is not (>= 0xAC00 and <= 0xD7A3) and not (>= 0xD800 and <= 0xDFFF) and not (0x1C89 or 0x1C8A) and not (>= 0xA7CB and <= 0xA7CF) and not (>= 0xA7D2 and <= 0xA7DC)
            and not (>= 0x10D50 and <= 0x10D85));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
