using System.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Sources.Tests.Mercell;

/// <summary>A tender at Mercell, from HTTP to its facts, and its facts from stored bytes alone.</summary>
public sealed class MercellReadTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 21, 10, 0, 0, TimeSpan.Zero);
    private static readonly NoticeKey Key = new("mercell", "7");

    private readonly MercellFolder _mercell = new();

    public void Dispose() => _mercell.Dispose();

    [Fact]
    public async Task A_tender_is_its_detail_with_its_entry_in_the_list_byte_for_byte()
    {
        _mercell.Add(7, Noon, "2026-10-08T22:00:00Z", """{"TenderName":" Slimme&nbsp;meters ","OrganizationName":"Netbeheer Voorbeeldstad","ProcedureType":3,"TypeOfContract":2,"PbpUrl":"https://s2c.mercell.com/buyer/9/tenders"}""");
        await using var host = await _mercell.StartAsync();
        var publication = await ReadAsync(host);
        Assert.Equal([EvidenceRoles.MercellDetail, EvidenceRoles.MercellListing], publication.Documents.Select(document => document.Role));
        Assert.StartsWith("""{"TenderId":7,""", Encoding.UTF8.GetString(publication.Documents[1].Content.Span), StringComparison.Ordinal);

        var read = Assert.IsType<PublicationReading.Read>(host.Reader.Read(Key, publication.Documents));
        var lot = Assert.Single(read.Notice.Lots);
        // Midnight between the 8th and the 9th in the Netherlands.
        Assert.Equal("2026-10-09T00:00:00+02:00", lot.Deadline.ToString());
        Assert.Equal(["https://s2c.mercell.com/today/7"], lot.DocumentsUrl);
        Assert.Equal(
            ("mercell-s2c", "Slimme meters", "Netbeheer Voorbeeldstad", "restricted", "supplies", "competition"),
            (read.Notice.Format, read.Notice.Title, read.Notice.Buyers.Single().Name, read.Notice.ProcedureType, read.Notice.ContractNature, read.Notice.FormType));
        Assert.Equal(("https://s2c.mercell.com/today/7", new DateOnly(2026, 9, 21)), (read.Links.Page, read.Published));
        Assert.Contains(new JoinKey("mercell:7"), JoinKey.Of(Key, read.Notice, read.Links));
        Assert.Empty(read.Notice.Problems);
    }

    [Fact]
    public async Task A_tender_is_looked_for_further_down_the_list_where_it_is_older_than_the_days_of_the_run()
    {
        for (var id = 100; id < 400; id++) _mercell.Add(id, Noon.AddMinutes(-id));
        _mercell.Add(7, Noon.AddDays(-60), "2026-12-01T11:00:00Z");
        await using var host = await _mercell.StartAsync();
        await host.DayAsync(new DateOnly(2026, 9, 21));
        Assert.Equal("2026-12-01T12:00:00+01:00", Read(await ReadAsync(host)).Lots.Single().Deadline.ToString());
    }

    [Fact]
    public async Task A_tender_that_left_the_list_has_no_deadline_and_says_so()
    {
        _mercell.Add(7, Noon, "2026-12-01T11:00:00Z");
        _mercell.TakeOff(1);
        _mercell.Add(8, Noon);
        await using var host = await _mercell.StartAsync();
        var notice = Read(await ReadAsync(host));
        Assert.Null(notice.Lots.Single().Deadline);
        Assert.Equal("no-listing", Assert.Single(notice.Problems).Code);
    }

    [Theory]
    [InlineData(3, "cancelled")]
    [InlineData(7, "removed")]
    [InlineData(0, null)]
    [InlineData(99, null)]
    public async Task Cancelled_and_removed_tenders_are_marked_with_their_moment(int status, string? words)
    {
        _mercell.Add(7, Noon, "2026-12-01T11:00:00Z", $$"""{"ExplicitTenderStatus":{{status}},"LastExplicitTenderStatusChangeDate":"2026-09-22T08:00:00Z"}""");
        await using var host = await _mercell.StartAsync();
        var platform = Read(await ReadAsync(host)).Platform!;
        Assert.Equal((words, words is null ? null : new DateTimeOffset(2026, 9, 22, 8, 0, 0, TimeSpan.Zero)), (platform.Status, platform.StatusSince));
    }

    [Fact]
    public void Documents_forms_and_links_are_kept_and_hidden_or_replaced_documents_are_not()
    {
        var notice = Read("""
            {"TenderId":7,"ProcedureType":16,"TenderDescriptionDocuments":[{"Name":"Leidraad.pdf","Size":218510,"IsHidden":false},{"Name":"oud.pdf","IsPreviousVersion":true},
             {"Name":"geheim.pdf","IsHidden":true},{"Name":null},7,{"Name":"Bijlage.docx","Size":-1}],
             "TenderPublicationDetails":[{"PublicationFormType":73,"TenderPublicationAuthorityNumber":"00123456-2026"},{"PublicationFormType":73},{"PublicationFormType":69}],
             "LinkedTenders":[{"TenderId":5},{"x":1},"6"],"PbpUrl":"javascript:alert(1)"}
            """);
        Assert.Equal([new PlatformDocument("Leidraad.pdf", 218510), new PlatformDocument("Bijlage.docx", null)], notice.Platform!.Documents);
        Assert.Equal(("mini-competition", null), (notice.Platform.Procedure, notice.ProcedureType));
        Assert.Equal([73, 69], notice.Platform.PublicationForms);
        Assert.Equal(["5"], notice.Platform.LinkedTenders);
        Assert.Null(notice.Platform.BuyerPage);
    }

    [Fact]
    public void A_number_at_TED_ties_the_tender_to_that_notice_and_linked_tenders_tie_nothing()
    {
        var read = Assert.IsType<PublicationReading.Read>(new PublicationReader(XmlStub.Read).Read(Key, [Detail("""
            {"TenderId":7,"TenderPublicationDetails":[{"TenderPublicationAuthorityResultCollection":[{"TenderPublicationAuthorityNumber":"00123456-2026"},{"TenderPublicationAuthorityNumber":""}]}],"LinkedTenders":[{"TenderId":5}]}
            """)]));
        Assert.Equal(["publication:mercell:7", "ted:123456-2026", "mercell:7"], JoinKey.Of(Key, read.Notice, read.Links).Select(key => key.Value));
    }

    [Theory]
    [InlineData("Eerste&nbsp;regel<br />\nTweede <strong>vet</strong>e regel &amp; meer", "Eerste regel\nTweede vete regel & meer")]
    [InlineData("<p>Een</p><ul><li>twee</li><li>drie</li></ul>", "Een\ntwee\ndrie")]
    [InlineData("a<script>alert('x')</script><style>p{}</style>b", "ab")]
    [InlineData("<script>alert(1)", null)]
    [InlineData("<!-- niets --> &shy;\u200B", null)]
    [InlineData("&#xD800;", "\uFFFD")]
    [InlineData("1 < 2", "1 < 2")]
    [InlineData("", null)]
    public void A_description_is_read_as_people_see_it(string html, string? text) =>
        Assert.Equal(text, Read($$"""{"TenderId":7,"TenderDescription":{{System.Text.Json.JsonSerializer.Serialize(html)}}}""").Description);

    [Theory]
    [InlineData(2, "open", "open", "competition")]
    [InlineData(4, "neg-w-call", "competitive-negotiation", "competition")]
    [InlineData(5, "neg-w-call", "negotiated-with-call", "competition")]
    [InlineData(6, "comp-dial", "competitive-dialogue", "competition")]
    [InlineData(13, "neg-wo-call", "direct-negotiation", "other")]
    [InlineData(17, null, "qualification-system", "competition")]
    [InlineData(18, null, "dynamic-purchasing-system", "competition")]
    [InlineData(19, null, "market-research", "consultation")]
    [InlineData(25, null, "below-threshold", "competition")]
    [InlineData(99, null, null, "other")]
    public void Numbers_of_procedures_are_put_in_the_words_of_eForms_where_it_has_them(int number, string? procedureType, string? procedure, string formType)
    {
        var notice = Read($$"""{"TenderId":7,"ProcedureType":{{number}}}""", """{"TenderId":7,"CreatedDate":"2026-09-21T10:00:00Z","Deadline":"2026-10-21T10:00:00Z"}""");
        Assert.Equal((procedureType, procedure, formType), (notice.ProcedureType, notice.Platform!.Procedure, notice.FormType));
    }

    [Fact]
    public void What_is_published_after_the_deadline_is_no_call() =>
        Assert.Equal("other", Read("""{"TenderId":7,"ProcedureType":16}""", """{"TenderId":7,"CreatedDate":"2026-09-18T10:26:49Z","Deadline":"2026-08-28T11:30:00Z"}""").FormType);

    [Theory]
    [InlineData("\"2026-10-08T22:00:00\"", null, "unreadable-date")]
    [InlineData("\"2026-13-08T22:00:00Z\"", null, "unreadable-date")]
    [InlineData("\"morgen\"", null, "unreadable-date")]
    [InlineData("\"0001-01-01T00:00:00Z\"", null, "unreadable-date")]
    [InlineData("\"9999-12-31T23:59:59Z\"", null, null)]
    [InlineData("null", null, null)]
    [InlineData("\"2026-12-08T22:00:00.55Z\"", "2026-12-08T23:00:00.55+01:00", null)]
    public void A_deadline_that_is_none_is_absent_and_named(string json, string? deadline, string? problem)
    {
        var notice = Read("""{"TenderId":7}""", $$"""{"TenderId":7,"CreatedDate":"2026-09-21T10:00:00Z","Deadline":{{json}}}""");
        Assert.Equal((deadline, problem), (notice.Lots.Single().Deadline?.ToString(), notice.Problems.SingleOrDefault()?.Code));
    }

    [Fact]
    public void A_value_whose_meaning_nobody_knows_is_named_and_not_used()
    {
        var notice = Read("""{"TenderId":7,"EstimatedValue":1000000,"CurrencyType":1}""");
        Assert.Null(notice.EstimatedValue);
        Assert.Contains(notice.Problems, problem => problem.Code == "unverified-value");
    }

    [Theory]
    [InlineData("""{"TenderId":8}""", "other-publication")]
    [InlineData("""{"TenderId":"../7"}""", "shape")]
    [InlineData("""{}""", "shape")]
    [InlineData("""[7]""", "shape")]
    [InlineData("nonsense", "shape")]
    public void Bytes_that_are_not_the_detail_are_a_fault(string detail, string code) =>
        Assert.Equal(code, Assert.IsType<PublicationReading.Unreadable>(new PublicationReader(XmlStub.Read).Read(Key, [Detail(detail)])).Fault.Code);

    [Fact]
    public void An_entry_of_another_tender_is_a_fault_and_so_is_nothing()
    {
        var reader = new PublicationReader(XmlStub.Read);
        Assert.Equal("other-publication", Assert.IsType<PublicationReading.Unreadable>(reader.Read(Key, [Detail("""{"TenderId":7}"""), Entry("""{"TenderId":8}""")])).Fault.Code);
        Assert.Equal("empty", Assert.IsType<PublicationReading.Unreadable>(reader.Read(Key, [])).Fault.Code);
    }

    [Fact]
    public async Task A_detail_of_another_tender_or_of_none_is_a_failure_with_its_bytes()
    {
        _mercell.Add(7, Noon, detail: """{"TenderId":8}""");
        await using var host = await _mercell.StartAsync();
        var failure = (await host.Mercell.ReadAsync(Key, TestContext.Current.CancellationToken)).Failure!;
        Assert.Equal("shape", failure.Code);
        Assert.NotEmpty(failure.Documents);
        Assert.Equal("not-found", (await host.Mercell.ReadAsync(new NoticeKey("mercell", "9"), TestContext.Current.CancellationToken)).Failure!.Code);
    }

    internal static SourceDocument Detail(string json) => new(EvidenceRoles.MercellDetail, "application/json", "https://example.org/detail", Noon, 200, Encoding.UTF8.GetBytes(json));

    internal static SourceDocument Entry(string json) => new(EvidenceRoles.MercellListing, "application/json", "https://example.org/list", Noon, 200, Encoding.UTF8.GetBytes(json));

    private static async Task<Publication> ReadAsync(SourceHost host)
    {
        var publication = (await host.Mercell.ReadAsync(Key, TestContext.Current.CancellationToken)).Value!;
        Assert.Null(publication.Failure);
        return publication;
    }

    private static Notice Read(Publication publication) => Assert.IsType<PublicationReading.Read>(new PublicationReader(XmlStub.Read).Read(Key, publication.Documents)).Notice;

    private static Notice Read(string detail, string? entry = null) =>
        Read(new Publication(Key, entry is null ? [Detail(detail)] : [Detail(detail), Entry(entry)]));
}
