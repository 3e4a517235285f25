using System.Globalization;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Rechecks;

/// <summary>The events by which people ask for checks to run again. Their id is derived from the number alone: of two that want one number, one gets it.</summary>
public static class RecheckEvents
{
    /// <summary>The id of the event of a recheck.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="number">1, 2, 3, …</param>
    public static string IdOf(string caseId, int number) => Digest.Of(string.Create(CultureInfo.InvariantCulture, $"{CaseEventKinds.RecheckRequested}|{caseId}|{number}")).Hex[..32];

    /// <summary>The event.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="recheck">What is asked.</param>
    /// <param name="now">When.</param>
    public static CaseEvent Of(string caseId, RecheckRequest recheck, DateTimeOffset now) =>
        new(IdOf(caseId, recheck.Number), CaseEventKinds.RecheckRequested, now, JsonSerializer.SerializeToElement(recheck, NoticeJson.Stored));

    /// <summary>What an event asks; <see langword="null"/> where it is no recheck that a person asked for.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="body">Its body.</param>
    public static RecheckRequest? Read(string kind, JsonElement body) =>
        kind == CaseEventKinds.RecheckRequested && body.TryGetProperty("number", out _) ? body.Deserialize<RecheckRequest>(NoticeJson.Stored) : null;

    /// <summary>What an entry of a ledger records to have been asked; <see langword="null"/> where it records no recheck that a person asked for.</summary>
    /// <param name="entry">The entry.</param>
    public static RecheckRequest? Read(LedgerEntry entry) => Read(entry.Kind, entry.Body);

    /// <summary>The checks that an event asks for by name; none where it asks for all.</summary>
    /// <param name="caseEvent">The event.</param>
    public static IReadOnlyList<string> ChecksOf(CaseEvent caseEvent) => Read(caseEvent.Kind, caseEvent.Body)?.Checks ?? [];
}

/// <summary>A recheck as a person asked for it.</summary>
/// <param name="Number">Its number in the case.</param>
/// <param name="Checks">The checks to run; all where none is named.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who asked.</param>
/// <param name="Request">Derived from the request that asked, so that its repetition finds it.</param>
public sealed record RecheckRequest(int Number, IReadOnlyList<string> Checks, string Reason, string By, string Request);
