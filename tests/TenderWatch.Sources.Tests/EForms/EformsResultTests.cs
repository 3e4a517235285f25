using static TenderWatch.Sources.Tests.EForms.MadeNotice;

namespace TenderWatch.Sources.Tests.EForms;

public sealed class EformsResultTests
{
    private const string Winner = """
        <efac:LotTender><cbc:ID>TEN-0001</cbc:ID><efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID></efac:TenderingParty></efac:LotTender>
        <efac:LotTender><cbc:ID>TEN-0002</cbc:ID></efac:LotTender>
        <efac:SettledContract><cbc:ID>CON-0001</cbc:ID><cbc:Title languageID="NLD">Meters</cbc:Title><efac:ContractReference><cbc:ID> 4711 </cbc:ID></efac:ContractReference>
        <efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender><efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender></efac:SettledContract>
        <efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID><efac:Tenderer><cbc:ID>ORG-0002</cbc:ID><efbc:GroupLeadIndicator>true</efbc:GroupLeadIndicator></efac:Tenderer>
        <efac:Tenderer><cbc:ID>TPO-0003</cbc:ID><efbc:GroupLeadIndicator>false</efbc:GroupLeadIndicator></efac:Tenderer>
        <efac:SubContractor><cbc:ID>ORG-0002</cbc:ID></efac:SubContractor><efac:SubContractor><cbc:ID>ORG-0099</cbc:ID></efac:SubContractor></efac:TenderingParty>
        """;

