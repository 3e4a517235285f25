using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Local.Demo;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.TenderNed;

/// <summary>The samples from list to notice, with everything real but the hosts.</summary>
public sealed class SampleJourneyTests
{
    [Theory]
    [InlineData("2025-12-11", "tenderned:990002", "eforms", "result", "592517432", "99000002-2025")]
    [InlineData("2025-12-31", "tenderned:990004", "eforms", "result", "12480000", "99000004-2025")]
    [InlineData("2025-11-03", "tenderned:990005", "tenderned-html", "consultation", null, null)]
    public async Task A_day_of_the_sample_leads_to_its_notice(string day, string key, string format, string formType, string? total, string? ted)
    {
        await using var server = await ReplayServer.StartAsync(Path.Combine(SharedData.Repository, "samples", "dsmr6"), cancellationToken: TestContext.Current.CancellationToken);
        var settings = new SourcesSettings { MinimumInterval = TimeSpan.Zero };
        settings.TenderNed.BaseAddress = server.TenderNed;
        settings.Ted.BaseAddress = settings.Ted.SearchAddress = server.Ted;
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new WatchedTime())
            .AddLogging()
            .AddTenderWatchSources(settings, stream => NoticeXml.Read(stream))
            .BuildServiceProvider();
        var source = services.GetServices<INoticeSource>().Single(one => one.Name == "tenderned");

        var listing = await source.ListAsync(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), mustBeComplete: true, TestContext.Current.CancellationToken);
        var item = Assert.Single(listing.Value!.Items);
        Assert.Equal(NoticeKey.Parse(key), item.Key);
        var publication = (await source.ReadAsync(item.Key, TestContext.Current.CancellationToken)).Value!;
        Assert.Null(publication.Failure);
        var read = Assert.IsType<PublicationReading.Read>(services.GetRequiredService<IPublicationReader>().Read(item.Key, publication.Documents));
        Assert.Equal((format, formType), (read.Notice.Format, read.Notice.FormType));
        Assert.Equal(total, read.Notice.TotalValue?.Amount.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(ted is null ? [] : new[] { ted }, read.Links.TedNumbers);
        Assert.NotNull(read.Links.Kenmerk);
        Assert.NotEmpty(read.Links.RelatedPublications);
    }
}
