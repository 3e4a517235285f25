using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.TenderNed;

namespace TenderWatch.Sources.Mercell;

/// <summary>Reads the stored documents of a tender at Mercell: its detail, and its entry in the list, which alone has the deadline.</summary>
internal static class MercellReading
{
    /// <summary>The format of what is read.</summary>
    public const string Format = "mercell-s2c";

    public static PublicationReading Read(NoticeKey key, IReadOnlyList<SourceDocument> documents)
    {
        if (Find(documents, EvidenceRoles.MercellDetail) is not { } document) return Fault("empty", "There is no detail of Mercell: nothing to read. Read the tender again.");
        if (MercellDetail.Read(document.Content) is not { } detail) return Fault("shape", "The detail is no detail of a tender at Mercell. Mercell's API may have changed.");
        if (detail.Id != key.Id) return Fault("other-publication", $"The detail is that of tender {detail.Id}, not of {key}: the documents were mixed up.");
        var entry = Find(documents, EvidenceRoles.MercellListing);
        using var json = entry is null ? null : Json.TryParse(entry.Content);
        if (entry is not null && (json is null || MercellId.Of(json.RootElement) != key.Id))
            return Fault("other-publication", $"The entry of the list is not that of {key}: the documents were mixed up.");

        var (notice, published) = Notice(detail, json?.RootElement);
        var links = new PublicationLinks { TedNumbers = detail.TedNumbers, MercellIds = [key.Id], Page = MercellAddresses.Page(key.Id) };
        return new PublicationReading.Read(notice, links, published);
    }

    private static (Notice Notice, DateOnly? Published) Notice(MercellDetail detail, JsonElement? entry)
    {
        var problems = new List<NoticeProblem>();
        var deadline = entry is { } listed ? Deadline(listed, problems) : null;
        if (entry is null) problems.Add(new NoticeProblem("no-listing", null, "Mercell's list no longer holds the tender: its deadline, which stands nowhere else, is unknown."));
        if (detail.HasValue)
            problems.Add(new NoticeProblem("unverified-value", "EstimatedValue", "Mercell states an estimated value. What it covers, and whether it is without VAT, is not known, so it is not used; look at the page."));
        var published = (entry is { } item ? MercellTime.Read(item.Text("CreatedDate")) : null) ?? detail.Published;
        var isOpen = deadline is { } due && published is { } at && due.ToInstant(DutchTime.Zone) > at;
        DateOnly? day = published is { } moment ? DutchTime.DateOf(moment) : null;
        var notice = new Notice
        {
            Format = Format,
            PublicationDate = day,
            FormType = MercellCodes.FormType(detail.ProcedureType, isOpen),
            Title = detail.Title,
            Description = detail.Description,
            ContractNature = detail.ContractNature,
            ProcedureType = MercellCodes.ProcedureType(detail.ProcedureType),
            Buyers = detail.Buyer is null ? [] : [new Party { Name = detail.Buyer }],
            Lots = [new Lot { Deadline = deadline, DocumentsUrl = [MercellAddresses.Page(detail.Id)] }],
            Platform = detail.Platform,
            Problems = problems,
        };
        return (notice, day);
    }

    // Given in UTC; the clock that people in the Netherlands go by is another.
    private static LocalDeadline? Deadline(JsonElement entry, List<NoticeProblem> problems)
    {
        var text = entry.Text("Deadline");
        if (MercellTime.Read(text) is { } moment)
        {
            var local = TimeZoneInfo.ConvertTime(moment, DutchTime.Zone);
            return new LocalDeadline(DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime), local.Offset);
        }

        // A year far away is no deadline and no error (Dates).
        if (text is not null && !(Dates.TryRead(text, out var read) && read is null))
            problems.Add(new NoticeProblem("unreadable-date", "Deadline", "The list's 'Deadline' is no time in UTC; look at the tender's page."));
        return null;
    }

    private static SourceDocument? Find(IReadOnlyList<SourceDocument> documents, string role) => documents.FirstOrDefault(document => document.Role == role);

    private static PublicationReading.Unreadable Fault(string code, string text) => new(new ReadingFault(code, text));
}
