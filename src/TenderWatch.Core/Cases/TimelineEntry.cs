using System.Text.Json.Serialization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>One notice in the life of a procurement, with every place that published it.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Day">The first day on which any source published it; <see langword="null"/> where none says.</param>
/// <param name="Title">Its title, where it has one.</param>
/// <param name="Publications">The places, by day, then key. Never empty.</param>
/// <param name="Follows">The notice that it changes, renews or modifies, where that is known and part of the case.</param>
/// <param name="Changes">What it changes in that notice.</param>
public sealed record TimelineEntry(
    TimelineStage Stage, DateOnly? Day, string? Title, IReadOnlyList<TimelinePublication> Publications, NoticeKey? Follows, IReadOnlyList<FactChange> Changes)
{
    /// <summary>What its publications changed in place, under the same number, oldest first; changes of nothing that is read are left out.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>The notices behind it, in the order of <see cref="Publications"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<CaseNotice> Notices { get; init; } = [];

    /// <summary>The publication that says most: the buyer's own words in eForms before TenderNed's rendering of them.</summary>
    [JsonIgnore]
    public CaseNotice Main => Notices.FirstOrDefault(notice => notice is { Record.Incomplete: false, Notice.Format: not "tenderned-html" }) ?? Notices[0];
}

/// <summary>One place that published a notice.</summary>
/// <param name="Key">The publication.</param>
/// <param name="Day">The day.</param>
/// <param name="Page">The page for people.</param>
public sealed record TimelinePublication(NoticeKey Key, DateOnly? Day, string? Page);

/// <summary>A publication that says something else than before under the same key.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="At">When the new version was retrieved.</param>
/// <param name="Changes">What it changes. Never empty.</param>
public sealed record Revision(NoticeKey Publication, DateTimeOffset At, IReadOnlyList<FactChange> Changes);
