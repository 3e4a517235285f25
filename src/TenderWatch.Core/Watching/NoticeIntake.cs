using System.Text;
using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Telemetry;

namespace TenderWatch.Core.Watching;

/// <summary>
/// Takes one publication in: store its bytes, read it, link it, raise an event to its case. Every step may be repeated: after a crash
/// anywhere the whole is done again and nothing happens twice.
/// </summary>
public sealed class NoticeIntake(
    IEvidenceStore evidence, IRegistry registry, IWatchState state, ICaseInbox inbox, IPublicationReader reader, IReadOnlyList<WatchProfile> profiles, TimeProvider time)
{
    private const int MostBuyers = 50;
    private const int MostOthers = 50;
    private const int LongestText = 300;

    /// <summary>The version of extraction; see <see cref="IPublicationReader.Version"/>.</summary>
    public string ExtractorVersion => reader.Version;

    /// <summary>Takes a publication in.</summary>
    /// <param name="publication">Its documents.</param>
    /// <param name="listingDigest">The list item it was read for; the default where there is no list.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="openedBy">Who asks for a case on it though no watch profile may match.</param>
    public Task<IntakeResult> TakeAsync(Publication publication, Digest listingDigest, CancellationToken cancellationToken, string? openedBy = null) =>
        ObservedIntake.RunAsync(publication.Key, () => TakeUnobservedAsync(publication, listingDigest, openedBy, cancellationToken));

    private async Task<IntakeResult> TakeUnobservedAsync(Publication publication, Digest listingDigest, string? openedBy, CancellationToken cancellationToken)
    {
        // What stood in the place of a document is kept too. A page that says "not there" is no such thing: it comes with every new notice.
        var instead = publication.Failure is { Code: not "not-found" } failure ? failure.Documents : [];
        var documents = await StoreAsync([.. publication.Documents, .. instead], cancellationToken);
        return Read(publication) switch
        {
            PublicationReading.Read read => await LinkAsync(publication, read, documents, listingDigest, openedBy, cancellationToken),
            PublicationReading.Unreadable unreadable => await QuarantineAsync(publication.Key, unreadable.Fault, documents, listingDigest, askAgain: false, cancellationToken),
            var other => throw new InvalidOperationException($"Unknown reading {other.GetType().Name}."),
        };
    }

    /// <summary>Keeps the bytes of a publication that its source did not give properly.</summary>
    public Task<IntakeResult> TakeFailureAsync(NoticeKey key, SourceFailure failure, Digest listingDigest, CancellationToken cancellationToken) => ObservedIntake.RunAsync(key, async () =>
    {
        var documents = await StoreAsync(failure.Documents, cancellationToken);
        return await QuarantineAsync(key, new ReadingFault(failure.Code, failure.Text), documents, listingDigest, askAgain: true, cancellationToken);
    });

    /// <summary>Keeps bytes that are not even tried to be read, such as those of a file beyond every size, without holding them in memory.</summary>
    public Task<IntakeResult> TakeUnreadAsync(NoticeKey key, Stream content, string mediaType, string origin, ReadingFault fault, CancellationToken cancellationToken) => ObservedIntake.RunAsync(key, async () =>
    {
        var length = content.Length;
        var sha256 = await evidence.PutAsync(content, mediaType, Confidentiality.Public, cancellationToken);
        var stored = new EvidenceReference(sha256, length, mediaType, EvidenceRoles.Unread, origin, time.GetUtcNow());
        return await QuarantineAsync(key, fault, [stored], default, askAgain: false, cancellationToken);
    });

    /// <summary>Reads quarantined publications again from their stored bytes when extraction has changed since.</summary>
    /// <returns>Those that could be read now.</returns>
    public async Task<IReadOnlyList<IntakeResult>> RetryQuarantinedAsync(CancellationToken cancellationToken)
    {
        var released = new List<IntakeResult>();
        foreach (var broken in await state.ListQuarantinedAsync(cancellationToken))
        {
            if (broken.AskAgain || broken.ExtractorVersion == reader.Version || broken.Documents.Any(document => document.Role == EvidenceRoles.Unread)) continue;
            var result = await RetryAsync(broken, cancellationToken);
            if (result.Outcome == IntakeOutcome.Linked) released.Add(result);
        }

        return released;
    }

    /// <summary>Reads a quarantined publication again from its stored bytes.</summary>
    public async Task<IntakeResult> RetryAsync(QuarantinedNotice broken, CancellationToken cancellationToken)
    {
        var documents = new List<SourceDocument>();
        foreach (var stored in broken.Documents)
        {
            var content = await evidence.GetAsync(stored.Sha256, stored.Confidentiality, cancellationToken);
            documents.Add(new SourceDocument(stored.Role, stored.MediaType, stored.Origin, stored.RetrievedAt, stored.HttpStatus, content));
        }

        return await TakeAsync(new Publication(broken.Key, documents), broken.ListingDigest, cancellationToken);
    }

    private async Task<IReadOnlyList<EvidenceReference>> StoreAsync(IReadOnlyList<SourceDocument> documents, CancellationToken cancellationToken)
    {
        var stored = new List<EvidenceReference>(documents.Count);
        foreach (var document in documents)
        {
            var sha256 = await evidence.PutAsync(document.Content, document.MediaType, Confidentiality.Public, cancellationToken);
            stored.Add(new EvidenceReference(sha256, document.Content.Length, document.MediaType, document.Role, document.Origin, document.RetrievedAt, document.HttpStatus));
        }

        return stored;
    }

    private async Task<IntakeResult> QuarantineAsync(
        NoticeKey key, ReadingFault fault, IReadOnlyList<EvidenceReference> documents, Digest listingDigest, bool askAgain, CancellationToken cancellationToken)
    {
        var known = await state.FindQuarantinedAsync(key, cancellationToken);
        var same = known is not null && known.Fault == fault && known.ExtractorVersion == reader.Version && known.ListingDigest == listingDigest
            && known.Documents.Select(document => document.Sha256).SequenceEqual(documents.Select(document => document.Sha256));
        if (!same)
        {
            var at = known?.At ?? time.GetUtcNow();
            await state.QuarantineAsync(new QuarantinedNotice(key, fault, documents, at, reader.Version, listingDigest, askAgain), cancellationToken);
        }

        return new IntakeResult(key, IntakeOutcome.Quarantined, IsNew: known is null, Fault: fault);
    }

    private async Task<IntakeResult> LinkAsync(
        Publication publication, PublicationReading.Read read, IReadOnlyList<EvidenceReference> documents, Digest listingDigest, string? openedBy, CancellationToken cancellationToken)
    {
        var (key, notice) = (publication.Key, read.Notice);
        var matches = ProfileMatcher.Match(notice, profiles);
        var record = new NoticeRecord
        {
            Key = key,
            Version = VersionOf(read),
            Documents = documents,
            ListingDigest = listingDigest,
            Published = read.Published ?? notice.PublicationDate,
            Title = Short(notice.Title),
            Buyers = [.. notice.Buyers.Select(buyer => Short(buyer.Name)).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostBuyers)],
            FormType = notice.FormType,
            Subtype = notice.Subtype,
            Page = read.Links.Page,
            Matches = matches,
            UnitAwards = UnitAward.Of(notice),
            Incomplete = publication.Failure is not null,
        };
        var linking = await registry.LinkAsync(record, JoinKey.Of(key, notice, read.Links), matches.Count > 0 || openedBy is not null, cancellationToken);
        var procurement = linking.Procurement;

        // Raised even when the version is not new: the process may have ended between linking and raising.
        if (openedBy is not null) await inbox.RaiseAsync(procurement.Id, Requested(procurement.Id, key, openedBy), cancellationToken);
        if (procurement.HasCase) await inbox.RaiseAsync(procurement.Id, Linked(record), cancellationToken);
        foreach (var merged in linking.MovedFrom) await inbox.RaiseAsync(merged, Merged(merged, procurement.Id), cancellationToken);
        if (procurement.HasCase) await ScheduleAsync(procurement.Id, record, notice, linking.NewVersion || !linking.Settled, cancellationToken);
        if (!linking.Settled) await registry.SettleAsync(key, record.Version, cancellationToken);

        if (await state.FindQuarantinedAsync(key, cancellationToken) is not null)
        {
            await state.ReleaseAsync(key, cancellationToken);
            Measures.Released(key.Source);
        }

        return new IntakeResult(key, IntakeOutcome.Linked, linking.NewVersion, procurement.Id, procurement.HasCase, matches);
    }

    /// <summary>Takes a known publication in again, only where it says something else than before.</summary>
    /// <param name="publication">Its documents, complete.</param>
    /// <param name="known">What is known of it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Retaking> RetakeAsync(Publication publication, NoticeRecord known, CancellationToken cancellationToken)
    {
        if (Read(publication) is not PublicationReading.Read read) return new Retaking(IsReadable: false, null);
        // Unsettled: the process ended before its case was told of this version.
        if (VersionOf(read) != known.Version || known is not { Settled: true, Incomplete: false })
            return new Retaking(IsReadable: true, await TakeAsync(publication, known.ListingDigest, cancellationToken));
        var next = Reread.After(read.Notice, known.Published, known.Documents, isChanged: false, time.GetUtcNow());
        await (next is { } at ? state.ScheduleRereadAsync(new Reread(known.Key, at), cancellationToken) : state.ForgetRereadAsync(known.Key, cancellationToken));
        return new Retaking(IsReadable: true, null);
    }

    // Before the notice is settled, so that a crash in between does it again.
    private async Task ScheduleAsync(string procurementId, NoticeRecord record, Notice notice, bool newVersion, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (Reread.IsPossible(record.Key) && Reread.After(notice, record.Published, record.Documents, newVersion, now) is { } next)
            await state.ScheduleRereadAsync(new Reread(record.Key, next), cancellationToken);
        if (!newVersion) return;

        // What a change changes is asked for at once; what was taken in before there was a case has no time of its own yet.
        var changes = TimelineStages.Of(notice) == TimelineStage.Change;
        NoticeRecord[] others = [.. (await registry.NoticesOfAsync(procurementId, cancellationToken)).Where(other => other.Key != record.Key && Reread.IsPossible(other.Key)).Take(MostOthers)];
        var opens = record.Matches.Count > 0 && others.All(other => other.Matches.Count == 0);
        if (!changes && !opens) return;
        foreach (var other in others) await state.ScheduleRereadAsync(new Reread(other.Key, changes ? now : now.AddDays(1)), cancellationToken);
        foreach (var source in others.Select(other => other.Key.Source).Distinct(StringComparer.Ordinal).Where(source => changes && source != record.Key.Source))
        {
            var watched = await state.GetSourceAsync(source, cancellationToken);
            if (watched.LastRun is not null && !(watched.NextReread <= now)) await state.SaveSourceAsync(watched with { NextReread = now }, cancellationToken);
        }
    }

    // A fault of ours in reading one notice must not keep the others from being read. The type alone: a message may quote the notice.
    private PublicationReading Read(Publication publication)
    {
        try
        {
            return reader.Read(publication.Key, publication.Documents);
        }
        catch (Exception fault)
        {
            return new PublicationReading.Unreadable(new ReadingFault("reader-fault", $"Reading failed unexpectedly ({fault.GetType().Name}). The bytes are kept and are read again after the next upgrade."));
        }
    }

    // For lists: the facts have it all, and a row of a table has room for only so much.
    private static string? Short(string? text) => text is { Length: > LongestText } ? text[..(LongestText - 1)] + "…" : text;

    // Over what was read, not over the bytes: day counters in TenderNed's detail change every night and mean nothing.
    private Digest VersionOf(PublicationReading.Read read) => Digest.Of(
        reader.Version + "\n" + JsonSerializer.Serialize(read.Notice, NoticeJson.Stored) + "\n" + JsonSerializer.Serialize(read.Links, NoticeJson.Stored));

    private CaseEvent Linked(NoticeRecord record) => new(
        EventId(CaseEventKinds.NoticeLinked, record.Key.ToString(), record.Version.Hex),
        CaseEventKinds.NoticeLinked,
        time.GetUtcNow(),
        JsonSerializer.SerializeToElement(
            new
            {
                notice = record.Key.ToString(),
                version = record.Version,
                published = record.Published,
                extractor = reader.Version,
                documents = record.Documents.Select(document => new
                {
                    document.Sha256,
                    length = document.Length,
                    mediaType = document.MediaType,
                    role = document.Role,
                    origin = document.Origin,
                    retrievedAt = document.RetrievedAt,
                    httpStatus = document.HttpStatus,
                }),
                matches = record.Matches,
            },
            NoticeJson.Stored));

    // Once for each notice: a case that is there already is not asked for again.
    private CaseEvent Requested(string caseId, NoticeKey key, string by) => new(
        EventId(CaseEventKinds.CaseRequested, caseId, key.ToString()), CaseEventKinds.CaseRequested, time.GetUtcNow(), JsonSerializer.SerializeToElement(new { notice = key.ToString(), by }, NoticeJson.Stored));

    private CaseEvent Merged(string caseId, string into) => new(
        EventId(CaseEventKinds.Merged, caseId, into), CaseEventKinds.Merged, time.GetUtcNow(), JsonSerializer.SerializeToElement(new { into }, NoticeJson.Stored));

    private static string EventId(params ReadOnlySpan<string> parts) => Digest.Of(Encoding.UTF8.GetBytes(string.Join('|', parts))).Hex[..32];
}

/// <summary>What became of a known publication that was asked for again.</summary>
/// <param name="IsReadable">Whether the answer could be read; one that cannot does not replace one that could be.</param>
/// <param name="Taken">What became of it where it says something else than before; <see langword="null"/> where nothing changed.</param>
public readonly record struct Retaking(bool IsReadable, IntakeResult? Taken);

/// <summary>What became of a publication.</summary>
public enum IntakeOutcome
{
    /// <summary>Read and linked to a procurement.</summary>
    Linked,

    /// <summary>Unreadable: its bytes and the reason are kept.</summary>
    Quarantined,
}

/// <summary>The result of taking a publication in.</summary>
/// <param name="Key">The publication.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="IsNew">Whether it, or this version of it, was not known before.</param>
/// <param name="ProcurementId">Its procurement, when linked.</param>
/// <param name="HasCase">Whether the procurement has a case.</param>
/// <param name="Matches">The profiles that match the notice.</param>
/// <param name="Fault">Why it is in quarantine.</param>
public sealed record IntakeResult(
    NoticeKey Key, IntakeOutcome Outcome, bool IsNew, string? ProcurementId = null, bool HasCase = false, IReadOnlyList<ProfileMatch>? Matches = null, ReadingFault? Fault = null);
