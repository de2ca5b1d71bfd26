namespace OutsideIn.Cli;

/// <summary>The rows of cases to a file, whole or not at all, or to standard output.</summary>
internal static class CsvFile
{
    public static void Write(Terminal terminal, string file, bool hasMetrics, Action<CasesCsv> write)
    {
        if (file is "-")
        {
            using var output = terminal.OpenStandardOutput();
            Rows(output);
        }
        else
        {
            WholeFile.Write(file, Rows);
        }

        void Rows(Stream stream)
        {
            using var rows = new CasesCsv(stream, hasMetrics);
            rows.Head();
            write(rows);
        }
    }
}
