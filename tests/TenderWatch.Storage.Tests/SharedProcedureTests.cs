using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Sources;
using TenderWatch.Sources;
using TenderWatch.Testing;

namespace TenderWatch.Storage.Tests;

public sealed class SharedProcedureTests
{
    private const string Shared = "aff2863e-b4cc-4e91-baba-b3b85f709117";

    private static IEnumerable<(NoticeKey Key, Notice Notice)> Notices()
    {
        // Three are of the buyers that copied the example of the SDK, two are the example itself.
        foreach (var path in new[] { "eforms/competition", "eforms-sdk-examples" }.SelectMany(folder => Directory.EnumerateFiles(SharedData.File(folder), "*.xml")).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(path);
            if (NoticeXml.Read(stream) is NoticeReading.Read(var notice) && string.Equals(notice.ProcedureId, Shared, StringComparison.OrdinalIgnoreCase))
                yield return (new NoticeKey("file", Path.GetFileNameWithoutExtension(path)), notice);
        }
    }

    [Fact]
    public async Task Notices_of_several_buyers_that_share_one_procedure_identifier_stay_apart()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var registry = new Registry((await TestStorage.CreateAsync()).Account);
        var procurements = new List<(string Buyer, string Procurement)>();
        foreach (var (key, notice) in Notices())
        {
            var record = TestStorage.Record(key.Id) with { Key = key, Version = Digest.Of(key.ToString()) };
            var linking = await registry.LinkAsync(record, JoinKey.Of(key, notice, new PublicationLinks()), openCase: false, CancellationToken.None);
            procurements.Add((notice.Buyers[0].Name!, linking.Procurement.Id));
        }

        Assert.Equal(5, procurements.Count);
        Assert.True(procurements.Select(pair => pair.Buyer).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 3);
        Assert.All(procurements.GroupBy(pair => pair.Procurement), procurement => Assert.Single(procurement.Select(pair => pair.Buyer).Distinct(StringComparer.OrdinalIgnoreCase)));
        Assert.Equal(procurements.Select(pair => pair.Buyer).Distinct(StringComparer.OrdinalIgnoreCase).Count(), procurements.Select(pair => pair.Procurement).Distinct().Count());
    }
}
