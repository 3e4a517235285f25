using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Notices;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Checks;

/// <summary>The filing on <c>docs/fsr-filings.md</c>, and what is refused.</summary>
public sealed class FilingDocumentTests
{
    private static string Page { get; } = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "fsr-filings.md")).ReplaceLineEndings("\n").Split("```json\n")[1].Split("```")[0];

    [Fact]
    public void The_filing_on_the_page_is_read_and_judged()
    {
        var filing = FilingDocument.Read(Encoding.UTF8.GetBytes(Page), out var faults);

        Assert.Empty(faults);
        var call = Given.Call(Given.Empty with { EstimatedValue = Given.Euro(300_000_000m), Lots = [new Lot { Id = "LOT-0001", Fsr = true }] });
        var finding = new FsrFilingsCheck(new FsrThresholds(), CommissionCalendar.Shipped).Run(Given.Case(call) with { Filings = [filing!] })[1];
        Assert.Equal(("Voorbeeld B.V.", Verdict.Clear, 4_750_000.50m), (finding.Subject, finding.Verdict, finding.Figure("contributions/CHN")));
        Assert.Contains(finding.Dates, date => date.Day == new DateOnly(2026, 3, 27));
    }

    [Theory]
    [InlineData("bidder", "\"\"", "$.bidder")]
    [InlineData("bidder", "null", "$.bidder")]
    [InlineData("stage", "7", "$.stage")]
    [InlineData("kind", "\"other\"", "$.kind")]
    [InlineData("received", "\"16-03-2026\"", "$.received")]
    [InlineData("received", "\"0001-01-01\"", "$.received")]
    [InlineData("complete", "\"2026-03-15\"", "$.complete")]
    [InlineData("sections", "[1, 9]", "$.sections")]
    [InlineData("sections", "[1, 1]", "$.sections")]
    [InlineData("origins", "[{\"notice\":{\"source\":\"ted\",\"id\":\"1\"},\"field\":\"x\",\"document\":\"0000000000000000000000000000000000000000000000000000000000000000\"}]", "$.origins")]
    [InlineData("unknown", "1", "$.unknown")]
    [InlineData("parties", "[{\"name\":\"A\",\"contributions\":[]}]", "$.parties[0]")]
    [InlineData("parties", "[null]", "$.parties[0]")]
    [InlineData("parties", "[{\"name\":\"A\",\"role\":\"operator\",\"contributions\":[null]}]", "$.parties[0].contributions[0]")]
    [InlineData("parties", "[{\"name\":\"A\",\"role\":\"operator\",\"sharePercent\":10,\"contributions\":[]}]", "$.parties[0]")]
    [InlineData("parties", "[{\"name\":\"A\",\"role\":\"operator\",\"contributions\":[{\"country\":\"CHN\",\"amount\":-1,\"granted\":\"2025-01-01\"}]}]", "$.parties[0].contributions[0].amount")]
    [InlineData("parties", "[{\"name\":\"A\",\"role\":\"operator\",\"contributions\":[{\"country\":\"CHN\",\"amount\":1e300,\"granted\":\"2025-01-01\"}]}]", "$.parties[0].contributions[0].amount")]
    [InlineData("parties", "[{\"name\":\"A\",\"role\":\"operator\",\"contributions\":[{\"country\":\"CHN\",\"amount\":1}]}]", "$.parties[0].contributions[0]")]
    public void What_cannot_be_meant_is_refused_with_its_path(string member, string value, string path)
    {
        var json = JsonNode.Parse(Page)!;
        json[member] = JsonNode.Parse(value);

        Assert.Null(FilingDocument.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), out var faults));
        Assert.StartsWith(path, faults[0].En, StringComparison.Ordinal);
        Assert.StartsWith(path, faults[0].Nl, StringComparison.Ordinal);
        Assert.NotEqual(faults[0].En, faults[0].Nl);
    }

    [Theory]
    [InlineData("stage", "\"request\"", "requestToParticipate or tender")]
    [InlineData("kind", "\"report\"", "notification or declaration")]
    [InlineData("parties", "[{\"name\":\"A\",\"role\":\"parent\"}]", "operator, subsidiary, holding, subcontractor or supplier")]
    public void A_name_that_is_none_of_those_allowed_is_answered_with_these(string member, string value, string allowed)
    {
        var json = JsonNode.Parse(Page)!;
        json[member] = JsonNode.Parse(value);

        Assert.Null(FilingDocument.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), out var faults));
        Assert.Contains(allowed, faults[0].En, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_a_fault_or_another_filing_and_never_an_exception()
    {
        var bytes = Encoding.UTF8.GetBytes(Page);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample((place, value) =>
        {
            byte[] damaged = [.. bytes];
            damaged[place] = value;
            return FilingDocument.Read(damaged, out var faults) is not null == (faults.Count == 0);
        }, iter: 5000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"bidder\":\"A\"}")]
    [InlineData("{\"bidder\":\"A\",\"stage\":\"tender\",\"parties\":[{\"name\":\"A\",\"role\":\"operator\",\"contributions\":[{\"country\":[[[[[[[[[]]]]]]]]]}]}]}")]
    public void What_is_no_filing_is_refused(string text)
    {
        Assert.Null(FilingDocument.Read(Encoding.UTF8.GetBytes(text), out var faults));
        Assert.NotEmpty(faults);
    }
}
