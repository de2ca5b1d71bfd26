using System.CommandLine;
using System.Text;
using OutsideIn.Documents;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein map export</c>, <c>import</c> and <c>diff</c>: a map as a workbook, back again, and what differs.</summary>
internal static class MapBookCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Command Export(Terminal terminal)
    {
        var (map, book) = (Map(), new Argument<string>("BOOK") { Description = "The workbook to write, such as map.xlsx; must not be there yet." });
        var command = new Command("export", "Writes a map as a workbook (.xlsx), one sheet a list, to be edited in a spreadsheet.") { map, book };
        command.SetAction(parsed => Export(terminal, parsed.GetValue(map)!, parsed.GetValue(book)!));
        return command;
    }

    public static Command Import(Terminal terminal)
    {
        var (map, book) = (Map(), new Argument<string>("BOOK") { Description = "The workbook (.xlsx)." });
        var yes = new Option<bool>("--yes") { Description = "Write without asking." };
        var command = new Command("import", "Shows what a workbook changes in a map and, when you agree, changes it; the map as it was stays beside it as .bak.") { map, book, yes };
        command.SetAction(parsed => Import(terminal, parsed.GetValue(map)!, parsed.GetValue(book)!, parsed.GetValue(yes)));
        return command;
    }

    public static Command Diff(Terminal terminal)
    {
        var map = Map();
        var other = new Argument<string?>("OTHER") { Description = "Another map (.yaml) or a workbook (.xlsx).", Arity = ArgumentArity.ZeroOrOne };
        var outcome = new Option<string>("--outcome") { Description = "Without OTHER: what this outcome's SCO map says that the revolution before it did not.", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("diff", "Shows what differs between two maps, entry by entry, or between two revolutions of an SCO map.") { map, other, outcome, json };
        command.SetAction(parsed =>
        {
            var found = parsed.GetValue(other) is { } path ? Differ(terminal, parsed.GetValue(map)!, path) : Revolutions(terminal, parsed.GetValue(map)!, parsed.GetValue(outcome));
            if (found is null)
            {
                return ExitCode.Problem;
            }

            if (parsed.GetValue(json))
            {
                using var output = terminal.OpenStandardOutput();
                output.Write(Utf8.GetBytes(DiffText.AsJson(found) + "\n"));
                return ExitCode.Done;
            }

            DiffText.Show(terminal.Data, found);
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Map() => new("MAP") { Description = "The map (YAML)." };

    private static int Export(Terminal terminal, string path, string book)
    {
        if (MapFile.Read(terminal, path) is not { } map)
        {
            return ExitCode.Problem;
        }

        if (File.Exists(book))
        {
            return ProblemText.Show(terminal, new Problem(ProblemKind.Conflict, "CL051", $"{book} is there already.", "Name another file, or move this one away."));
        }

        if (!WholeFile.Write(book, stream => MapWorkbook.Write(map, stream)).TryGet(out var rows, out var problem))
        {
            return ProblemText.Show(terminal, problem);
        }

        terminal.Talk.MarkupLineInterpolated($"[grey]Written:[/] {book}[grey], {CountText.Of(rows, "row", "rows")}. Bring it back with:[/] outsidein map import {path} {book}");
        return ExitCode.Done;
    }

    private static int Import(Terminal terminal, string path, string book, bool isAgreed)
    {
        var isNew = !File.Exists(path);
        var text = isNew ? MapYaml.Write(OutsideInMap.Empty) : File.ReadAllText(path);
        if ((isNew ? OutsideInMap.Empty : MapFile.Read(terminal, path)) is not { } map || Laid(terminal, map, book) is not { } changed)
        {
            return ExitCode.Problem;
        }

        if (MapYaml.Read(text, path).Diagnostics.Any(static one => one.Code == "MP043"))
        {
            return ProblemText.Show(terminal, new Problem(
                ProblemKind.Conflict, "CL055", $"{path} is a map in several files, and a workbook is brought back into one.", "Join it first, with 'outsidein map format', and import into the joined map."));
        }

        var diff = MapDiff.Of(map, changed);
        DiffText.Show(terminal.Data, diff);
        if (diff.Changes.Count == 0)
        {
            return ExitCode.Done;
        }

        if (!isAgreed && !(terminal.Talk.Profile.Capabilities.Interactive && terminal.Talk.Confirm($"Change {Markup.Escape(path)}?", defaultValue: false)))
        {
            terminal.Talk.MarkupLineInterpolated($"[grey]Nothing was written. With --yes it is written without a question.[/]");
            return ExitCode.Done;
        }

        return Write(terminal, path, isNew ? null : text, MapYaml.Rewrite(text, changed));
    }

    private static int Write(Terminal terminal, string path, string? before, string after)
    {
        if (before is not null)
        {
            if (!File.Exists(path) || !string.Equals(File.ReadAllText(path), before, StringComparison.Ordinal))
            {
                return ProblemText.Show(terminal, new Problem(ProblemKind.Conflict, "CL052", $"{path} was changed by somebody else meanwhile.", "Nothing was written; import again."));
            }

            WholeFile.Write(path + ".bak", stream => stream.Write(Utf8.GetBytes(before)));
        }

        WholeFile.Write(path, stream => stream.Write(Utf8.GetBytes(after)));
        terminal.Talk.MarkupLineInterpolated($"[grey]Written:[/] {path}{(before is null ? "" : "; as it was: " + path + ".bak")}");
        return ExitCode.Done;
    }

    /// <summary>A workbook laid over a map; what is wrong with it is printed, and one with errors changes nothing.</summary>
    private static OutsideInMap? Laid(Terminal terminal, OutsideInMap map, string book)
    {
        if (!File.Exists(book))
        {
            ProblemText.Show(terminal, new Problem(ProblemKind.NotFound, "CL053", $"There is no file {book}.", "Give the path of a workbook (.xlsx)."));
            return null;
        }

        using var stream = File.OpenRead(book);
        if (!MapWorkbook.Read(stream, map, Path.GetFileName(book)).TryGet(out var read, out var problem))
        {
            ProblemText.Show(terminal, problem);
            return null;
        }

        foreach (var diagnostic in read.Diagnostics)
        {
            terminal.Talk.WriteLine(diagnostic.ToString());
        }

        return read.HasErrors ? null : read.Map;
    }

    private static MapDiff? Differ(Terminal terminal, string path, string other)
    {
        if (MapFile.Read(terminal, path) is not { } map)
        {
            return null;
        }

        var isBook = other.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        return (isBook ? Laid(terminal, map, other) : MapFile.Read(terminal, other)) is { } second ? MapDiff.Of(map, second) : null;
    }

    private static MapDiff? Revolutions(Terminal terminal, string path, string? outcome)
    {
        if (MapFile.Read(terminal, path) is not { } map)
        {
            return null;
        }

        var after = map.Outcomes.Where(one => outcome is null ? one.Revolution > 1 : string.Equals(one.Id, outcome, StringComparison.OrdinalIgnoreCase)).MaxBy(static one => one.Revolution);
        var before = map.Outcomes.Where(one => one.Revolution < after?.Revolution && string.Equals(one.Experience, after.Experience, StringComparison.OrdinalIgnoreCase)).MaxBy(static one => one.Revolution);
        if (after is null || before is null)
        {
            ProblemText.Show(terminal, new Problem(ProblemKind.NotFound, "CL054", "There is nothing to compare with.", "Give another map or a workbook, or an outcome of whose experience the map has an earlier revolution."));
            return null;
        }

        return MapDiff.OfRevolutions(before, after);
    }
}
