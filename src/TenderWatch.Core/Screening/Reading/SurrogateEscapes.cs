using System.Globalization;

namespace TenderWatch.Core.Screening.Reading;

/// <summary>
/// Whether the \uD800 to \uDFFF escapes of a JSON line come in pairs. Half a pair is no character (RFC 8259, section 8.2): Cardinal refuses the line,
/// while the reader here would look at it only in texts that are used.
/// </summary>
internal static class SurrogateEscapes
{
    /// <summary>Whether there may be one, which is quick to tell and nearly always no.</summary>
    public static bool MayHave(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    /// <summary>Whether each has its other half. The JSON is valid otherwise.</summary>
    public static bool ArePaired(ReadOnlySpan<byte> json)
    {
        var awaitsLow = false;
        for (var at = 0; at < json.Length; at++)
        {
            var unit = json[at] == '\\' && json[at + 1] == 'u' ? Unit(json.Slice(at + 2, 4)) : 0;
            var isLow = unit is >= 0xDC00 and <= 0xDFFF;
            if (isLow != awaitsLow) return false;
            awaitsLow = unit is >= 0xD800 and <= 0xDBFF;
            if (json[at] == '\\') at += unit == 0 ? 1 : 5;
        }

        return !awaitsLow;
    }

    private static int Unit(ReadOnlySpan<byte> hex) => ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
