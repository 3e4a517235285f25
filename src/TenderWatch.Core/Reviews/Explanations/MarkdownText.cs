using System.Text;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>Text of others within Markdown: without what Markdown or HTML would take for its own.</summary>
internal static class MarkdownText
{
    /// <summary>A name or a sentence, on one line.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(character => !char.IsControl(character)))
        {
            if (@"\`*_[]<>#|".Contains(character, StringComparison.Ordinal)) line.Append('\\');
            line.Append(character);
        }

        return line.ToString();
    }

    /// <summary>Words of a person, quoted line by line.</summary>
    public static string Quoted(string text, string indent = "") =>
        string.Concat(text.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => $"{indent}> {Line(line)}\n"));
}
