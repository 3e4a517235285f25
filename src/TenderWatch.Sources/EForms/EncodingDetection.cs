using System.Text;

namespace TenderWatch.Sources.EForms;

/// <summary>
/// Finds the encoding of an XML document from its first bytes (XML 1.0, appendix F). Done here and not by XmlReader, so that wrong bytes
/// are told apart from wrong markup without reading the words of an exception.
/// </summary>
internal static class EncodingDetection
{
    private const int LongestDeclaration = 256;

    public static Encoding Detect(ReadOnlySpan<byte> start, out int byteOrderMark)
    {
        byteOrderMark = 0;
        switch (start)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                byteOrderMark = 3;
                return Strict("utf-8");
            case [0xFF, 0xFE, 0, 0, ..]:
                byteOrderMark = 4;
                return Strict("utf-32");
            case [0, 0, 0xFE, 0xFF, ..]:
                byteOrderMark = 4;
                return Strict("utf-32BE");
            case [0xFF, 0xFE, ..]:
                byteOrderMark = 2;
                return Strict("utf-16");
            case [0xFE, 0xFF, ..]:
                byteOrderMark = 2;
                return Strict("utf-16BE");
            case [(byte)'<', 0, not 0, 0, ..]:
                return Strict("utf-16");
            case [0, (byte)'<', 0, not 0, ..]:
                return Strict("utf-16BE");
            default:
                return Declared(start) is { } name ? Strict(name) : Strict("utf-8");
        }
    }

    private static string? Declared(ReadOnlySpan<byte> start)
    {
        if (!start.StartsWith("<?xml"u8)) return null;
        var declaration = start[..Math.Min(start.Length, LongestDeclaration)];
        var end = declaration.IndexOf("?>"u8);
        if (end >= 0) declaration = declaration[..end];
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0) return null;
        var rest = declaration[(at + "encoding".Length)..].TrimStart(" \t\r\n="u8);
        if (rest.IsEmpty || rest[0] is not ((byte)'"' or (byte)'\'')) return null;
        var close = rest[1..].IndexOf(rest[0]);
        return close < 0 ? null : Encoding.ASCII.GetString(rest.Slice(1, close));
    }

    private static Encoding Strict(string name)
    {
        Encoding? encoding = null;
        try
        {
            // Windows code pages are known to the framework only through this provider.
            encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
        }

        return encoding ?? throw new NoticeFaultException("encoding", "The XML declaration names an encoding that is not known.");
    }
}
