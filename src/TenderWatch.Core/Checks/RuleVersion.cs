using System.Globalization;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Checks;

/// <summary>The version of a rule with its thresholds.</summary>
internal static class RuleVersion
{
    /// <summary>The version alone with the default thresholds; otherwise with a digest of them, so that a changed threshold is another version.</summary>
    public static string Of(string rule, IReadOnlyList<decimal> thresholds, IReadOnlyList<decimal> defaults) =>
        thresholds.SequenceEqual(defaults) ? rule : $"{rule}+{Digest.Of(string.Join('|', thresholds.Select(Normal))).Hex[..8]}";

    /// <summary>The version alone without a list of the user's own; otherwise with a digest of the list, so that a changed list is another version.</summary>
    public static string With<T>(string rule, IReadOnlyList<T> list) =>
        list.Count == 0 ? rule : $"{rule}+{Digest.Of(System.Text.Json.JsonSerializer.Serialize(list, Notices.NoticeJson.Stored)).Hex[..8]}";

    // 20 and 20.0 are the same threshold.
    private static string Normal(decimal threshold) => threshold.ToString("0.############################", CultureInfo.InvariantCulture);
}
