using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>A row of the rendering of an eForms notice: a heading of level 1 to 3, or (level 0) a label with its value.</summary>
/// <param name="Level">0 for label and value.</param>
/// <param name="Number">The number of a heading: <c>6.1.2</c>.</param>
/// <param name="Label">Heading or label without number and colon.</param>
/// <param name="Values">The runs of text of the value, each from between two tags; an amount must be in one of them.</param>
internal sealed partial record RenderedRow(int Level, string Number, string Label, IReadOnlyList<string> Values)
{
    /// <summary>The value as one text; <see langword="null"/> without one.</summary>
    public string? Text => Values.Count == 0 ? null : string.Join(' ', Values);

    /// <summary>The rows of a rendering. A row that is cut off by the end of the text is none.</summary>
    public static IReadOnlyList<RenderedRow> Read(string html)
    {
        var rows = new List<RenderedRow>();
        var open = (Row?)null;
        foreach (var token in HtmlTokens.Of(html))
        {
            if (token.Type == HtmlTokenType.Character)
            {
                open?.Add(token.Data);
                continue;
            }

            open?.EndRun();
            var isStart = token.Type == HtmlTokenType.StartTag;
            if (!isStart && token.Type != HtmlTokenType.EndTag) continue;
            if (token.Name == "tr")
            {
                if (open?.ToRow() is { } row) rows.Add(row);
                open = isStart ? new Row(LevelOf((HtmlTagToken)token)) : null;
            }
            else if (isStart && token.Name is "td" or "th")
            {
                open?.NextCell();
            }
        }

        return rows;
    }

    private static int LevelOf(HtmlTagToken tag) => tag.GetAttribute("class").Trim() switch
    {
        "header1" => 1,
        "header2" => 2,
        "header3" => 3,
        _ => 0,
    };

    [GeneratedRegex(@"^(?<number>[0-9]{1,3}(\.[0-9]{1,3}){0,3})\.?\s+(?<name>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();

    private sealed class Row(int level)
    {
        private readonly StringBuilder _run = new();
        private readonly List<string> _label = [];
        private readonly List<string> _values = [];
        private int _cells;

        public void Add(string text) => _run.Append(text);

        public void NextCell() => _cells++;

        public void EndRun()
        {
            if (_run.Length == 0) return;
            var text = Tidy.Visible(_run.ToString());
            _run.Clear();
            if (text is null) return;
            var isLabel = _cells <= 1 && (level > 0 || _label.Count == 0 || !_label[^1].EndsWith(':'));
            (isLabel ? _label : _values).Add(text);
        }

        public RenderedRow? ToRow()
        {
            EndRun();
            var text = string.Join(' ', string.Join(' ', _label).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var number = "";
            if (level > 0 && Numbered().Match(text) is { Success: true } match)
            {
                number = match.Groups["number"].Value;
                text = match.Groups["name"].Value;
            }

            // "6.1 ID resultaat perceel: LOT-0001" and, in one cell, "Looptijd: 8 Jaar".
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && colon < text.Length - 1 && _values.Count == 0)
            {
                _values.Add(text[(colon + 1)..].Trim());
                text = text[..colon];
            }

            var label = text.TrimEnd(' ', ':');
            return label.Length == 0 && _values.Count == 0 ? null : new RenderedRow(level, number, label, _values);
        }
    }
}
