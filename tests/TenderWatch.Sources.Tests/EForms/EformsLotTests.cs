using static TenderWatch.Sources.Tests.EForms.MadeNotice;

namespace TenderWatch.Sources.Tests.EForms;

public sealed class EformsLotTests
{
    [Fact]
    public void Only_lots_are_lots_not_groups_and_parts()
    {
        const string Placeholder = """<cac:ProcurementProject><cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="EUR">1</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal></cac:ProcurementProject>""";
        var notice = Read(LotXml(Placeholder, "GLO-0001", "LotsGroup") + LotXml(Placeholder, "PAR-0001", "Part") + LotXml("", "LOT-0002"));
        Assert.Equal(["LOT-0002"], notice.Lots.Select(lot => lot.Id));
        Assert.Empty(notice.Problems);
    }

    [Theory]
    [InlineData("8", "YEAR", "P8Y")]
    [InlineData("96", "months", "P96M")]
    [InlineData("24.0", "MONTH", "P24M")]
    [InlineData("120", "CALENDAR_DAYS", "P120D")]
    [InlineData("10", "Day", "P10D")]
    [InlineData("6", "WEEKS", "P6W")]
    [InlineData("5", "WORKING_DAY", null)]
    [InlineData("-1", "MONTH", null)]
    public void A_duration_is_a_period_in_the_unit_given(string number, string unit, string? expected) =>
        Assert.Equal(expected, Project($"""<cac:PlannedPeriod><cbc:DurationMeasure unitCode="{unit}">{number}</cbc:DurationMeasure></cac:PlannedPeriod>""").Duration);

    [Theory]
    [InlineData("<cbc:DescriptionCode>UNLIMITED</cbc:DescriptionCode>", "UNLIMITED")]
    [InlineData("<cbc:DescriptionCode>UNKNOWN</cbc:DescriptionCode>", null)]
    [InlineData("""<cbc:DescriptionCode>UNLIMITED</cbc:DescriptionCode><cbc:DurationMeasure unitCode="YEAR">2</cbc:DurationMeasure>""", "P2Y")]
    public void The_measure_wins_over_the_words_of_which_only_unlimited_is_given(string period, string? expected) =>
        Assert.Equal(expected, Project($"<cac:PlannedPeriod>{period}</cac:PlannedPeriod>").Duration);

