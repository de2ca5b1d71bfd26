using System.Security.Cryptography;
using System.Text;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>
/// Opens definitions of flags and experiments that were sent encrypted, so that <see cref="FlagEvaluation"/> can read them. A secret
/// nobody forges against, not a seal: nothing in the text says whether it was changed on its way.
/// </summary>
/// <remarks>Source: GrowthBook SDK specification 0.8.0, decrypt: AES in CBC mode with PKCS #7 padding (NIST SP 800-38A, 6.2; RFC 5652, 6.3).</remarks>
public static class EncryptedFlags
{
    private const int BlockBytes = 16;

    /// <summary>The text that was encrypted, usually JSON; whether it is JSON is not looked at.</summary>
    /// <param name="text">The first block and the encrypted text, both in Base64, with a full stop between them.</param>
    /// <param name="key">The key in Base64: 16, 24 or 32 bytes.</param>
    /// <returns>The text; EX068 where the key or the text is not of that form, or the key is another one.</returns>
    public static Result<string> Open(string text, string key)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(key);
        return text.Split('.') is [var first, var rest]
            && Bytes(key) is { Length: 16 or 24 or 32 } secret
            && Bytes(first) is { Length: BlockBytes } start
            && Bytes(rest) is { Length: > 0 } body
            && body.Length % BlockBytes == 0
            && Open(secret, start, body) is { } opened
                ? opened
                : new Problem(ProblemKind.Invalid, "EX068", "The encrypted definitions cannot be opened with this key.", "Copy the key and the text again, both whole and of the same connection.");
    }

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    // Another key leaves padding that is none, or once in 256 times letters that are none.
    private static string? Open(byte[] secret, byte[] start, byte[] body)
    {
        using var cipher = Aes.Create();
        cipher.Key = secret;
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(cipher.DecryptCbc(body, start));
        }
        catch (CryptographicException)
        {
            return null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
