using System.Globalization;
using System.Text;

namespace OutsideIn.Vocabulary.Internals;

/// <summary>Canonical decomposition of text: the form in which a composed é and an e with a combining accent are the same characters.</summary>
/// <remarks>
/// The Unicode Standard, 3.7 (canonical ordering) and 3.12 (Hangul, by arithmetic), on tables of the Unicode Character Database 14.0
/// (canonical-decomposition.txt). Our own, because the product runs without culture tables and <see cref="string.Normalize()"/> leaves
/// such text as it is there. Code points that Unicode assigned later stand for themselves. Immutable tables; safe to share.
/// </remarks>
internal static class CanonicalForm
{
    private const int HangulFirst = 0xAC00;
    private const int HangulCount = 11_172;
    private const int LeadFirst = 0x1100;
    private const int VowelFirst = 0x1161;
    private const int TrailFirst = 0x11A7;
    private const int VowelCount = 21;
    private const int TrailCount = 28;

    /// <summary>Whether the text is its own decomposition and folds letter by letter. O(characters), no allocation.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return true;
        }

        foreach (var one in text)
        {
            if (one >= 0x80 && Tables.Concerns[one])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The decomposition, in canonical order, of text whose letters that fold to several stand as those. O(characters), runs of marks by insertion.</summary>
    public static string Decomposed(string text)
    {
        var runes = new List<Rune>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune, runes);
        }

        Order(runes);
        var form = new StringBuilder(runes.Count);
        Span<char> units = stackalloc char[2];
        foreach (var rune in runes)
        {
            form.Append(units[..rune.EncodeToUtf16(units)]);
        }

        return form.ToString();
    }

    private static void Decompose(Rune rune, List<Rune> into)
    {
        var hangul = rune.Value - HangulFirst;
        if (hangul is >= 0 and < HangulCount)
        {
            into.Add(new Rune(LeadFirst + (hangul / (VowelCount * TrailCount))));
            into.Add(new Rune(VowelFirst + (hangul % (VowelCount * TrailCount) / TrailCount)));
            if (hangul % TrailCount != 0)
            {
                into.Add(new Rune(TrailFirst + (hangul % TrailCount)));
            }
        }
        else if (rune.Value >= 0x80 && Tables.Forms.TryGetValue(rune.Value, out var form))
        {
            into.AddRange(form);
        }
        else
        {
            into.Add(rune);
        }
    }

    // Marks of a run stand by class; those of one class keep their order.
    private static void Order(List<Rune> runes)
    {
        for (var index = 1; index < runes.Count; index++)
        {
            var mark = runes[index];
            var rank = ClassOf(mark);
            var place = index;
            while (rank > 0 && place > 0 && ClassOf(runes[place - 1]) > rank)
            {
                runes[place] = runes[place - 1];
                place--;
            }

            runes[place] = mark;
        }
    }

    private static byte ClassOf(Rune rune) => rune.Value >= 0x300 && Tables.Classes.TryGetValue(rune.Value, out var rank) ? rank : (byte)0;

    /// <summary>Read once, and only where a name has such a character.</summary>
    private static class Tables
    {
        public static readonly Dictionary<int, Rune[]> Forms = [];
        public static readonly Dictionary<int, byte> Classes = [];

        // [UTF-16 units] Whether text with it has to be looked at: it has another form, is a mark, a Hangul syllable, or half of a code point that may be.
        public static readonly bool[] Concerns = new bool[char.MaxValue + 1];

        static Tables()
        {
            using var stream = typeof(CanonicalForm).Assembly.GetManifestResourceStream("OutsideIn.Vocabulary.canonical-decomposition.txt")!;
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                Read(line.Split(' '));
            }

            Array.Fill(Concerns, true, HangulFirst, HangulCount);
            Array.Fill(Concerns, true, 0xD800, 0x800);
            foreach (var one in Forms.Keys.Concat(Classes.Keys).Where(static one => one <= char.MaxValue))
            {
                Concerns[one] = true;
            }
        }

        private static void Read(string[] fields)
        {
            switch (fields[0])
            {
                case "d" or "f":
                    Forms[Code(fields[1])] = [.. fields.Skip(2).Select(static field => new Rune(Code(field)))];
                    break;
                case "c":
                    var rank = byte.Parse(fields[1], CultureInfo.InvariantCulture);
                    foreach (var field in fields.Skip(2))
                    {
                        var ends = field.Split("..");
                        for (var code = Code(ends[0]); code <= Code(ends[^1]); code++)
                        {
                            Classes[code] = rank;
                        }
                    }

                    break;
            }
        }

        private static int Code(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
