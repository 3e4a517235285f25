using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Retention;

/// <summary>What a ledger names evidence for.</summary>
internal enum EvidenceUse
{
    /// <summary>The file of the case.</summary>
    Record,

    /// <summary>The public findings of a check.</summary>
    Findings,

    /// <summary>A file or table of bids.</summary>
    Bids,

    /// <summary>A filing under the Foreign Subsidies Regulation.</summary>
    Filing,

    /// <summary>A document or reasons in a procedure on the price of a tender.</summary>
    Explanation,

    /// <summary>Confidential facts, or findings on them.</summary>
    Judged,

    /// <summary>Settings of checks.</summary>
    Settings,
}

/// <summary>Evidence that an entry of a ledger names.</summary>
/// <param name="Sha256">Its digest.</param>
/// <param name="Confidentiality">The container that it is in.</param>
/// <param name="Use">What for.</param>
/// <param name="At">When.</param>
/// <param name="Sibling">Of bids the table that was read from the file.</param>
/// <param name="Tender">Of an explanation the tender, as <c>lot|bid</c>.</param>
internal sealed record NamedEvidence(Digest Sha256, Confidentiality Confidentiality, EvidenceUse Use, DateTimeOffset At, Digest? Sibling = null, string? Tender = null)
{
    // Its entry does not say where the bytes of the message are.
    private const string MessageQueued = "message-queued";

    private static readonly string[] Steps = [.. Enum.GetValues<ExplanationStep>().Select(ExplanationEvents.KindOf)];

    /// <summary>Everything that an entry names.</summary>
    public static IEnumerable<NamedEvidence> In(LedgerEntry entry)
    {
        Digest? table = entry.Kind is CaseEventKinds.BidsSubmitted or CaseEventKinds.BidsWithdrawn ? DigestIn(entry.Body, "table") : null;
        var tender = Steps.Contains(entry.Kind, StringComparer.Ordinal) ? $"{Text(entry.Body, "lot")}|{Text(entry.Body, "bid")}" : null;
        var settings = entry.Kind == Rechecks.FindingsEntry.Kind ? DigestIn(entry.Body, "settings") : null;
        var facts = entry.Kind == Rechecks.FindingsEntry.Kind ? DigestIn(entry.Body, "facts") : null;
        return EvidenceReferences.Of(entry.Body)
            .Select(named => new NamedEvidence(named.Sha256, entry.Kind == MessageQueued ? Messages.OutboxMessage.ContentConfidentiality : named.Kind, UseOf(entry.Kind, named.Kind, named.Sha256 == settings, named.Sha256 == facts), entry.At, table, tender));
    }

    private static EvidenceUse UseOf(string kind, Confidentiality confidentiality, bool isSettings, bool isFacts) => kind switch
    {
        Rechecks.FindingsEntry.Kind when isSettings => EvidenceUse.Settings,
        Rechecks.FindingsEntry.Kind when confidentiality == Confidentiality.Public => isFacts ? EvidenceUse.Record : EvidenceUse.Findings,
        Rechecks.FindingsEntry.Kind or "facts" => confidentiality == Confidentiality.Confidential ? EvidenceUse.Judged : EvidenceUse.Record,
        CaseEventKinds.BidsSubmitted or CaseEventKinds.BidsWithdrawn => EvidenceUse.Bids,
        CaseEventKinds.FilingReceived or CaseEventKinds.FilingWithdrawn => EvidenceUse.Filing,
        _ when Steps.Contains(kind, StringComparer.Ordinal) => EvidenceUse.Explanation,
        _ => EvidenceUse.Record,
    };

    private static Digest? DigestIn(JsonElement body, string member) =>
        body.TryGetProperty(member, out var reference) && reference.ValueKind == JsonValueKind.Object && Digest.TryParse(Text(reference, "sha256"), out var digest) ? digest : null;

    private static string? Text(JsonElement body, string member) => body.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
