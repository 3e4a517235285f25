using System.Text.Json;
using System.Xml.Linq;
using TenderWatch.Core.Notices;
using TenderWatch.Mutations.Mutating;
using TenderWatch.Sources.Tests.EForms;
using TenderWatch.Sources.Tests.TedExport;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.BadInput;

/// <summary>
/// Notices that nobody has published: real ones with elements removed, repeated, or exchanged with others of their name. The readers must give what
/// the queries of the contract give there too, so that they agree on more than the notices at hand.
/// </summary>
public sealed class VariedNoticesTests
{
    private const int PerNotice = 4;

    [Fact]
    public void The_reader_of_eForms_gives_what_the_XPaths_of_the_field_list_give()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var fields = FieldList.Load();
        Compare(["eforms", "eforms-sdk-examples"], NoticeJson.Stored, document => new EformsOracle(document, fields).Notice().ToJsonString(EformsAgainstXPathTests.Relaxed));
    }

    [Fact]
    public void The_reader_of_the_standard_forms_gives_what_the_XPaths_of_the_contract_give()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        Compare(["ted-legacy"], NoticeJson.Public, document => new TedExportOracle(document).Notice().ToJsonString(EformsAgainstXPathTests.Relaxed));
    }

    private static void Compare(string[] folders, JsonSerializerOptions form, Func<XDocument, string> oracle)
    {
        var files = folders.SelectMany(folder => Directory.GetFiles(SharedData.File(folder), "*.xml", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToList();
        var compared = 0;
        var differences = new List<string>();
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            for (var number = 0; number < PerNotice; number++)
            {
                var random = Seeds.Of(Path.GetFileName(file), 1, number);
                var varied = bytes;
                for (var times = random.Next(1, 9); times > 0; times--) varied = MarkupMutations.Vary(varied, random);
                if (MadeNotice.Reading(varied) is not NoticeReading.Read { Notice: var notice }) continue;
                compared++;
                var actual = JsonSerializer.Serialize(notice with { Problems = [] }, form);
                using var stream = new MemoryStream(varied);
                var expected = oracle(XDocument.Load(stream, LoadOptions.PreserveWhitespace));
                if (expected != actual) differences.Add($"{Path.GetFileName(file)} {number}: {Place(expected, actual)}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.InRange(compared, files.Count * PerNotice * 3 / 4, int.MaxValue);
    }

    // The members before the difference, not the text: a notice's texts are not for a log.
    private static string Place(string expected, string actual)
    {
        var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join(' ', expected[..at].Split('"').Where((_, index) => index % 2 == 1).Where(name => name.Length < 30).TakeLast(4));
    }
}
