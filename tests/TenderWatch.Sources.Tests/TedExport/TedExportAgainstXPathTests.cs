using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using TenderWatch.Core.Notices;
using TenderWatch.Sources.Tests.EForms;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.TedExport;

/// <summary>Every public member of every real legacy notice, against queries written from the contract.</summary>
public sealed class TedExportAgainstXPathTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_reader_gives_what_the_XPaths_of_the_contract_give()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var files = Directory.GetFiles(SharedData.File("ted-legacy"), "*.xml", SearchOption.AllDirectories);
        Assert.Equal(145, files.Length);
        var differences = files.SelectMany(Differences).Order(StringComparer.Ordinal).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static IEnumerable<string> Differences(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var notice = Assert.IsType<NoticeReading.Read>(MadeNotice.Reading(bytes)).Notice;
        using var stream = new MemoryStream(bytes);
        var expected = new TedExportOracle(XDocument.Load(stream)).Notice();
        var actual = JsonSerializer.SerializeToNode(notice with { Problems = [] }, NoticeJson.Public)!.AsObject();
        foreach (var name in expected.Select(member => member.Key).Union(actual.Select(member => member.Key), StringComparer.Ordinal))
        {
            // Names of files and members only: a notice's texts are not for a log.
            if (expected[name]?.ToJsonString(Relaxed) != actual[name]?.ToJsonString(Relaxed)) yield return $"{Path.GetFileName(file)}: {name}";
        }
    }
}
