using System.Text.Json;
using System.Xml.Linq;
using TenderWatch.Core.Notices;
using TenderWatch.Mutations.Mutating;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>
/// Notices that nobody has published: real ones with whole elements removed, repeated, exchanged or moved. The reader must give what the XPaths of
/// the field list give there too: a repeated field, an order that no form has, a withheld field at a place that is not its own.
/// </summary>
public sealed class RearrangedNoticesTests
{
    private const int PerNotice = 4;

    [Fact]
    public void The_reader_gives_what_the_XPaths_give_whatever_is_repeated_missing_or_elsewhere()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var fields = FieldList.Load();
        var files = Directory.GetFiles(SharedData.File("eforms"), "*.xml", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(SharedData.File("eforms-sdk-examples"), "*.xml")).Order(StringComparer.Ordinal).ToList();
        var compared = 0;
        var differences = new List<string>();
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            for (var number = 0; number < PerNotice; number++)
            {
                var random = Seeds.Of(Path.GetFileName(file), 1, number);
                var rearranged = bytes;
                for (var times = random.Next(1, 9); times > 0; times--) rearranged = MarkupMutations.Rearrange(rearranged, random);
                if (MadeNotice.Reading(rearranged) is not NoticeReading.Read { Notice: var notice } || Expected(rearranged, fields) is not { } expected) continue;
                compared++;
                var actual = JsonSerializer.Serialize(notice with { Problems = [] }, NoticeJson.Stored);
                if (expected != actual) differences.Add($"{Path.GetFileName(file)} {number}: {Place(expected, actual)}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.InRange(compared, files.Count * PerNotice * 3 / 4, int.MaxValue);
    }

    private static string? Expected(byte[] bytes, FieldList fields)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            return new EformsOracle(XDocument.Load(stream), fields).Notice().ToJsonString(EformsAgainstXPathTests.Relaxed);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or ArgumentException)
        {
            // An element within a number: the oracle is for notices whose numbers are numbers.
            return null;
        }
    }

    // The last member before the difference, not the text: a notice's texts are not for a log.
    private static string Place(string expected, string actual)
    {
        var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        var names = expected[..at].Split('"').Where((_, index) => index % 2 == 1).Where(name => name.Length < 30).TakeLast(4);
        return string.Join(' ', names);
    }
}
