using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OutsideIn.Diagnosis;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>The report: one file that holds the pages of the workspace and all they show, to open, read, print and pass on.</summary>
/// <remarks>
/// It is the same client in a read-only mode with the replies it needs inlined. It loads nothing from elsewhere, and a policy in its
/// head keeps it so.
/// </remarks>
public static class ReportPage
{
    private const string Place = "<!--replies-->";

    /// <summary>Writes a report as UTF-8. The stream stays open.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="result">The diagnosis; it carries the log its figures point into.</param>
    /// <param name="map">The map it was made with, given or suggested.</param>
    /// <returns>The bytes written; <c>WB014</c> where this build has no client, and so no pages to put in.</returns>
    public static Result<long> Write(Stream stream, DiagnosisResult result, OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(map);
        if (ClientFiles.Read("report.html") is not { } page)
        {
            return new Problem(
                ProblemKind.NotFound, "WB014", "This build has no pages to make a report of: it left the client out.",
                "Build once without SkipClient=true, or write the result with --json.");
        }

        var at = page.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Place));
        if (at < 0)
        {
            throw new InvalidOperationException("The report's page has no place for its replies.");
        }

        var replies = Packed(ReportReplies.Of(result, map));
        ReadOnlySpan<byte> opening = "<script type=\"text/plain\" id=\"replies\">"u8, closing = "</script>"u8;
        stream.Write(page.AsSpan(0, at));
        stream.Write(opening);
        stream.Write(replies);
        stream.Write(closing);
        stream.Write(page.AsSpan(at + Place.Length));
        return page.Length - Place.Length + opening.Length + (long)replies.Length + closing.Length;
    }

    // Packed, as the lists of cases repeat themselves: a tenth of the bytes. Base 64 also keeps every name in the data from ending
    // the script element it stands in.
    private static byte[] Packed(Dictionary<string, object> replies)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(gzip, replies, ReportReplies.Json);
        }

        return Encoding.ASCII.GetBytes(Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length));
    }
}
