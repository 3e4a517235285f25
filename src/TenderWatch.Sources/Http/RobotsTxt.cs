using System.Text;

namespace TenderWatch.Sources.Http;

/// <summary>The rules of a robots.txt for one crawler (RFC 9309).</summary>
/// <param name="rules">Its rules: whether they allow, and for which paths.</param>
internal sealed class RobotsTxt(IReadOnlyList<(bool Allows, string Path)> rules)
{
    // RFC 9309 section 2.5: at least 500 KiB are read.
    private const int MostCharacters = 500 * 1024;

    /// <summary>Reads the groups that name a crawler. Those for everybody (<c>*</c>) are left out.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="product">The crawler's product token.</param>
    public static RobotsTxt Naming(ReadOnlySpan<byte> bytes, string product) => Group(bytes, product).Rules;

    /// <summary>Reads the groups that hold for a crawler: those that name it, else those for everybody (RFC 9309 section 2.2.1).</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="product">The crawler's product token.</param>
    public static RobotsTxt For(ReadOnlySpan<byte> bytes, string product) => Group(bytes, product) is { Found: true } own ? own.Rules : Group(bytes, "*").Rules;

    private static (RobotsTxt Rules, bool Found) Group(ReadOnlySpan<byte> bytes, string product)
    {
        var rules = new List<(bool, string)>();
        var (named, inRules, found) = (false, false, false);
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MostCharacters)]).TrimStart('\uFEFF');
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var (key, value) = Pair(line);
            if (key is "user-agent")
            {
                // Lines of agents that follow each other begin one group.
                named = (named && !inRules) || value.Equals(product, StringComparison.OrdinalIgnoreCase);
                inRules = false;
                found |= named;
            }
            else if (key is "allow" or "disallow")
            {
                inRules = true;
                // An empty rule forbids nothing.
                if (named && value.Length > 0) rules.Add((key == "allow", value));
            }
        }

        return (new RobotsTxt(rules), found);
    }

    /// <summary>Whether a path may be asked for: the longest rule that matches decides, and of equals the one that allows.</summary>
    public bool Allows(string path)
    {
        var decisive = rules.Where(rule => Matches(rule.Path, path)).OrderByDescending(rule => rule.Path.Length).ThenByDescending(rule => rule.Allows).Take(1).ToList();
        return decisive.Count == 0 || decisive[0].Allows;
    }

    private static (string Key, string Value) Pair(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        if (comment >= 0) line = line[..comment];
        var colon = line.IndexOf(':');
        return colon < 0 ? ("", "") : (line[..colon].Trim().ToString().ToLowerInvariant(), line[(colon + 1)..].Trim().ToString());
    }

    // '*' stands for anything and '$' at the end for the end. Two pointers and one step back: no pattern costs more than its length times that of the path.
    private static bool Matches(string pattern, string path)
    {
        if (pattern.EndsWith('$')) pattern = pattern[..^1];
        else pattern += '*';
        var (p, at, star, mark) = (0, 0, -1, 0);
        while (at < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, mark) = (p++, at);
            else if (p < pattern.Length && pattern[p] == path[at]) (p, at) = (p + 1, at + 1);
            else if (star >= 0) (p, at) = (star + 1, ++mark);
            else return false;
        }

        return pattern.AsSpan(p).Trim('*').IsEmpty;
    }
}
