using System.Text.Json;

namespace TenderWatch.Core.Evidence;

/// <summary>The last entry of a case's ledger that a writer knows of.</summary>
/// <param name="Sequence">Its number, from 1; 0 before the first.</param>
/// <param name="Sha256">The digest of its bytes.</param>
public sealed record LedgerHead(long Sequence, Digest Sha256)
{
    /// <summary>Before the first entry.</summary>
    public static LedgerHead Start { get; } = new(0, default);

    /// <summary>The entry that a draft becomes right after this one: whoever gets it back from the ledger wrote it, or wrote the very same before.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="draft">What is recorded.</param>
    public LedgerHead Next(string caseId, LedgerDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new(Sequence + 1, Digest.Of(new LedgerEntry(caseId, Sequence + 1, Sha256, draft.Key, draft.Kind, draft.At, draft.Body).ToBytes()));
    }
}

/// <summary>Something to be recorded in a case's ledger.</summary>
/// <param name="Key">Unique within the case: recording the same key again changes nothing.</param>
/// <param name="Kind">What it is: <c>event</c>, <c>facts</c>, <c>findings</c>, <c>message-queued</c>, …</param>
/// <param name="At">When it happened.</param>
/// <param name="Body">A JSON object; digests of evidence stand in members named <c>sha256</c>.</param>
public sealed record LedgerDraft(string Key, string Kind, DateTimeOffset At, JsonElement Body);

/// <summary>An entry of a case's ledger. Its bytes are canonical JSON (RFC 8785); the next entry holds their SHA-256.</summary>
/// <param name="Case">The case.</param>
/// <param name="Sequence">1, 2, 3, …</param>
/// <param name="Previous">The digest of the previous entry's bytes; zeros for the first.</param>
/// <param name="Key">See <see cref="LedgerDraft.Key"/>.</param>
/// <param name="Kind">See <see cref="LedgerDraft.Kind"/>.</param>
/// <param name="At">UTC, ISO 8601.</param>
/// <param name="Body">See <see cref="LedgerDraft.Body"/>.</param>
public sealed record LedgerEntry(string Case, long Sequence, Digest Previous, string Key, string Kind, DateTimeOffset At, JsonElement Body)
{
    /// <summary>The canonical bytes, which are what is stored and hashed.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToElement(
        new
        {
            v = 1,
            @case = Case,
            seq = Sequence,
            prev = Previous.Hex,
            key = Key,
            kind = Kind,
            at = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            body = Body,
        }));

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no ledger entry in canonical form.</exception>
    public static LedgerEntry Parse(ReadOnlyMemory<byte> bytes)
    {
        LedgerEntry entry;
        byte[] canonical;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            entry = new LedgerEntry(
                root.GetProperty("case").GetString()!,
                root.GetProperty("seq").GetInt64(),
                Digest.Parse(root.GetProperty("prev").GetString()!),
                root.GetProperty("key").GetString()!,
                root.GetProperty("kind").GetString()!,
                root.GetProperty("at").GetDateTimeOffset(),
                root.GetProperty("body").Clone());
            canonical = entry.ToBytes();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new FormatException("The bytes are no ledger entry: " + fault.Message, fault);
        }

        return canonical.AsSpan().SequenceEqual(bytes.Span) ? entry : throw new FormatException("The bytes are not in canonical form, or hold members that a ledger entry does not have.");
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; <see langword="null"/> where the bytes are something else, which <c>verify</c> names.</summary>
    public static LedgerEntry? TryParse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Parse(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>The ledgers of the cases as they are stored.</summary>
public interface ILedgerReader
{
    /// <summary>The name of the container that holds the ledgers; an entry is the blob <c>{case}/{sequence:D10}.json</c> in it.</summary>
    string Container { get; }

    /// <summary>The stored entries as they are, in order of their names, unchecked.</summary>
    IAsyncEnumerable<StoredLedgerEntry> ReadAsync(string caseId, CancellationToken cancellationToken);

    /// <summary>The cases that have a ledger, and the names of blobs beside them that belong to none.</summary>
    IAsyncEnumerable<string> ListCasesAsync(CancellationToken cancellationToken);
}

/// <summary>The append-only, hash-chained ledgers of the cases. Two writers at once never fork one.</summary>
public interface ILedger : ILedgerReader
{
    /// <summary>Appends an entry, unless one with its key stands after <paramref name="after"/> already.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="after">An entry known to precede it; the search for the end, and for the same key, starts there.</param>
    /// <param name="draft">What to record.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The entry with that key as a head.</returns>
    Task<LedgerHead> AppendAsync(string caseId, LedgerHead after, LedgerDraft draft, CancellationToken cancellationToken);

    /// <summary>A stored entry as it is, unchecked; <see langword="null"/> when there is none with that number.</summary>
    Task<StoredLedgerEntry?> FindAsync(string caseId, long sequence, CancellationToken cancellationToken);
}

/// <summary>A stored ledger entry.</summary>
/// <param name="Name">Where it is stored, with the container.</param>
/// <param name="Sequence">The number its name gives; 0 when its name gives none and it does not belong there.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record StoredLedgerEntry(string Name, long Sequence, byte[] Bytes);
