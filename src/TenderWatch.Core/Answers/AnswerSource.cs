using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Answers;

/// <summary>What a source is.</summary>
public enum AnswerSourceKind
{
    /// <summary>A publication.</summary>
    Notice,

    /// <summary>A document whose statements a person entered.</summary>
    Statement,

    /// <summary>Entered bids or filings: confidential.</summary>
    Entered,

    /// <summary>The stored findings of a check.</summary>
    Finding,

    /// <summary>A step of a person, recorded in the ledger.</summary>
    Step,

    /// <summary>Another document.</summary>
    Document,
}

/// <summary>Something that statements cite.</summary>
/// <param name="Number">Its number on the sheet, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Sha256">The stored bytes; of a step, those of the ledger entry.</param>
/// <param name="IsConfidential">Whether the bytes are confidential.</param>
/// <param name="Page">The page for people at the source, where there is one.</param>
/// <param name="Check">The check, of a finding.</param>
/// <param name="RuleVersion">The version of its rule.</param>
/// <param name="Recorded">Where the ledger of the case first names the bytes; <see langword="null"/> where it does not (yet).</param>
public sealed record AnswerSource(
    int Number,
    AnswerSourceKind Kind,
    LocalizedText Name,
    Digest Sha256,
    bool IsConfidential = false,
    string? Page = null,
    string? Check = null,
    string? RuleVersion = null,
    LedgerPlace? Recorded = null);

/// <summary>An entry of the ledger of the case.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Sha256">The digest of its bytes.</param>
/// <param name="At">Its time.</param>
public sealed record LedgerPlace(long Sequence, Digest Sha256, DateTimeOffset At);

/// <summary>Where a statement stands within a source.</summary>
/// <param name="Source">The number of the source.</param>
/// <param name="Field">The field: <c>BT-720</c>.</param>
/// <param name="At">The id of the element: <c>TEN-0001</c>.</param>
/// <param name="Quote">The words, where it was read from running text.</param>
public sealed record Citation(int Source, string? Field = null, string? At = null, string? Quote = null);
