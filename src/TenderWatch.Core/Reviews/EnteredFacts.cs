using System.Text.Json;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Reviews;

/// <summary>
/// All facts of a case: the public ones together with the bids and filings that people entered. What goes wrong with them is told without a word of
/// what they say, because the reason stands in logs and in the state of the case.
/// </summary>
internal sealed class EnteredFacts(IEvidenceStore evidence)
{
    /// <summary>The facts with what was entered, and as they are stored: their nonce follows from those of what was entered. <see langword="null"/> where nothing was.</summary>
    /// <param name="facts">The public facts.</param>
    /// <param name="input">What was entered into the case.</param>
    /// <param name="taken">The cases that it took over.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<(CaseFacts Facts, ConfidentialDocument Stored)?> WithAsync(CaseFacts facts, GatherFacts input, IReadOnlyList<CaseState> taken, CancellationToken cancellationToken)
    {
        var bids = input.Bids.Concat(taken.SelectMany(other => other.Bids)).ToList();
        var filings = input.Filings.Concat(taken.SelectMany(other => other.Filings)).ToList();
        if (bids.Count + filings.Count == 0) return null;
        var (entered, filed, nonces) = (new List<CaseBids>(), new List<FsrFiling>(), new List<Nonce?>());
        foreach (var reference in BidEvents.Latest([.. bids.OrderBy(one => one.At).ThenBy(one => one.Table.Hex, StringComparer.Ordinal)]))
        {
            if (await KeptAsync(() => ReadAsync(reference.Table, bytes => JsonSerializer.Deserialize<IReadOnlyList<SubmittedBid>>(bytes, NoticeJson.Stored), cancellationToken)) is not var (read, nonce)) continue;
            nonces.Add(nonce);
            entered.Add(new CaseBids(reference, [.. read.Where(bid => reference.Lots.Contains(bid.Lot, StringComparer.Ordinal))]));
        }

        foreach (var reference in filings.DistinctBy(one => one.Sha256).OrderBy(one => one.At).ThenBy(one => one.Sha256.Hex, StringComparer.Ordinal))
        {
            if (await KeptAsync(() => ReadAsync(reference.Sha256, bytes => FilingDocument.Read(bytes, out _), cancellationToken)) is not var (read, nonce)) continue;
            nonces.Add(nonce);
            filed.Add(read with { Origins = [new FactOrigin(new NoticeKey(FsrFiling.SourceName, reference.Sha256.Hex[..12]), "FS-PP", null, reference.Sha256)] });
        }

        if (entered.Count + filed.Count == 0) return null;
        var all = facts with { Bids = entered, Filings = filed };
        return (all, new(JsonSerializer.SerializeToUtf8Bytes(all, NoticeJson.Stored), Nonce.Of(nonces)));
    }

    // What was deleted because its time was over counts no more, as if it had been withdrawn.
    private static async Task<T?> KeptAsync<T>(Func<Task<T>> read)
        where T : struct
    {
        try
        {
            return await read();
        }
        catch (EvidenceDeletedException)
        {
            return null;
        }
    }

    /// <summary>The stored facts with their nonce.</summary>
    public Task<(CaseFacts Facts, Nonce? Nonce)> ReadAsync(Digest digest, CancellationToken cancellationToken) =>
        ReadAsync(digest, bytes => JsonSerializer.Deserialize<CaseFacts>(bytes, NoticeJson.Stored), cancellationToken);

    /// <summary>Runs a check on confidential facts.</summary>
    public static IReadOnlyList<Finding> Judge(ICheck check, CaseFacts facts)
    {
#pragma warning disable MA0054 // See Untold.
        try
        {
            return check.Run(facts);
        }
        catch (Exception wrong)
        {
            throw Untold($"Check {check.Id} failed on the confidential facts of case {facts.CaseId}", wrong);
        }
    }

    private async Task<(T Read, Nonce? Nonce)> ReadAsync<T>(Digest digest, Func<byte[], T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var document = await evidence.GetConfidentialAsync(digest, cancellationToken);
        try
        {
            return (read(document.Content) ?? throw new FormatException(), document.Nonce);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            throw Untold($"The confidential evidence {digest} was valid when it was stored and cannot be read now", wrong);
        }
#pragma warning restore MA0054
    }

    // No inner exception: its message may quote a price or a name.
    private static InvalidOperationException Untold(string what, Exception wrong) => new($"{what} ({wrong.GetType().Name} in {wrong.TargetSite?.DeclaringType?.Name}.{wrong.TargetSite?.Name}).");
}
