using System.Text.Json;
using System.Text.RegularExpressions;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Notices;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Checks;

/// <summary>The worked examples on the pages of the checks, run as they stand there.</summary>
public sealed partial class CheckPageTests
{
    public static TheoryData<string> Checks => [.. CheckList.All(new CheckSettings()).Select(check => check.Id)];

    [Theory]
    [MemberData(nameof(Checks))]
    public void The_worked_example_on_the_page_gives_what_the_page_says(string id)
    {
        var examples = Example().Matches(System.IO.File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "checks", id + ".md")).ReplaceLineEndings("\n"));
        Assert.NotEmpty(examples);
        foreach (Match match in examples)
        {
            using var example = JsonDocument.Parse(match.Groups["json"].Value);
            Assert.Equal(id, example.RootElement.GetProperty("check").GetString());
            var settings = example.RootElement.TryGetProperty("settings", out var set) ? set.Deserialize<CheckSettings>(NoticeJson.Stored)! : new CheckSettings();
            var check = CheckList.All(settings).Single(check => check.Id == id);
            var notices = example.RootElement.GetProperty("notices").EnumerateArray().Select(Read).ToArray();
            var statements = example.RootElement.TryGetProperty("statements", out var entered) ? entered.EnumerateArray().Select(Given.Statement).ToArray() : [];
            var filings = example.RootElement.TryGetProperty("filings", out var filed) ? filed.Deserialize<FsrFiling[]>(NoticeJson.Stored)! : [];
            var bids = example.RootElement.TryGetProperty("bids", out var tendered) ? [Given.Entered(tendered.Deserialize<SubmittedBid[]>(NoticeJson.Stored)!)] : (CaseBids[])[];
            Compare(example.RootElement.GetProperty("expected"), check.Run(Given.Case(notices) with { Statements = statements, Filings = filings, Bids = bids }));
        }
    }

    private static CaseNotice Read(JsonElement notice) => Given.In(
        notice.GetProperty("notice").Deserialize<Notice>(NoticeJson.Stored)!,
        notice.GetProperty("key").GetString()!,
        DateOnly.ParseExact(notice.GetProperty("published").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static void Compare(JsonElement expected, IReadOnlyList<Finding> findings)
    {
        Assert.Equal(expected.EnumerateArray().Select(finding => finding.GetProperty("subject").GetString()), findings.Select(finding => finding.Subject));
        foreach (var (finding, wanted) in findings.Zip(expected.EnumerateArray()))
        {
            Assert.Equal(wanted.GetProperty("verdict").GetString(), JsonSerializer.SerializeToElement(finding.Verdict, NoticeJson.Stored).GetString());
            Assert.Equal(wanted.GetProperty("missing").EnumerateArray().Select(field => field.GetString()), finding.Fields());
            var dates = wanted.TryGetProperty("dates", out var given) ? given.EnumerateObject().ToDictionary(date => date.Name, date => date.Value.GetString(), StringComparer.Ordinal) : [];
            Assert.True(dates.Count > 0 || wanted.GetProperty("figures").EnumerateObject().Any());
            Assert.Equal(dates, finding.Dates.ToDictionary(date => date.Id, date => date.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal));
            Assert.All(wanted.GetProperty("figures").EnumerateObject(), figure => Assert.Equal(figure.Value.GetDecimal(), finding.Figure(figure.Name)));
        }
    }

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Example();
}
