using System.Text.Json;
using MimeKit;
using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Demo;

public sealed class DemoTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_demonstration_shows_DSMR6_with_its_figures_and_a_flagged_fictional_case()
    {
        var demo = await _cli.RunAsync("demo", "--once");
        Assert.True(demo.ExitCode == 0, demo.Output + demo.Error);
        string[] shown =
        [
            "DSMR6 E-meter", "Alliander, Enexis, Stedin", "7,933,740", "EUR 592,517,432", "EUR 74.68", "Kaifa Technology Netherlands B.V. 60 %", "Sagemcom Energy & Telecom SAS 40 %",
            "8 years", "3 × 2 years", "at or above the threshold of EUR 250,000,000", "(LOT-0001): Cannot be assessed", "missing: Prices of all tenders (BT-720)",
            "missing: Number of tenders received (BT-759)", "missing: Estimated value of the contract without VAT (BT-27)", "(LOT-0001): Needs attention", "missing: Filing of Kaifa Technology Netherlands B.V. (TEN-0001) (FS-PP): Owed with the request to participate and with the tender.", "43.14 %", "Verified, intact",
            "the supply meets the requirements of resilience", "low risk", "China Electronics Corporation, 35 %", "Gateway higher risk",
        ];
        Assert.All(shown, text => Assert.Contains(text, demo.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b", demo.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_says_the_same_and_a_second_run_changes_and_sends_nothing()
    {
        var first = await _cli.RunAsync("demo", "--once", "--json");
        var second = await _cli.RunAsync("demo", "--once", "--json");
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(first.Output, second.Output);
        Assert.Contains("No new message", second.Error, StringComparison.Ordinal);

        using var document = JsonDocument.Parse(first.Output);
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().ToDictionary(view => view.GetProperty("state").GetProperty("title").GetString()!, StringComparer.Ordinal);
        var dsmr6 = cases["DSMR6 E-meter"];
        Assert.Equal("notAssessable", Verdict(dsmr6, "alt"));
        Assert.Equal("flagged", Verdict(dsmr6, "fsr-scope"));
        Assert.Equal("notAssessable", Verdict(dsmr6, "fsr-filings"));
        Assert.Equal(("clear", "clear", "flagged", "flagged"), (Verdict(dsmr6, "supply-resilience"), Verdict(dsmr6, "component-risk"), Verdict(dsmr6, "state-influence"), Verdict(dsmr6, "market-access")));
        Assert.Equal(("592517432", "EUR"), Fact(dsmr6, "total-value"));
        Assert.Equal(("74.68", "EUR"), Fact(dsmr6, "unit-price"));
        Assert.Equal("flagged", Verdict(cases["Communicatiemodules voor slimme meters"], "alt"));

        Assert.Equal(
            [("2025-02-13", "competition", "ted tenderned"), ("2025-02-13", "competition", "mercell"), ("2025-12-11", "result", "ted tenderned")],
            dsmr6.GetProperty("timeline").EnumerateArray().Select(entry => (entry.GetProperty("day").GetString(), entry.GetProperty("stage").GetString(), Sources(entry))));
        Assert.Equal(5, dsmr6.GetProperty("state").GetProperty("notices").GetInt32());
        Assert.Empty(dsmr6.GetProperty("problems").EnumerateArray());
        // Mercell's page adds what it alone knows, and states nothing that a publication states.
        Assert.Equal(
            ["platform-document", "platform-procedure"],
            dsmr6.GetProperty("facts").GetProperty("sheet").EnumerateArray()
                .Where(fact => fact.GetProperty("origins").EnumerateArray().Any(origin => origin.GetProperty("notice").GetProperty("source").GetString() == "mercell"))
                .Select(fact => fact.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_case_is_told_by_mail_and_by_card_when_it_opens_and_the_meter_again_when_statements_change_its_verdicts()
    {
        await _cli.RunAsync("demo", "--once");
        var arrived = Path.Combine(_cli.Folder, ".tenderwatch", "demo", "arrived");
        var mails = Directory.GetFiles(arrived, "*.eml").Select(file => MimeMessage.Load(file)).ToList();
        Assert.Equal(3, mails.Count);
        Assert.Equal(3, mails.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(mails, mail => Assert.Contains("reconstructie", mail.TextBody, StringComparison.Ordinal));
        Assert.Single(mails, mail => mail.Subject!.Contains("Uitkomst gewijzigd: DSMR6 E-meter", StringComparison.Ordinal));
        Assert.Equal(3, Directory.GetFiles(arrived, "*.json").Length);
    }

    private static string Sources(JsonElement entry) =>
        string.Join(' ', entry.GetProperty("publications").EnumerateArray().Select(publication => publication.GetProperty("key").GetProperty("source").GetString()));

    private static string Verdict(JsonElement view, string check) =>
        view.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("check").GetString() == check).GetProperty("verdict").GetString()!;

    private static (string, string) Fact(JsonElement view, string name)
    {
        var fact = view.GetProperty("facts").GetProperty("sheet").EnumerateArray().First(one => one.GetProperty("name").GetString() == name);
        return (fact.GetProperty("value").GetString()!, fact.GetProperty("unit").GetString()!);
    }
}
