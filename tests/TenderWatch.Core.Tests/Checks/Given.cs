using System.Text.Json;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Supply;
using TenderWatch.Sources;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Checks;

/// <summary>Notices and cases for tests, as short as their point allows.</summary>
internal static class Given
{
    public static CaseFacts Case(params CaseNotice[] notices) => new("0123456789ab", notices, FactSheet.Of(notices));

    /// <summary>A statement as a person enters it.</summary>
    public static CaseStatement Statement(JsonElement json)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json);
        var content = SupplyStatements.Read(bytes, out var faults) ?? throw new InvalidOperationException(string.Join(' ', faults.Select(fault => fault.En)));
        return new CaseStatement(new StatementReference(Digest.Of(bytes), new DateTimeOffset(2026, 1, 31, 9, 0, 0, TimeSpan.Zero), "test"), content);
    }

    /// <summary>Bids on a lot as a person enters them: of Tenderer 1, which goes by BID-1, and so on.</summary>
    public static CaseBids Entered(string lot, params decimal[] prices) =>
        Entered([.. prices.Select((price, place) => new SubmittedBid(place + 2, lot, $"Tenderer {place + 1}", price, "EUR") { Id = $"BID-{place + 1}" })]);

    /// <summary>Bids as a person enters them.</summary>
    public static CaseBids Entered(params SubmittedBid[] bids) => new(
        new BidsReference(Digest.Of("file"), Digest.Of("table"), [.. bids.Select(bid => bid.Lot).Distinct(StringComparer.Ordinal)], new DateTimeOffset(2026, 1, 31, 9, 0, 0, TimeSpan.Zero), "test"),
        bids);

    public static CaseNotice In(Notice notice, string key = "ted:1-2025", DateOnly? published = null) => new(
        new NoticeRecord
        {
            Key = NoticeKey.Parse(key),
            Version = Digest.Of("version|" + key),
            Documents = [new EvidenceReference(Digest.Of(key), 1, "application/xml", EvidenceRoles.NoticeXml, key, new DateTimeOffset(2025, 12, 11, 9, 0, 0, TimeSpan.Zero))],
            Published = published ?? notice.PublicationDate ?? new DateOnly(2025, 12, 11),
        },
        notice);

    public static CaseNotice Call(Notice? notice = null, string key = "ted:1-2025", int month = 2) =>
        In((notice ?? Empty) with { FormType = "competition" }, key, new DateOnly(2025, month, 13));

    public static CaseNotice Award(Notice? notice = null, string key = "ted:2-2025") => In((notice ?? Empty) with { FormType = "result" }, key);

    public static Notice Empty { get; } = new() { Format = "eforms", LegalBasis = "32014L0025", ProcedureType = "open" };

    public static Money Euro(decimal amount) => Money.Of(amount, "EUR");

    public static Bid Bid(int number, Money? value, bool won = false, string lot = "LOT-0001") =>
        new() { Id = $"TEN-{number:0000}", Lot = lot, Value = value, Won = won };

    /// <summary>An award of one lot whose first price won.</summary>
    public static CaseNotice Bids(params decimal[] prices) => Bids([.. prices.Select((price, place) => Bid(place + 1, Euro(price), place == 0))]);

    public static CaseNotice Bids(IReadOnlyList<Bid> bids, LotResult? result = null, Notice? notice = null) => Award((notice ?? Empty) with
    {
        Results = [result ?? Result(bids.Count)],
        Bids = bids,
    });

    public static LotResult Result(int? received = null, string lot = "LOT-0001", string status = "selec-w", params (string Kind, decimal? Count)[] counts) => new()
    {
        Id = "RES-0001",
        Lot = lot,
        Status = status,
        Submissions = new SubmissionCounts([
            .. received is { } count ? (KeyValuePair<string, decimal?>[])[KeyValuePair.Create("tenders", (decimal?)count)] : [],
            .. counts.Select(pair => KeyValuePair.Create(pair.Kind, pair.Count))]),
    };

    /// <summary>A real notice, or a sample.</summary>
    public static CaseNotice Real(string path, string key)
    {
        using var stream = System.IO.File.OpenRead(path);
        return NoticeXml.Read(stream) is NoticeReading.Read(var notice) ? In(notice, key) : throw new InvalidOperationException($"{path} could not be read.");
    }

    public static CaseNotice Sample(string number) => Real(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", number + ".xml"), "ted:" + number);

    public static string Json(IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(findings, NoticeJson.Stored);

    public static decimal? Figure(this Finding finding, string id) => finding.Figures.FirstOrDefault(figure => figure.Id == id)?.Value;

    public static IEnumerable<string> Fields(this Finding finding) => finding.Missing.Select(missing => missing.Field);

    /// <summary>All words of a finding in both languages.</summary>
    public static IEnumerable<string> Words(this Finding finding) => finding.Reasons.Append(finding.Summary)
        .Concat(finding.Figures.Select(figure => figure.Label))
        .Concat(finding.Missing.SelectMany(missing => new[] { missing.Name, missing.Why }))
        .SelectMany(text => new[] { text.Nl, text.En });
}
