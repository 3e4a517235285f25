using System.Collections.Concurrent;
using System.Text.Json;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Evidence.Access;

/// <summary>
/// Records who looked at confidential evidence, in a ledger of its own beside that of the case (<c>access:CASE</c>): it grows with readers, and names people who did nothing
/// but read. One entry for each person, door, set of documents and day.
/// </summary>
public sealed class AccessLedger(ILedger ledger, TimeProvider time)
{
    /// <summary>The kind of the entries.</summary>
    public const string Kind = "access";

    private const string Prefix = "access:";
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, LedgerHead> _written = new(StringComparer.Ordinal);

    /// <summary>The ledger of a case.</summary>
    /// <param name="caseId">The case.</param>
    public static string NameOf(string caseId) => Prefix + caseId;

    /// <summary>The case whose accesses a ledger records; <see langword="null"/> for another ledger.</summary>
    /// <param name="name">The name of a ledger.</param>
    public static string? CaseOf(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;

    /// <summary>Records an access before what is read is given. An exception means that it is not recorded: then nothing must be given.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="reader">Who reads, and through which door.</param>
    /// <param name="documents">What is read, by digest.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="AccessNotRecordedException">It could not be recorded.</exception>
    public async Task RecordAsync(string caseId, Reader reader, IEnumerable<Digest> documents, CancellationToken cancellationToken)
    {
        Digest[] read = [.. documents.Distinct().OrderBy(digest => digest.Hex, StringComparer.Ordinal)];
        if (read.Length == 0) return;
        var now = time.GetUtcNow();
        var door = JsonNamingPolicy.CamelCase.ConvertName(reader.Door.ToString());
        var day = DutchTime.DateOf(now);
        var key = $"access:{day:O}:{Digest.Of($"{door}|{reader.By}|{string.Join(',', read)}").Hex[..32]}";
        var name = NameOf(caseId);
        if (_written.ContainsKey($"{name}|{key}")) return;
        try
        {
            var body = JsonSerializer.SerializeToElement(
                new { by = reader.By, door, documents = read.Select(sha256 => new { sha256, confidentiality = Confidentiality.Confidential }) }, NoticeJson.Stored);
            var before = await LedgerEnd.BeforeDayAsync(ledger, name, day, cancellationToken);
            var head = await ledger.AppendAsync(name, before, new LedgerDraft(key, Kind, now, body), cancellationToken);
            if (_written.Count >= MostRemembered) _written.Clear();
            _written[$"{name}|{key}"] = head;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AccessNotRecordedException(fault);
        }
    }
}

/// <summary>An access to confidential evidence could not be recorded, so nothing confidential is given.</summary>
public sealed class AccessNotRecordedException(Exception cause)
    : Exception("The access could not be recorded in the ledger, so nothing confidential is shown.", cause);
