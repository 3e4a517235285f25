using System.Globalization;
using System.Text;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage;

/// <summary>
/// Row keys of parts joined by <c>|</c>. Table storage forbids / \ # ? and control characters in keys and takes at most 512 characters;
/// whatever is no plain character is written as <c>~</c> and its code unit, and a long part ends in its digest.
/// </summary>
internal static class RowKey
{
    private const int LongestPart = 120;

    public static string Of(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            if (key.Length > 0) key.Append('|');
            AppendPart(key, part);
        }

        return key.ToString();
    }

    /// <summary>Selects the rows of a partition whose key starts with whole parts.</summary>
    public static string StartingWith(string partition, params ReadOnlySpan<string> parts)
    {
        var prefix = Of(parts);
        return $"PartitionKey eq '{partition}' and RowKey ge '{prefix}|' and RowKey lt '{prefix}}}'"; // } follows |
    }

    private static void AppendPart(StringBuilder key, string part)
    {
        var start = key.Length;
        foreach (var character in part)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':')
                key.Append(character);
            else
                key.Append(CultureInfo.InvariantCulture, $"~{(int)character:x4}");
        }

        if (key.Length - start <= LongestPart) return;
        key.Length = start + 40;
        // No escape has two tildes, so that no short part looks like a shortened one.
        key.Append("~~").Append(Digest.Of(part).Hex);
    }
}
