using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;

namespace TenderWatch.Notifications.Digests;

/// <summary>What is told about a case in one language, before it is a mail or a card. Every text is one clean line of bounded length.</summary>
internal sealed record CaseDigest
{
    public required Language Language { get; init; }

    public required string Subject { get; init; }

    public required string Title { get; init; }

    public string? Banner { get; init; }

    public required string Introduction { get; init; }

    /// <summary>The next deadline, and whose turn it is.</summary>
    public required IReadOnlyList<DigestFact> Next { get; init; }

    public required IReadOnlyList<DigestFact> Facts { get; init; }

    /// <summary>The published prices, lot by lot.</summary>
    public required IReadOnlyList<DigestPrices> Prices { get; init; }

    public required IReadOnlyList<DigestCheck> Checks { get; init; }

    /// <summary>The checks that have nothing to tell, by name only: one line for each verdict.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    public required IReadOnlyList<DigestMissing> Missing { get; init; }

    public required IReadOnlyList<string> OpenedBecause { get; init; }

    public required Uri Page { get; init; }
}

/// <summary>A fact with its label; several values where there are several buyers, winners or lots.</summary>
internal sealed record DigestFact(string Label, IReadOnlyList<string> Values)
{
    public string Line => string.Join("; ", Values);
}

/// <summary>A check with the gravest verdict of its findings, and the one before where it was another.</summary>
internal sealed record DigestCheck(string Id, string Name, Verdict Verdict, string Words, string? Change, IReadOnlyList<DigestFinding> Findings, int Left);

/// <summary>A finding: its subject where there are several, and the reasons behind its one line.</summary>
internal sealed record DigestFinding(string? Subject, Verdict Verdict, string Words, string Summary, IReadOnlyList<string> Reasons);

/// <summary>What is missing, and why and who could give it.</summary>
internal sealed record DigestMissing(string Name, string Why, string Field);
