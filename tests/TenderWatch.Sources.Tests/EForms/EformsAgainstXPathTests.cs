using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using TenderWatch.Core.Notices;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>Every member of every real and example notice, against queries with the field list's own XPaths.</summary>
public sealed class EformsAgainstXPathTests
{
    internal static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("eforms", 490)]
    [InlineData("eforms-sdk-examples", 92)]
    public void The_reader_gives_what_the_XPaths_of_the_field_list_give(string folder, int count)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var fields = FieldList.Load();
        var files = Directory.GetFiles(SharedData.File(folder), "*.xml", SearchOption.AllDirectories);
        Assert.Equal(count, files.Length);
        var differences = files.AsParallel().WithDegreeOfParallelism(2)
            .SelectMany(file => Differences(file, fields).Select(member => $"{Path.GetFileName(file)}: {member}"))
            .Order(StringComparer.Ordinal).ToList();
        // None is left to explain: 582 notices, every member, the same. Only names of files and members: a notice's texts are not for a log.
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static List<string> Differences(string file, FieldList fields)
    {
        var bytes = File.ReadAllBytes(file);
        var notice = Assert.IsType<NoticeReading.Read>(MadeNotice.Reading(bytes)).Notice;
        var actual = JsonSerializer.SerializeToNode(notice with { Problems = [] }, NoticeJson.Stored)!.AsObject();
        using var stream = new MemoryStream(bytes);
        var document = XDocument.Load(stream);
        var expected = new EformsOracle(document, fields).Notice();
        var members = Compare("", expected, actual).ToList();

        // The order of members is part of the contract, so the texts must agree too.
        if (members.Count == 0 && expected.ToJsonString(Relaxed) != JsonSerializer.Serialize(notice with { Problems = [] }, NoticeJson.Stored)) members.Add("(order)");
        var placeholders = document.Descendants().Count(element => !element.HasElements && element.Value.Contains("_DEFAULT_VALUE_CHANGE_ME_", StringComparison.Ordinal));
        if (placeholders != notice.Problems.Count(problem => problem.Code == "placeholder-text")) members.Add("problems: placeholder-text");
        if (Amounts(actual).Count(amount => amount is 0 or 1 or 0.01m) != notice.Problems.Count(problem => problem.Code == "placeholder-amount")) members.Add("problems: placeholder-amount");
        return members;
    }

    private static IEnumerable<string> Compare(string path, JsonNode? expected, JsonNode? actual)
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                return left.Select(member => member.Key).Union(right.Select(member => member.Key), StringComparer.Ordinal)
                    .SelectMany(key => Compare($"{path}.{key}", left[key], right[key]));
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                return left.Zip(right).SelectMany((pair, i) => Compare($"{path}[{i}]", pair.First, pair.Second));
            default:
                return expected?.ToJsonString(Relaxed) == actual?.ToJsonString(Relaxed) ? [] : [path];
        }
    }

    private static IEnumerable<decimal> Amounts(JsonNode? node) => node switch
    {
        JsonObject { Count: 2 } money when money["amount"] is JsonValue amount && money["currency"] is not null => [amount.GetValue<decimal>()],
        JsonObject facts => facts.SelectMany(fact => Amounts(fact.Value)),
        JsonArray list => list.SelectMany(Amounts),
        _ => [],
    };
}
