using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Reviews;

/// <summary>The worked example of <c>docs/alt-procedure.md</c>, run as it stands there.</summary>
public sealed partial class ExplanationPageTests
{
    [Fact]
    public void The_worked_example_on_the_page_goes_as_the_page_says()
    {
        var page = System.IO.File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "alt-procedure.md")).ReplaceLineEndings("\n");
        using var example = JsonDocument.Parse(Example().Match(page).Groups["json"].Value);
        ExplanationProcedure? procedure = null;
        var faults = 0;
        foreach (var step in example.RootElement.GetProperty("steps").EnumerateArray())
        {
            var at = new DateTimeOffset(DateTime.ParseExact(Text(step, "on")!, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(9), TimeSpan.Zero);
            var turn = new ExplanationTurn(Enum.Parse<ExplanationStep>(Text(step, "step")!, ignoreCase: true), at, "example")
            {
                Due = Text(step, "due") is { } due ? DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                Doubts = Text(step, "doubt") is { } doubt ? [JsonSerializer.Deserialize<DoubtGround>($"\"{doubt}\"", NoticeJson.Stored)] : [],
                Ground = Text(step, "ground") is { } ground ? JsonSerializer.Deserialize<RejectionGround>($"\"{ground}\"", NoticeJson.Stored) : null,
                Reasons = Text(step, "reasons") is { } reasons ? Digest.Of(reasons) : null,
                Document = Text(step, "file") is { } file ? Digest.Of(file) : null,
            };
            var outcome = ExplanationRules.Take(procedure, Text(example.RootElement, "lot")!, Text(example.RootElement, "bid")!, turn);
            procedure = outcome.After;
            Assert.Equal(Text(step, "fault"), outcome.Fault?.Code);
            Assert.Equal(Text(step, "stage"), procedure is null ? null : JsonSerializer.SerializeToElement(procedure.Stage, NoticeJson.Stored).GetString());
            if (outcome.Fault is not null) faults++;
            else Assert.Equal(Text(step, "acts"), ExplanationNext.Of(procedure!, at).Actor.ToString().ToLowerInvariant());
        }

        Assert.Equal((ExplanationStage.Rejected, 3), (procedure!.Stage, faults));
    }

    private static string? Text(JsonElement step, string name) => step.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Example();
}