    private static readonly string Organisations = $"""
        <efac:Organizations>{Organisation("ORG-0002", "Kaifa", "<efac:UltimateBeneficialOwner><cbc:ID>UBO-1</cbc:ID></efac:UltimateBeneficialOwner><efbc:ListedOnRegulatedMarketIndicator>0</efbc:ListedOnRegulatedMarketIndicator>",
            "<cac:PartyLegalEntity><cbc:CompanyID>05029249</cbc:CompanyID></cac:PartyLegalEntity><cac:PartyLegalEntity><cbc:CompanyID>05029249</cbc:CompanyID></cac:PartyLegalEntity>")}
        {Organisation("ORG-0003", "Sagemcom", "<efac:TouchPoint><cac:PartyIdentification><cbc:ID>TPO-0003</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>desk</cbc:Name></cac:PartyName></efac:TouchPoint>")}
        <efac:UltimateBeneficialOwner><cbc:ID>UBO-1</cbc:ID><efac:Nationality><cbc:NationalityID>CHN</cbc:NationalityID></efac:Nationality></efac:UltimateBeneficialOwner></efac:Organizations>
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Bids_join_their_parties_wherever_the_organisations_stand(bool organisationsFirst)
    {
        const string Result = $"<efac:NoticeResult>{Winner}</efac:NoticeResult>";
        var notice = Read(extension: organisationsFirst ? Organisations + Result : Result + Organisations);
        Assert.Equal([true, false], notice.Bids.Select(bid => bid.Won));
        Assert.Equal([("Kaifa", true), ("Sagemcom", false)], notice.Bids[0].Bidders.Select(party => (party.Name!, party.Leader!.Value)));
        var kaifa = Assert.Single(notice.Bids[0].Subcontractors);
        Assert.Null(kaifa.Leader);
        Assert.Equal(["05029249"], kaifa.Ids);
        Assert.Equal(["CHN"], kaifa.OwnerNationalities);
        Assert.False(kaifa.Listed);
        Assert.Contains(notice.Problems, problem => problem is { Code: "unresolved-reference", At: "TPA-0001" } && problem.Text.Contains("ORG-0099", StringComparison.Ordinal));
        var contract = Assert.Single(notice.Contracts);
        Assert.Equal(("4711", "Meters"), (contract.Reference, contract.Title));
        Assert.Equal(["TEN-0001"], contract.Bids);
    }

    [Fact]
    public void Buyers_come_in_order_and_one_that_is_not_there_is_a_problem()
    {
        static string Buyer(string id) => $"<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>{id}</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>";
        var notice = Read(Buyer("TPO-0003") + Buyer("ORG-0404") + Buyer("\n ORG-0002 "), Organisations);
        Assert.Equal(["Sagemcom", "Kaifa"], notice.Buyers.Select(buyer => buyer.Name));
        Assert.Equal(["unresolved-reference"], Codes(notice));
    }

    [Fact]
    public void References_to_lots_and_bids_are_given_as_written_even_where_they_do_not_resolve()
    {
        var notice = Result("""
            <efac:LotResult><cbc:ID>RES-0001</cbc:ID><efac:TenderLot><cbc:ID>LOT-0009</cbc:ID></efac:TenderLot>
            <efac:LotTender><cbc:ID>TEN-0009</cbc:ID></efac:LotTender><efac:LotTender><cbc:ID>TEN-0009</cbc:ID></efac:LotTender></efac:LotResult>
            """);
        Assert.Equal("LOT-0009", notice.Results[0].Lot);
        Assert.Equal(["TEN-0009"], notice.Results[0].Bids);
        Assert.Equal(["unresolved-reference", "unresolved-reference"], Codes(notice));
    }

    [Fact]
    public void A_subcontracting_term_without_its_list_name_is_not_BT_773()
    {
        Assert.Null(Bid("<efac:SubcontractingTerm><efbc:TermCode>yes</efbc:TermCode><efbc:TermPercent>20</efbc:TermPercent></efac:SubcontractingTerm>").Subcontracting);
        var subcontracting = Bid($"""
            <efac:SubcontractingTerm><efbc:TermPercent>20.50</efbc:TermPercent>{Withheld("sub-val")}<efbc:TermCode listName="applicability"> yes </efbc:TermCode></efac:SubcontractingTerm>
            """).Subcontracting!;
        Assert.Equal(("yes", 20.50m, true), (subcontracting.Status, subcontracting.Percent, subcontracting.Value!.IsWithheld));
        Assert.Null(Bid("""<efac:SubcontractingTerm><efbc:TermCode listName="applicability">unpublished</efbc:TermCode><efbc:TermPercent>-1</efbc:TermPercent></efac:SubcontractingTerm>""").Subcontracting);
    }

    [Fact]
    public void Masked_codes_and_ranks_are_left_out()
    {
        var bid = Bid("<cbc:RankCode>-1</cbc:RankCode><efac:Origin><efbc:AreaCode>unpublished</efbc:AreaCode></efac:Origin><efac:Origin><efbc:AreaCode>CHN</efbc:AreaCode></efac:Origin>");
        Assert.Null(bid.Rank);
        Assert.Equal(["CHN"], bid.Origin);
        Assert.Equal(2, Bid("<cbc:RankCode> 2 </cbc:RankCode>").Rank);
        var result = LotResult("<cbc:TenderResultCode>unpublished</cbc:TenderResultCode><efac:DecisionReason><efbc:DecisionReasonCode>no-rece</efbc:DecisionReasonCode></efac:DecisionReason>");
        Assert.Equal((null, "no-rece"), (result.Status, result.NotAwardedReason));
    }

    [Fact]
    public void A_variant_that_BT_195_names_is_left_out_whatever_stands_there()
    {
        const string Variant = "<efbc:TenderVariantIndicator>false</efbc:TenderVariantIndicator>";
        Assert.Null(Bid(Variant + Withheld("win-ten-var")).Variant);
        Assert.False(Bid(Variant).Variant);
    }

    [Fact]
    public void Submissions_keep_the_first_of_a_repeated_code_and_say_when_a_count_is_withheld()
    {
        static string Count(string code, string number) =>
            $"<efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode>{code}</efbc:StatisticsCode><efbc:StatisticsNumeric>{number}</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>";
        var submissions = LotResult(Count("\n\ttenders", "4") + Count("tenders", "9") + Count("", "1") + Count("unpublished", "2") + Count("t-sme", "-1")).Submissions;
        Assert.Equal([new("tenders", 4), new("t-sme", null)], submissions.Counts);
    }

    [Fact]
    public void Every_withheld_field_is_listed_in_document_order_with_the_place_it_is_at()
    {
        var notice = Read(
            LotXml($"<cac:TenderingTerms><cac:Unknown><cac:Deeper>{Withheld("awa-cri-num")}</cac:Deeper></cac:Unknown></cac:TenderingTerms>", "GLO-0001", "LotsGroup"),
            $"<efac:NoticeResult>{Withheld("not-val")}<efac:LotResult>{Withheld("ten-val-low")}<cbc:ID>RES-0001</cbc:ID></efac:LotResult><efac:LotTender><cbc:ID>TEN-0001</cbc:ID><efac:ConcessionRevenue>{Withheld("con-rev-buy")}</efac:ConcessionRevenue></efac:LotTender></efac:NoticeResult>");
        Assert.Equal(
            [("not-val", null), ("ten-val-low", "RES-0001"), ("con-rev-buy", "TEN-0001"), ("awa-cri-num", "GLO-0001")],
            notice.Withheld.Select(field => (field.Field!, field.At)));
        Assert.All(notice.Withheld, field => Assert.Equal(("fair-comp", new DateOnly(2032, 12, 31)), (field.Reason, field.Until!.Value)));
    }

    [Fact]
    public void The_publication_date_is_never_the_date_until_which_a_field_is_withheld()
    {
        var notice = Read(extension: $"""
            <efac:NoticeResult>{Withheld("not-val")}</efac:NoticeResult><efac:Publication><efbc:NoticePublicationID schemeName="ojs-notice-id">00595577-2024</efbc:NoticePublicationID>
            <efbc:PublicationDate>2024-10-03+02:00</efbc:PublicationDate></efac:Publication><efac:Changes><efbc:ChangedNoticeIdentifier>454728-2023</efbc:ChangedNoticeIdentifier></efac:Changes>
            """);
        Assert.Equal(("595577-2024", new DateOnly(2024, 10, 3), "454728-2023"), (notice.PublicationNumber, notice.PublicationDate!.Value, notice.Changes));
    }

    [Fact]
    public void Template_text_is_a_problem_wherever_it_stands()
    {
        var notice = Read(LotXml("<cac:TenderingTerms><cac:Anything><cbc:ID>_DEFAULT_VALUE_CHANGE_ME_</cbc:ID></cac:Anything></cac:TenderingTerms>"));
        var problem = Assert.Single(notice.Problems);
        Assert.Equal(("placeholder-text", "LOT-0001"), (problem.Code, problem.At));
    }
}
