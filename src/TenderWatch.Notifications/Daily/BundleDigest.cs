using TenderWatch.Core.Languages;

namespace TenderWatch.Notifications.Daily;

/// <summary>A bundle in one language, before it is a mail or a card. Every text is one clean line of bounded length.</summary>
internal sealed record BundleDigest
{
    public required Language Language { get; init; }

    public required string Subject { get; init; }

    public required string Title { get; init; }

    public string? Banner { get; init; }

    public required string Introduction { get; init; }

    public required IReadOnlyList<BundleSection> Sections { get; init; }

    public required Uri Page { get; init; }
}

/// <summary>Lines under a heading; so many more were left out.</summary>
internal sealed record BundleSection(string Heading, IReadOnlyList<BundleLine> Lines, int Left);

/// <summary>A line: what it is about, with its page where it has one, and what there is to say.</summary>
internal sealed record BundleLine(string Title, Uri? Page, string Note);
