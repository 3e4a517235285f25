using System.Globalization;
using System.Text.Json;
using TenderWatch.Core.Screening;
using TenderWatch.Testing;
using static TenderWatch.Core.Tests.Screening.Screen;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>
/// Results that Cardinal's code gave (commit b04158a, with a stand-in for its statistics library that computes the quantiles of type 8), and the
/// examples that it publishes.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(SharedData.Repository, "tests", "TenderWatch.Core.Tests", "Screening", "Golden");

    [Theory]
    [InlineData("defaults")]
    [InlineData("changed")]
    public void Releases_of_all_kinds_give_what_Cardinal_gave(string name)
    {
        var result = Run(System.IO.File.ReadAllText(Path.Combine(Folder, name + ".ini")), new ScreeningOptions { Maps = true }, System.IO.File.ReadAllBytes(Path.Combine(Folder, "releases.jsonl")));

        Assert.Equal(System.IO.File.ReadAllText(Path.Combine(Folder, name + ".json")).Trim(), Json(result));
        Assert.Equal((200, 4), (result.Releases, result.BadLineCount));
    }

    public static TheoryData<string> Vectors => SharedData.Root is null
        ? ["absent"]
        : [.. Read().Where(vector => vector.GetProperty("method").GetString()!.StartsWith("OCP-", StringComparison.Ordinal)).Select(vector => vector.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_published_examples_give_the_published_results(string id)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var vector = Read().Single(vector => vector.GetProperty("id").GetString() == id);
        var (code, inputs, expected) = (vector.GetProperty("method").GetString()![4..], vector.GetProperty("inputs"), vector.GetProperty("expected"));
        var settings = $"[{code}]" + (inputs.TryGetProperty("threshold", out var threshold) ? $"\nthreshold = {threshold.GetRawText()}" : "");

        using var json = JsonDocument.Parse(Json(Run(settings, new ScreeningOptions(), [.. Lines(inputs)])));

        var group = json.RootElement.TryGetProperty("OCID", out var flagged) ? flagged.EnumerateObject().Select(one => one.Name).ToArray() : [];
        if (expected.GetProperty("flagged").ValueKind == JsonValueKind.Array) Assert.Equal(expected.GetProperty("flagged").EnumerateArray().Select(one => one.GetString()), group);
        else Assert.Equal(expected.GetProperty("flagged").GetBoolean(), group.Length == 1);
        if (expected.TryGetProperty("tenderers", out var tenderers)) Assert.Equal(tenderers.EnumerateArray().Select(one => one.GetString()), json.RootElement.GetProperty("Tenderer").EnumerateObject().Select(one => one.Name));
        foreach (var figure in expected.EnumerateObject().Where(figure => figure.Value.ValueKind == JsonValueKind.Number && !(figure.Name == "q1" && inputs.TryGetProperty("threshold", out _))))
        {
            Assert.Equal(figure.Value.GetDouble(), json.RootElement.GetProperty("Meta").GetProperty(code).GetProperty(figure.Name).GetDouble(), 0.00005);
        }
    }

    private static IEnumerable<string> Lines(JsonElement inputs)
    {
        if (inputs.TryGetProperty("winner_and_second", out var pairs)) return pairs.EnumerateObject().Select(pair => Gap(pair.Name, pair.Value[0].GetRawText(), pair.Value[1].GetRawText()));
        var bids = inputs.GetProperty("bids").EnumerateArray().Select((bid, place) => Bid(
            bid.TryGetProperty("tenderer", out var tenderer) ? tenderer.GetString()! : place.ToString(CultureInfo.InvariantCulture),
            bid.GetProperty("amount").GetRawText(),
            bid.TryGetProperty("status", out var status) ? status.GetString()! : "valid"));
        return [Release("F", $"{Submitted([.. bids])}{(inputs.TryGetProperty("active_award", out _) ? "," + Awards(Award("1")) : "")}")];
    }

    private static List<JsonElement> Read()
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(SharedData.File("alt-vectors.json")));
        return [.. document.RootElement.EnumerateArray().Select(vector => vector.Clone())];
    }
}
