using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>The names by which notices call themselves and each other.</summary>
internal static class NoticeIdentity
{
    /// <summary>What makes two publications the same notice: the number at TED, or BT-701 with BT-757.</summary>
    public static IEnumerable<string> Of(Notice notice)
    {
        if (notice.PublicationNumber is { } number) yield return Fold(number);
        if (notice is { NoticeId: { } id, NoticeVersion: { } version }) yield return Fold($"{id}-{version}");
    }

    /// <summary>What other notices may call it: also BT-701 alone, which is every version of it.</summary>
    public static IEnumerable<string> NamesOf(Notice notice) => notice.NoticeId is { } id ? Of(notice).Append(Fold(id)) : Of(notice);

    /// <summary>The notices that a notice says it changes or follows.</summary>
    public static IEnumerable<string> Named(Notice notice) =>
        (notice.Changes is { } changed ? notice.PreviousPublications.Prepend(changed) : notice.PreviousPublications).Select(Fold);

    /// <summary>BT-757 as a number; 0 where it is none.</summary>
    public static int VersionOf(Notice notice) =>
        int.TryParse(notice.NoticeVersion, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;

    // Numbers are written with and without leading zeros, ids in both cases.
    private static string Fold(string text) => text.Trim().TrimStart('0').ToLowerInvariant();
}
