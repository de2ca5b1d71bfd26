using System.Text;
using OutsideIn.Events;
using static OutsideIn.Tests.Events.XesSource;

namespace OutsideIn.Tests.Events;

public sealed class XmlScannerTests
{
    private static readonly int[] Windows = [1, 2, 3, 5, 7, 8, 13, 16, 17, 31, 32, 33, 64, 100, 1000];

    private static readonly string[] Shown = ["x", "y", "q"];

    [Theory]
    [InlineData("<log>\n  <trace>\n</log>", "EV201", 3, 1, "\"</trace>\"")]
    [InlineData("<log><trace></trace>", "EV202", 1, 21, "inside <log>")]
    [InlineData("", "EV202", 1, 1, "before any element")]
    [InlineData("<log a=1/>", "EV201", 1, 8, "a value in quotes")]
    [InlineData("<log a/>", "EV201", 1, 7, "\"=\"")]
    [InlineData("<log a='1'b='2'/>", "EV201", 1, 11, "a blank")]
    [InlineData("<log a='1' a='2'/>", "EV201", 1, 12, "every attribute once")]
    [InlineData("<log a='<'/>", "EV201", 1, 9, "\"&lt;\"")]
    [InlineData("<log a='b & c'/>", "EV201", 1, 11, "\"&amp;\"")]
    [InlineData("<log a='&#0;'/>", "EV201", 1, 9, "a character that XML allows")]
    [InlineData("<log a='&#xD800;'/>", "EV201", 1, 9, "a character that XML allows")]
    [InlineData("<log a='&#x110000;'/>", "EV201", 1, 9, "a character that XML allows")]
    [InlineData("<log a='é\u0001'/>", "EV201", 1, 10, "control character 0x01")]
    [InlineData("<log>é\u0000</log>", "EV201", 1, 7, "text")]
    [InlineData("<log></log><log/>", "EV201", 1, 12, "after the end of the root element")]
    [InlineData("<log></log>junk", "EV201", 1, 12, "after the end of the root element")]
    [InlineData("junk<log/>", "EV201", 1, 1, "\"<\"")]
    [InlineData("</log>", "EV201", 1, 1, "a start tag")]
    [InlineData("<log/ >", "EV201", 1, 5, "\"/>\"")]
    [InlineData("<log>< trace/></log>", "EV201", 1, 6, "a tag or a comment")]
    [InlineData("<log><!WRONG and long></log>", "EV201", 1, 6, "a tag or a comment")]
    [InlineData("<log/> <?xml version='1.0'?>", "EV201", 1, 8, "the XML declaration at the very beginning only")]
    [InlineData("<log><!-- never ends", "EV202", 1, 21, "inside <log>")]
    [InlineData("<log><trace", "EV202", 1, 12, "inside <log>")]
    [InlineData("<log><string key=\"k\" value=\"v", "EV202", 1, 30, "inside <log>")]
    [InlineData("<log>\n<string key=\"k\" value=\"v\u0002\"/></log>", "EV201", 2, 25, "control character 0x02")]
    public void Malformed_XML_is_a_problem_with_line_column_and_what_was_expected_at_any_window(string xml, string code, int line, int column, string expected)
    {
        foreach (var window in Windows)
        {
            var scanner = Scanner(xml, window);
            while (scanner.Read() < XmlToken.Finished)
            {
                Assert.Null(scanner.Fault);
            }

            Assert.Equal(code, scanner.Fault?.Code);
            Assert.Contains($"line {line}, column {column}:", scanner.Fault!.Message, StringComparison.Ordinal);
            Assert.Contains(expected, scanner.Fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Elements_attributes_and_lines_are_the_same_at_any_window()
    {
        const string xml = "\n<a:log  x = '1'\n y=\"&lt;&#x1F600;é\r\nz\">\n <!-- — -->é<b/><string key=\"ké\" value=\"v — ü\"/>\n<string value='w' key='k'/>"
            + "<date key=\"d\" value=\"a&amp;b\"/><c.d-e_f q=''></c.d-e_f ></a:log>\n<!---->";
        string[] expected =
        [
            "Start log 2 x=1,y=<😀é z", "Start b 5 ", "Start string 5 key=ké,value=v — ü", "Start string 6 value=w,key=k", "Start date 6 key=d,value=a&b",
            "Start c.d-e_f 6 q=", "End 6", "End 6", "Finished",
        ];
        foreach (var window in Windows)
        {
            Assert.Equal(expected, Tokens(Scanner(xml, window)));
        }
    }

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xFF)]
    [InlineData(0x80)]
    public void A_byte_that_is_not_UTF_8_is_refused_with_its_place(byte wrong)
    {
        byte[] xml = [.. "<log>\n<a b='"u8, wrong, .. "'/></log>"u8];
        foreach (var window in Windows)
        {
            var scanner = new XmlScanner("test.xes", new MemoryStream(xml), new XmlLimits(window));
            while (scanner.Read() < XmlToken.Finished)
            {
                Assert.Null(scanner.Fault);
            }

            Assert.Equal("EV206", scanner.Fault?.Code);
            Assert.Contains("line 2, column 7", scanner.Fault!.Message, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16BE", true }, { "utf-32", true }, { "utf-16", false }, { "utf-16BE", false },
        { "iso-8859-1", false }, { "windows-1252", false }, { "iso-8859-15", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_log(string name, bool isMarked)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var xml = Log(Trace("Zoë", Event("Prüfen à la carte", "2024-03-30T09:00:00Z"))).Replace("UTF-8", name, StringComparison.Ordinal);
        byte[] bytes = [.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(xml)];
        Assert.Equal(["Zoë|Prüfen à la carte|2024-03-30T09:00:00Z"], Rows(Good(TryRead(bytes)).Log));
    }

    [Fact]
    public void A_declaration_of_UTF_16_over_other_bytes_is_not_believed_and_is_noted()
    {
        var imported = Read(Log(Trace("Zoë", Event("A", "2024-03-30T09:00:00Z"))).Replace("UTF-8", "utf-16", StringComparison.Ordinal));
        Assert.Equal(["Zoë"], imported.Log.CaseNames);
        Assert.Contains(imported.Report.Notes, static note => note.Contains("declares utf-16", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("klingon")]
    [InlineData("utf-7")]
    public void An_encoding_nobody_knows_is_refused_by_name(string name)
    {
        var problem = Refused(Log().Replace("UTF-8", name, StringComparison.Ordinal));
        Assert.Equal("EV205", problem.Code);
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_may_overrule_the_declared_encoding()
    {
        var bytes = Encoding.Latin1.GetBytes(Log(Trace("Zoë", Event("A", "2024-03-30T09:00:00Z"))));
        Assert.Equal("EV206", Bad(TryRead(bytes)).Code);
        Assert.Equal(["Zoë"], Good(TryRead(bytes, new ImportOptions { Encoding = "windows-1252" })).Log.CaseNames);
    }

    private static XmlScanner Scanner(string xml, int window) => new("test.xes", new MemoryStream(Encoding.UTF8.GetBytes(xml)), new XmlLimits(window));

    private static List<string> Tokens(XmlScanner scanner)
    {
        var tokens = new List<string>();
        while (true)
        {
            var token = scanner.Read();
            if (token == XmlToken.Start)
            {
                var attributes = Shown.Select(name => (name, Value: Value(scanner, name)))
                    .Where(static one => one.Value is not null).Select(static one => $"{one.name}={one.Value}").ToList();
                if (Value(scanner, "key") is { } key)
                {
                    var isKeyFirst = !(key == "k");
                    attributes.Add(isKeyFirst ? $"key={key},value={Value(scanner, "value")}" : $"value={Value(scanner, "value")},key={key}");
                }

                tokens.Add($"Start {Encoding.UTF8.GetString(scanner.Name)} {scanner.Line} {string.Join(',', attributes)}");
            }
            else
            {
                tokens.Add(token == XmlToken.End ? $"End {scanner.Line}" : token.ToString());
            }

            if (token >= XmlToken.Finished)
            {
                return tokens;
            }
        }
    }

    private static string? Value(XmlScanner scanner, string attribute) =>
        scanner.TryAttribute(Encoding.UTF8.GetBytes(attribute), out var value) ? Encoding.UTF8.GetString(value) : null;
}
