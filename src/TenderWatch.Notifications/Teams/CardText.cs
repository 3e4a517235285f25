using System.Text;

namespace TenderWatch.Notifications.Teams;

/// <summary>Text in a card is Markdown with functions such as {{DATE(…)}}; what others wrote is to be neither.</summary>
internal static class CardText
{
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var listMarker = ListMarker(text);
        for (var i = 0; i < text.Length; i++)
        {
            var special = text[i] is '\\' or '`' or '*' or '_' or '[' or ']' or '{' or '<' or '~' || BeginsEntity(text, i);
            if (special || i == listMarker) escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    // "&" alone stays as it is: firms have it in their names.
    private static bool BeginsEntity(string text, int at) =>
        text[at] == '&' && at + 1 < text.Length && (text[at + 1] == '#' || char.IsAsciiLetter(text[at + 1]))
        && text.AsSpan(at, Math.Min(40, text.Length - at)).Contains(';');

    // The character at the beginning of a line that makes it a heading, a quotation or an item of a list.
    private static int ListMarker(string text)
    {
        if (text is ['#' or '>' or '-' or '+' or '=', ..]) return 0;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is >= 1 and <= 9 && text[digits..] is ['.' or ')'] or ['.' or ')', ' ', ..] ? digits : -1;
    }
}
