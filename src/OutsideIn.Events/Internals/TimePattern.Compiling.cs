using System.Text;

namespace OutsideIn.Events;

internal sealed partial class TimePattern
{
    private static string? FromStrftime(string text)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                pattern.Append(char.IsAsciiLetter(text[i]) ? $"\\{text[i]}" : text[i].ToString());
                continue;
            }

            var part = ++i == text.Length ? null : text[i] switch
            {
                'Y' => "yyyy",
                'y' => "yy",
                'm' => "MM",
                'b' or 'B' or 'h' => "MMM",
                'd' or 'e' => "dd",
                'H' => "HH",
                'I' => "hh",
                'M' => "mm",
                'S' => "ss",
                'f' => "ffffff",
                'p' => "tt",
                'z' or 'Z' => "zzz",
                'a' or 'A' => "ddd",
                'T' => "HH:mm:ss",
                'R' => "HH:mm",
                'F' => "yyyy-MM-dd",
                'D' => "MM/dd/yy",
                '%' => "%",
                _ => null,
            };
            if (part is null)
            {
                return null;
            }

            pattern.Append(part);
        }

        return pattern.ToString();
    }

    private bool AddParts(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = 1;
            while (i + length < text.Length && text[i + length] == text[i])
            {
                length++;
            }

            var letter = text[i];
            if (letter is '\'' or '\\')
            {
                var end = letter == '\\' ? i + 2 : text.IndexOf('\'', i + 1) + 1;
                if (end <= i || end > text.Length)
                {
                    return false;
                }

                _parts.AddRange(Encoding.UTF8.GetBytes(text[(i + 1)..(letter == '\\' ? end : end - 1)]).Select(static one => (Part.Letter, one)));
                i = end;
                continue;
            }

            if (!char.IsAsciiLetter(letter))
            {
                _parts.AddRange(letter == ' ' ? [(Part.Blank, (byte)0)]
                    : Encoding.UTF8.GetBytes(text[i..(i + length)]).Select(static one => (Part.Letter, one)));
            }
            else if (!TryAddPart(letter, length))
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    private bool TryAddPart(char letter, int length)
    {
        var part = (letter, length) switch
        {
            ('y', >= 3) => Part.Year,
            ('y', _) => Part.ShortYear,
            ('M', >= 3) => Part.MonthName,
            ('M', _) => Part.Month,
            ('d', >= 3) => Part.Weekday,
            ('d', _) => Part.Day,
            ('H', _) => Part.Hour,
            ('h', _) => Part.HalfDayHour,
            ('m', _) => Part.Minute,
            ('s', _) => Part.Second,
            ('f' or 'F', _) => Part.Rest,
            ('t', _) => Part.HalfDay,
            ('T', 1) => Part.ClockGap,
            ('z' or 'K' or 'Z', _) => Part.Blank,
            _ => Part.Letter,
        };
        switch (part)
        {
            case Part.Letter:
                return false;
            case Part.Blank:
                RemoveLast(Part.Blank);
                return true;
            case Part.Hour or Part.HalfDayHour when RemoveLast(Part.Blank):
                _parts.Add((Part.ClockGap, 0));
                break;
            case Part.Second when _parts is [.., (Part.Rest, not 0), (Part.Letter, (byte)':' or (byte)'.')]:
                _parts.RemoveAt(_parts.Count - 1);
                return true;
            case Part.Rest:
                // The point before a fraction and the fraction itself belong to the rest behind the seconds.
                _ = RemoveLetter('.') || RemoveLetter(',') || RemoveLetter(':');
                return _parts is [.., (Part.Rest or Part.Second, _)];
            case Part.HalfDay:
                RemoveLast(Part.Blank);
                break;
        }

        _parts.Add((part, 0));
        if (part == Part.Minute)
        {
            var colon = _parts is [.., (Part.Letter, var before), (Part.Minute, _)] ? before : (byte)0;
            if (colon != 0)
            {
                _parts.Add((Part.Rest, colon));
            }
        }
        else if (part == Part.Second)
        {
            _parts.Add((Part.Rest, 0));
        }

        return true;
    }

    private bool RemoveLetter(char letter)
    {
        if (_parts is not [.., (Part.Letter, var last)] || last != letter)
        {
            return false;
        }

        _parts.RemoveAt(_parts.Count - 1);
        return true;
    }

    private bool RemoveLast(Part part)
    {
        if (_parts.Count == 0 || _parts[^1].Part != part)
        {
            return false;
        }

        _parts.RemoveAt(_parts.Count - 1);
        return true;
    }
}
