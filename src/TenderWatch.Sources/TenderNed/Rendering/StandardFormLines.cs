using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>A line of the rendering of an older standard form.</summary>
/// <param name="Label">In lower case, without paragraph number and colon.</param>
/// <param name="Value">What stands behind the colon, or on the next line; <see langword="null"/> for a line without a colon.</param>
internal sealed record StandardFormLine(string Label, string? Value)
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("IVX.0123456789");

    /// <summary>The lines of a rendering; one that is cut off by the end of the text is none.</summary>
    public static IReadOnlyList<StandardFormLine> Read(string html)
    {
        var lines = new List<StandardFormLine>();
        string? label = null; // with a colon and nothing behind it: its value is the next line
        foreach (var text in Texts(html))
        {
            var line = WithoutNumber(text);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (label is not null && colon < 0)
            {
                lines.Add(new StandardFormLine(label, line));
                label = null;
                continue;
            }

            if (label is not null) lines.Add(new StandardFormLine(label, null));
            label = null;
            if (colon < 0) lines.Add(new StandardFormLine(line.ToLowerInvariant(), null));
            else if (colon == line.Length - 1) label = Key(line);
            else lines.Add(new StandardFormLine(Key(line[..colon]), line[(colon + 1)..].Trim()));
        }

        return lines;
    }

    private static string Key(string label) => label.TrimEnd(':', ' ').ToLowerInvariant();

    private static IEnumerable<string> Texts(string html)
    {
        var runs = new List<string>();
        foreach (var token in HtmlTokens.Of(html))
        {
            if (token.Type == HtmlTokenType.Character)
            {
                runs.Add(token.Data);
            }
            else if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag && BreaksLine(token.Name))
            {
                if (Tidy.Visible(Join(runs)) is { } text) yield return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                runs.Clear();
            }
        }
    }

    // Two pieces of a number that markup tears apart are never put together: the line shows that they were apart.
    private static string Join(List<string> runs)
    {
        var line = new StringBuilder();
        var last = ' ';
        foreach (var run in runs)
        {
            var first = run.FirstOrDefault(IsInk);
            if (first != default && IsOfNumber(last) && IsOfNumber(first)) line.Append('|');
            line.Append(run);
            if (first != default) last = run.Last(IsInk);
        }

        return line.ToString();
    }

    private static bool IsInk(char character) => !char.IsWhiteSpace(character) && !char.IsControl(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format;

    private static bool IsOfNumber(char character) => char.IsAsciiDigit(character) || character is '.' or ',' or '-';

    private static bool BreaksLine(string name) => name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "p" or "dl" or "dt" or "dd" or "ul" or "li" or "br" or "tr" or "td" or "div" or "table";

    // "V.2.1) Datum van de sluiting van de overeenkomst:"
    private static string WithoutNumber(string text)
    {
        var bracket = text.IndexOf(") ", StringComparison.Ordinal);
        var isNumber = bracket is > 0 and <= 10 && text.AsSpan(0, bracket).IndexOfAnyExcept(NumberCharacters) < 0;
        return isNumber ? text[(bracket + 2)..] : text;
    }
}
