"""Writes the two tables of names from the Unicode Character Database that Python carries (module unicodedata).

Run from the root of the repository:  python3 tests/OutsideIn.Tests/Vocabulary/unicode-tables.py
  src/OutsideIn.Vocabulary/Internals/canonical-decomposition.txt   what the product reads
  tests/OutsideIn.Tests/Vocabulary/caseless-forms.txt              what the tests hold it to
"""
import unicodedata as u

HANGUL = range(0xAC00, 0xD7A4)

# Letters whose case folding is one letter, which simple upper casing in .NET does not give: long s and the capital theta symbol.
SINGLE = {0x017F: "s", 0x03F4: "\u03b8"}


def codes():
    return (c for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF and u.category(chr(c)) != "Cn")


def hexes(text):
    return " ".join(f"{ord(c):04X}" for c in text)


def folded(text):
    return text.translate(SINGLE)


def nfd(text):
    return u.normalize("NFD", text)


def product():
    yield f"# Unicode Character Database {u.unidata_version}, UnicodeData.txt, fields 3 (canonical combining class) and 5 (canonical decomposition),"
    yield "# and CaseFolding.txt. Copyright Unicode, Inc., Unicode License (https://www.unicode.org/license.txt). Made by unicode-tables.py."
    yield "# d: code point and its full canonical decomposition. Hangul syllables are left out: they follow from arithmetic."
    for c in codes():
        if c not in HANGUL and nfd(chr(c)) != chr(c):
            yield f"d {c:04X} {hexes(folded(nfd(chr(c))))}"
    yield "# c: canonical combining class, then its code points, ranges first..last."
    classes = {}
    for c in codes():
        if u.combining(chr(c)):
            classes.setdefault(u.combining(chr(c)), []).append(c)
    for ccc in sorted(classes):
        yield f"c {ccc} " + " ".join(ranges(classes[ccc]))
    yield "# f: code point and its full case folding, where neither its decomposition nor its upper case gives it."
    for c in codes():
        if nfd(chr(c)) == chr(c) and (len(chr(c).casefold()) > 1 or c in SINGLE):
            yield f"f {c:04X} {hexes(chr(c).casefold())}"


def ranges(points):
    first = last = points[0]
    for c in points[1:] + [None]:
        if c == last + 1 if c is not None else False:
            last = c
            continue
        yield f"{first:04X}" if first == last else f"{first:04X}..{last:04X}"
        first = last = c


def oracle():
    yield f"# Unicode {u.unidata_version}, Python unicodedata and str.casefold: each code point and NFD(casefold(NFD(it))), where that is another text."
    yield "# (The Unicode Standard, 3.13, D145: canonical caseless matching.) Hangul syllables are left out. Made by unicode-tables.py."
    for c in codes():
        key = nfd(nfd(chr(c)).casefold())
        if c not in HANGUL and key != chr(c):
            yield f"{c:04X} {hexes(key)}"


def write(path, lines):
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


write("src/OutsideIn.Vocabulary/Internals/canonical-decomposition.txt", product())
write("tests/OutsideIn.Tests/Vocabulary/caseless-forms.txt", oracle())
