using System.Globalization;
using System.Text.RegularExpressions;

namespace TenderWatch.Web;

/// <summary>
/// Takes the sting out of characters that HTML encoding lets pass but that change how text reads: controls, bidirectional overrides
/// (U+202E shows "fdp.exe" as "exe.pdf") and invisible characters. It works on the finished page, so that no text can be forgotten.
/// </summary>
internal static partial class HarmlessHtml
{
    private const string Replacement = "&#xFFFD;";

    /// <summary>The same page, with harmful characters shown as a replacement character.</summary>
    public static string Of(string html)
    {
        // The encoder writes every character beyond ASCII, and every control, as a reference; text that looks like one has its & encoded.
        html = Reference().Replace(html, match =>
            IsHarmful(int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)) ? Replacement : match.Value);
        return Raw().Replace(html, Replacement);
    }

    private static bool IsHarmful(int code) => code switch
    {
        '\t' or '\n' => false,
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0xAD or 0x61C or 0x180E or 0xFEFF => true,
        >= 0x200B and <= 0x200F => true,
        >= 0x2028 and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFFF9 and <= 0xFFFB => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    [GeneratedRegex("&#x(?<code>[0-9A-F]{1,6});", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\uFEFF\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFFF9-\uFFFB]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Raw();
}
