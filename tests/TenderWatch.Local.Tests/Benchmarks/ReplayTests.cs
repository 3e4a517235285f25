using TenderWatch.Benchmarks.Replay;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Sources;
using TenderWatch.Local.Hosting;
using TenderWatch.Sources;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Benchmarks;

/// <summary>The replay of the benchmarks in small: what it counts does not depend on the machine, unlike what it times.</summary>
public sealed class ReplayTests
{
    private const int Phases = 3;
    private const int Size = 20;

    [Fact]
    public async Task What_a_notice_asks_of_storage_does_not_grow_with_what_is_stored()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var stop = TestContext.Current.CancellationToken;
        var packages = await NodePackages.EnsureAsync(folder: null, progress: null, stop);
        // Its own: the product's names have no prefix here, and the idle poll counts every request.
        await using var azurite = await AzuriteProcess.StartAsync(packages, folder: null, new AzuritePorts(), stop);
        var report = await ReplayRun.RunAsync(new MadeNotices(ReplayCommand.Files(SharedData.Root!), Size), Phases, Size, azurite, stop);

        var (first, last) = (report.Phases[0], report.Phases[^1]);
        Assert.Equal((Phases, Size), (report.Phases.Count, last.Notices));
        Assert.Equal(Phases * Size, report.Registered.Notices);
        Assert.True(first.Matched > 0, "No notice matched: the episodes of cases were not replayed.");
        Assert.True(first.Unmatched > 0);
        Assert.Equal(first.Requests.Where(kind => kind.Value > 0), last.Requests.Where(kind => kind.Value > 0));
        // The rules are stored with the first findings, by each of the four cases that may begin at once, and never again.
        Assert.InRange(first.SettlingRequests - last.SettlingRequests, 0, 4);
        // One document, and one transaction that links it.
        Assert.All(report.Phases, phase => Assert.Equal(2, phase.MostWritesUnmatched));
        Assert.Equal((1, 0), (report.Polls.IdleReads, report.Polls.IdleWrites));
    }

    [Fact]
    public void Made_notices_are_distinct_and_the_same_in_every_run()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var files = ReplayCommand.Files(SharedData.Root!);
        var (once, again) = (new MadeNotices(files, Size), new MadeNotices([.. files.Reverse()], Size));
        var made = Enumerable.Range(0, Phases * Size).Select(index => Convert.ToBase64String(once.Make(index))).ToList();
        Assert.Equal(made, Enumerable.Range(0, Phases * Size).Select(index => Convert.ToBase64String(again.Make(index))));
        Assert.Equal(made.Count, made.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Notices_made_of_one_real_notice_share_nothing_that_would_join_them()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var files = ReplayCommand.Files(SharedData.Root!);
        var made = new MadeNotices(files, files.Count);
        var first = Enumerable.Range(0, files.Count).SelectMany(index => KeysOf(made.Make(index))).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], Enumerable.Range(files.Count, files.Count).SelectMany(index => KeysOf(made.Make(index))).Where(first.Contains).Distinct(StringComparer.Ordinal));
    }

    private static IEnumerable<string> KeysOf(byte[] content)
    {
        var key = new NoticeKey("file", Digest.Of(content).Hex);
        var document = new SourceDocument(EvidenceRoles.NoticeXml, "application/xml", "made", default, null, content);
        var read = Assert.IsType<PublicationReading.Read>(new PublicationReader(stream => NoticeXml.Read(stream)).Read(key, [document]));
        return JoinKey.Of(key, read.Notice, read.Links).Select(join => join.Value);
    }
}
