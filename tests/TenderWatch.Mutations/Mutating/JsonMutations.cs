using System.Text;
using System.Text.RegularExpressions;

namespace TenderWatch.Mutations.Mutating;

/// <summary>What can happen to JSON: other values, other types, members twice or gone, nesting without end.</summary>
public static partial class JsonMutations
{
    private static readonly string[] Replacements =
    [
        "null", "true", "0", "-0", "1e400", "-1", "1.5", "99999999999999999999999999999", "9223372036854775807", "9223372036854775808", "\"\"", "\" \"", "\"\\uD800\"", "\"\\u0000\"", "\"470012\"", "[]", "{}", "[[]]", "{\"code\":\"AGO\"}",
        "\"2026-09-21\"", "\"2026-02-30\"", "\"2099-12-31\"", "\"0001-01-01\"", "\"2026-09-21T20:22:05.307824\"", "\"<tr>\"", "\"1-2026\"", "\"javascript:alert(1)\"", "\"http://a:b@127.0.0.1/\"", "{", "]", "\"", "NaN", "'x'", "// x",
    ];

    /// <summary>One mutation.</summary>
    public static byte[] Mutate(byte[] json, Random random)
    {
        var text = Encoding.UTF8.GetString(json);
        var values = Value().Matches(text);
        if (random.Next(5) == 0 || values.Count == 0) return ByteMutations.Mutate(json, random);
        var one = values[random.Next(values.Count)];
        var other = values[random.Next(values.Count)];
        return Encoding.UTF8.GetBytes(random.Next(7) switch
        {
            0 => text.Remove(one.Index, one.Length),
            1 => text.Insert(one.Index + one.Length, "," + one.Value),
            2 => text.Remove(one.Index, one.Length).Insert(one.Index, one.Groups["name"].Value + Value(other)),
            3 => text.Remove(one.Index, one.Length).Insert(one.Index, one.Groups["name"].Value + Nested(random)),
            4 => text.Remove(one.Index, one.Length).Insert(one.Index, "\"\\uD800\":1"),
            _ => text.Remove(one.Index, one.Length).Insert(one.Index, one.Groups["name"].Value + random.Pick(Replacements)),
        });
    }

    private static string Value(Match member) => member.Value[member.Groups["name"].Length..];

    private static string Nested(Random random)
    {
        var depth = 1 << random.Next(1, 13);
        var (open, close) = random.Next(2) == 0 ? ("[", "]") : ("{\"code\":", "}");
        return string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
    }

    // A member with a value that is no object or array.
    [GeneratedRegex("""(?<name>"[A-Za-z0-9-]{1,60}"\s*:\s*)("([^"\\]|\\.)*"|-?[0-9.]+|true|false|null)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Value();
}
