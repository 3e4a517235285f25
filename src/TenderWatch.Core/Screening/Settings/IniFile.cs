using System.Text;

namespace TenderWatch.Core.Screening.Settings;

/// <summary>One property of an INI file.</summary>
/// <param name="Section">Its section; empty above the first one.</param>
/// <param name="Name">Its name; null for the section's own line.</param>
/// <param name="Value">Its value, without quotes and escapes.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record IniProperty(string Section, string? Name, string Value, int Line);

/// <summary>
/// Reads INI as Cardinal's reader does: <c>;</c> and <c>#</c> begin a comment at the start of a line only, <c>=</c> or <c>:</c> ends a name, a value may
/// stand in quotes, and a backslash escapes.
/// </summary>
internal static class IniFile
{
    /// <summary>Reads sections and properties in order.</summary>
    /// <param name="text">The file.</param>
    /// <param name="faults">Takes what cannot be read, each with its line.</param>
    public static IReadOnlyList<IniProperty> Read(string text, ICollection<string> faults)
    {
        var found = new List<IniProperty>();
        var (section, number) = ("", 0);
        foreach (var raw in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] is ';' or '#') continue;
            if (line[0] == '[')
            {
                if (line[^1] != ']') faults.Add($"line {number}: the section has no closing bracket; write [R024] on a line of its own.");
                section = line.Trim('[', ']').Trim();
                found.Add(new IniProperty(section, null, "", number));
                continue;
            }

            var end = line.AsSpan().IndexOfAny('=', ':');
            if (end > 0) found.Add(new IniProperty(section, Unescape(line[..end].Trim()), Value(line[(end + 1)..].Trim()), number));
            else faults.Add($"line {number}: neither a section, nor a property (name = value), nor a comment (; at the start).");
        }

        return found;
    }

    private static string Value(string text)
    {
        var quoted = text.Length > 1 && text[0] is '"' or '\'' && text.IndexOf(text[0], 1) == text.Length - 1;
        return Unescape(quoted ? text[1..^1] : text);
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) plain.Append(text[++at] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', '0' => '\0', 'a' => '\a', 'b' => '\b', var other => other });
            else plain.Append(text[at]);
        }

        return plain.ToString();
    }
}
