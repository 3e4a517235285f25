using TenderWatch.Core.Languages;

namespace TenderWatch.Notifications.Digests;

/// <summary>What is told about a source in one language, before it is a mail or a card. Every text is one clean line of bounded length.</summary>
internal sealed record AlarmDigest
{
    public required Language Language { get; init; }

    public required string Subject { get; init; }

    public required string Title { get; init; }

    public string? Banner { get; init; }

    /// <summary>What is wrong, or that it is well again.</summary>
    public required string Introduction { get; init; }

    /// <summary>What it means and what to do.</summary>
    public required IReadOnlyList<DigestParagraph> Paragraphs { get; init; }

    /// <summary>Since when, what was last seen, counts.</summary>
    public required IReadOnlyList<DigestFact> Facts { get; init; }

    public required Uri Page { get; init; }
}

/// <summary>A text with its heading.</summary>
internal sealed record DigestParagraph(string Heading, string Text);
