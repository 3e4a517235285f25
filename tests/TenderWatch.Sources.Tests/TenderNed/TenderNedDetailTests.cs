using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using static TenderWatch.Sources.Tests.TenderNed.Renderings;

namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class TenderNedDetailTests
{
    [Fact]
    public void Invisible_characters_and_entities_are_gone()
    {
        var notice = With(new { aanbestedingNaam = "\uFEFFOnderhoud &amp; beheer\u200B&#8203; &euml;n meer", opdrachtgeverNaam = "Gemeente\u00A0 Súdwest-Frysl&acirc;n\u200B", opdrachtBeschrijving = "regel 1\nregel 2 &lt;b&gt;" });
        Assert.Equal("Onderhoud & beheer ën meer", notice.Title);
        Assert.Equal("Gemeente Súdwest-Fryslân", notice.Buyers.Single().Name);
        Assert.Equal("regel 1\nregel 2 <b>", notice.Description);
    }

    [Theory]
    [InlineData("2026-11-02T08:00:00", "2026-11-02T08:00:00", "2026-11-02T07:00:00Z")]
    [InlineData("2026-06-02T08:00:00.5", "2026-06-02T08:00:00.5", "2026-06-02T06:00:00.5Z")]
    public void A_naive_time_is_Dutch_time(string stated, string kept, string instant)
    {
        var deadline = With(new { sluitingsDatum = stated }).Lots.Single().Deadline!.Value;
        Assert.Equal(kept, deadline.ToString());
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), deadline.ToInstant(DutchTime.Zone));
    }

    [Theory]
    [InlineData("2099-12-31T00:00:00")]
    [InlineData("2125-12-31T23:59:00")]
    [InlineData("2090-01-01")]
    public void A_placeholder_date_is_absent(string stated) => Assert.Empty(With(new { sluitingsDatum = stated }).Lots);

    [Fact]
    public void A_date_that_is_none_is_a_problem()
    {
        var notice = With(new { sluitingsDatum = "2026-13-45T99:00:00" });
        Assert.Empty(notice.Lots);
        Assert.Equal(("unreadable-date", "sluitingsDatum"), (Assert.Single(notice.Problems, problem => problem.Code != "layout").Code, notice.Problems[^1].At));
    }

    [Fact]
    public void A_market_consultation_closes_at_a_date_of_its_own()
    {
        var notice = With(new { sluitingsDatum = (string?)null, sluitingsDatumMarktconsultatie = "2026-10-15", formType = "consultation", publicatieCode = "EFE1" });
        Assert.Equal(("2026-10-15", "consultation", "E1"), (notice.Lots.Single().Deadline.ToString(), notice.FormType, notice.Subtype));
    }

    [Theory]
    [InlineData("OBP")]
    [InlineData("OBK")]
    public void An_indefinite_contract_has_no_end(string code)
    {
        var lot = With(new { looptijdCode = new { code }, aanvangOpdrachtDatum = "2027-01-01T00:00:00", voltooiingOpdrachtDatum = "2031-01-01T00:00:00" }).Lots.Single();
        Assert.Equal((new DateOnly(2027, 1, 1), null), (lot.Start, lot.End));
    }

    [Fact]
    public void The_type_may_be_an_object_or_a_text()
    {
        Assert.Equal("competition", With(new { formType = (string?)null, aankondigingCode = (object?)null, publicatieCode = (string?)null, typePublicatie = new { code = "AAO" } }).FormType);
        Assert.Equal("other", With(new { formType = (string?)null, aankondigingCode = (object?)null, publicatieCode = (string?)null, typePublicatie = "Aankondiging" }).FormType);
    }

    [Theory]
    [InlineData("VAK", null, null, "planning")]
    [InlineData("AAO", null, null, "competition")]
    [InlineData("AGO", "EF29", null, "result")]
    [InlineData("MAC", null, null, "consultation")]
    [InlineData("REC", null, null, "change")]
    [InlineData("AAW", null, null, "cont-modif")]
    [InlineData("VBE", null, null, "other")]
    [InlineData("XYZ", null, "iets nieuws", "other")]
    [InlineData(null, null, "result", "result")]
    [InlineData("AGO", "EF25", "result", "dir-awa-pre")]
    [InlineData("AGO", "EF38", "result", "cont-modif")]
    public void Kinds_of_announcement_become_form_types_and_unknown_ones_stay_notices(string? code, string? form, string? stated, string expected) =>
        Assert.Equal(expected, With(new { aankondigingCode = code is null ? null : new { code }, publicatieCode = form, formType = stated }).FormType);

    [Fact]
    public void Cpv_codes_lose_their_check_digit_and_the_main_one_comes_first()
    {
        var notice = With(new { cpvCodes = new object[] { new { isHoofdOpdracht = false, code = "77200000-2" }, new { isHoofdOpdracht = true, code = "77000000-0" }, new { code = "77200000" }, new { code = "7720" }, new { code = 5 } } });
        Assert.Equal(["77000000", "77200000"], notice.Cpv);
    }

    [Fact]
    public void The_detail_follows_a_rectified_deadline_and_the_rendering_does_not()
    {
        var html = Table(Header(1, "5. Perceel"), Header(2, "5.1 Technische ID van het kavel: LOT-0001"), Row("Uiterste datum voor de ontvangst van inschrijvingen", "02/11/2026 08:00:00 (UTC+01:00)"));
        Assert.Equal("2026-11-02T08:00:00+01:00", Deadline("2026-11-02T08:00:00"));
        Assert.Equal("2026-12-01T12:00:00", Deadline("2026-12-01T12:00:00"));
        Assert.Equal("2026-11-02T08:00:00+01:00", Deadline(null));

        string? Deadline(string? detail) => Notice(html, Changed(new { sluitingsDatum = detail })).Lots.Single().Deadline?.ToString();
    }

    [Fact]
    public void Lots_with_deadlines_of_their_own_keep_them()
    {
        var html = Table(
            Header(1, "5. Perceel"), Header(2, "5.1 Technische ID van het kavel: LOT-0001"), Row("Uiterste datum voor de ontvangst van inschrijvingen", "02/11/2026 08:00:00 (UTC+01:00)"),
            Header(2, "5.1 Technische ID van het kavel: LOT-0002"), Row("Uiterste datum voor de ontvangst van inschrijvingen", "09/11/2026 08:00:00 (UTC+01:00)"));
        Assert.Equal([2, 9], Notice(html, Changed(new { sluitingsDatum = "2026-12-01T12:00:00" })).Lots.Select(lot => lot.Deadline!.Value.Date.Day));
    }

    [Fact]
    public void The_platform_that_published_it_is_where_the_documents_are()
    {
        Assert.Equal(["https://s2c.mercell.com/today/90866"], With(new { urlTsenderWebsite = "https://s2c.mercell.com/today/90866" }).Lots.Single().DocumentsUrl);
        Assert.Empty(With(new { urlTsenderWebsite = "javascript:alert(1)" }).Lots);
    }

    [Fact]
    public void Links_come_from_the_detail()
    {
        var read = Assert.IsType<PublicationReading.Read>(Read("", Changed(new { pbNummerTed = "00655158-2026", kenmerk = "610084" })));
        Assert.Equal((610084, new DateOnly(2026, 6, 12)), (read.Links.Kenmerk, read.Published));
        Assert.Equal(["655158-2026"], read.Links.TedNumbers);
        Assert.Equal("655158-2026", read.Notice.PublicationNumber);
    }

    [Theory]
    [InlineData("{\"\\uD800\":1,\"publicatieId\":470012}")]
    [InlineData("{\"\\uD800\":1,\"publicatieId\":470012,\"formType\":\"result\",\"\\uDC00x\":{}}")]
    [InlineData("[{\"a\\udfff\":1}]")]
    public void A_member_named_by_half_a_character_makes_it_no_detail(string detail)
    {
        Assert.Equal("shape", Assert.IsType<PublicationReading.Unreadable>(Read("", detail)).Fault.Code);
    }

    [Fact]
    public void Half_a_character_in_a_text_is_no_text_and_the_rest_is_read()
    {
        Assert.Null(Notice("", Detail.Replace("\"ERP\"", "\"\\uD800\"", StringComparison.Ordinal)).Title);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_no_detail()
    {
        var detail = Document(EvidenceRoles.TenderNedDetail, Detail) with { Content = Encoding.Latin1.GetBytes(Detail.Replace("ERP", "Ren\u00E9", StringComparison.Ordinal)) };
        var reading = new PublicationReader(XmlStub.Read).Read(Key, [detail, Document(EvidenceRoles.TenderNedHtml, "{\"html\":\"\"}")]);
        Assert.Equal("shape", Assert.IsType<PublicationReading.Unreadable>(reading).Fault.Code);
    }

    [Theory]
    [InlineData("{\"html\":1.5}")]
    [InlineData("{\"html\":null}")]
    [InlineData("[\"html\"]")]
    public void A_rendering_is_a_text_and_nothing_else(string rendering)
    {
        var reading = new PublicationReader(XmlStub.Read).Read(Key, [Document(EvidenceRoles.TenderNedDetail, Detail), Document(EvidenceRoles.TenderNedHtml, rendering)]);
        Assert.Equal("shape", Assert.IsType<PublicationReading.Unreadable>(reading).Fault.Code);
    }

    private static Notice With(object members) => Notice("", Changed(members));

    private static string Changed(object members)
    {
        var detail = JsonNode.Parse(Detail)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(members)!.AsObject()) detail[name] = value?.DeepClone();
        return detail.ToJsonString();
    }
}