    [Fact]
    public void Dates_lose_their_offset_and_are_not_converted()
    {
        var lot = Project("<cac:PlannedPeriod><cbc:StartDate>2026-01-01+02:00</cbc:StartDate><cbc:EndDate>2033-12-31Z</cbc:EndDate></cac:PlannedPeriod>");
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2033, 12, 31)), (lot.Start!.Value, lot.End!.Value));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("next year")]
    [InlineData("2026-01-01+2")]
    public void What_is_no_calendar_date_is_left_out_with_a_problem(string written)
    {
        var notice = Read(LotXml($"<cac:ProcurementProject><cac:PlannedPeriod><cbc:StartDate>{written}</cbc:StartDate></cac:PlannedPeriod></cac:ProcurementProject>"));
        Assert.Null(notice.Lots[0].Start);
        Assert.Contains(notice.Problems, problem => problem is { Code: "not-a-date", At: "LOT-0001" });
    }

    [Theory]
    [InlineData("12:00:00+01:00", "2025-01-31T12:00:00+01:00")]
    [InlineData("12:00:00.0000000+01:00", "2025-01-31T12:00:00+01:00")]
    [InlineData("12:00:00.50Z", "2025-01-31T12:00:00.5Z")]
    [InlineData("12:00:00+00:00", "2025-01-31T12:00:00+00:00")]
    [InlineData("12:00:00", "2025-01-31T12:00:00")]
    [InlineData("noon", "2025-01-31")]
    public void A_deadline_is_the_date_with_the_time_and_its_offset(string time, string expected) =>
        Assert.Equal(expected, Lot($"<cac:TenderingProcess><cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>2025-01-31+01:00</cbc:EndDate><cbc:EndTime>{time}</cbc:EndTime></cac:TenderSubmissionDeadlinePeriod></cac:TenderingProcess>").Deadline.ToString());

    [Fact]
    public void Requests_to_participate_give_the_deadline_only_where_tenders_do_not()
    {
        const string Requests = "<cac:ParticipationRequestReceptionPeriod><cbc:EndDate>2025-02-01Z</cbc:EndDate></cac:ParticipationRequestReceptionPeriod>";
        const string Tenders = "<cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>2025-03-01Z</cbc:EndDate></cac:TenderSubmissionDeadlinePeriod>";
        Assert.Equal("2025-02-01", Lot($"<cac:TenderingProcess>{Requests}</cac:TenderingProcess>").Deadline.ToString());
        Assert.Equal("2025-03-01", Lot($"<cac:TenderingProcess>{Requests}{Tenders}</cac:TenderingProcess>").Deadline.ToString());
    }

    [Fact]
    public void Cpv_codes_are_eight_digits_the_main_one_first_each_once()
    {
        var lot = Project("""
            <cac:AdditionalCommodityClassification><cbc:ItemClassificationCode listName="other">38554000-3</cbc:ItemClassificationCode></cac:AdditionalCommodityClassification>
            <cac:AdditionalCommodityClassification><cbc:ItemClassificationCode>31682210</cbc:ItemClassificationCode></cac:AdditionalCommodityClassification>
            <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv"> 31682210 </cbc:ItemClassificationCode></cac:MainCommodityClassification>
            """);
        Assert.Equal(["31682210", "38554000"], lot.Cpv);
    }

    [Fact]
    public void Predicates_of_the_field_list_hold_literally()
    {
        var lot = Lot("""
            <cac:TenderingTerms><cac:ContractExecutionRequirement><cbc:ExecutionRequirementCode listName="nda">true</cbc:ExecutionRequirementCode></cac:ContractExecutionRequirement>
            <cac:ContractExecutionRequirement><cbc:ExecutionRequirementCode listName="fsr">false</cbc:ExecutionRequirementCode></cac:ContractExecutionRequirement>
            <cac:CallForTendersDocumentReference><cbc:DocumentType>restricted-document</cbc:DocumentType><cac:Attachment><cac:ExternalReference><cbc:URI>https://r.example/</cbc:URI></cac:ExternalReference></cac:Attachment></cac:CallForTendersDocumentReference>
            <cac:CallForTendersDocumentReference><cac:Attachment><cac:ExternalReference><cbc:URI>https://d.example/</cbc:URI></cac:ExternalReference></cac:Attachment><cbc:DocumentType>non-restricted-document</cbc:DocumentType></cac:CallForTendersDocumentReference></cac:TenderingTerms>
            <cac:TenderingProcess><cac:ContractingSystem><cbc:ContractingSystemTypeCode listName="dps-usage">none</cbc:ContractingSystemTypeCode></cac:ContractingSystem>
            <cac:ContractingSystem><cbc:ContractingSystemTypeCode listName="framework-agreement">fa-wo-rc</cbc:ContractingSystemTypeCode></cac:ContractingSystem></cac:TenderingProcess>
            """);
        Assert.Equal((false, "fa-wo-rc"), (lot.Fsr, lot.Framework));
        Assert.Equal(["https://d.example/"], lot.DocumentsUrl);
    }

    [Fact]
    public void Renewals_options_and_quantity_are_read()
    {
        var lot = Project("""
            <cbc:EstimatedOverallContractQuantity unitCode="C62">7933740</cbc:EstimatedOverallContractQuantity>
            <cac:ContractExtension><cbc:OptionsDescription languageID="NLD"> optie </cbc:OptionsDescription><cbc:MaximumNumberNumeric>3</cbc:MaximumNumberNumeric>
            <cac:Renewal><cac:Period><cbc:Description languageID="NLD">3 x 2 jaar</cbc:Description></cac:Period></cac:Renewal></cac:ContractExtension>
            """);
        Assert.Equal((7933740m, "C62"), (lot.Quantity!.Value, lot.Quantity.Unit));
        Assert.Equal((3, "3 x 2 jaar", "optie"), (lot.Renewals, lot.RenewalDescription, lot.OptionsDescription));
    }

    [Fact]
    public void A_text_is_in_the_language_of_the_notice_else_the_first_given()
    {
        const string Names = """
            <cac:ProcurementProject><cbc:Name languageID="FRA">compteurs</cbc:Name><cbc:Name languageID="NLD"> meters<!-- two --> en meer
            </cbc:Name></cac:ProcurementProject>
            """;
        Assert.Equal("meters en meer", Read(Names).Title);
        Assert.Equal("compteurs", Read(Names, language: "DEU").Title);
    }
}
