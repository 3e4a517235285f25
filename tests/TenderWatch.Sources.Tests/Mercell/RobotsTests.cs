namespace TenderWatch.Sources.Tests.Mercell;

/// <summary>RFC 9309, for the groups that name us. Asked for are <c>/today</c> and what lies below <c>/api/v1/PublishedTender</c>.</summary>
public sealed class RobotsTests : IDisposable
{
    private readonly MercellFolder _mercell = new MercellFolder().Add(1, new DateTimeOffset(2026, 9, 21, 10, 0, 0, TimeSpan.Zero));

    public void Dispose() => _mercell.Dispose();

    [Theory]
    [InlineData("User-agent: TenderWatch\nDisallow: /", false)]
    [InlineData("user-AGENT :  TENDERWATCH # that is us\ndisallow:/today#b", false)]
    [InlineData("User-agent: *\nDisallow: /", true)]
    [InlineData("User-agent: TenderWatcher\nDisallow: /", true)]
    [InlineData("User-agent: TenderWatch\nDisallow:", true)]
    [InlineData("User-agent: TenderWatch\nDisallow: /api\nAllow: /api/v1", true)]
    [InlineData("User-agent: TenderWatch\nAllow: /api\nDisallow: /api/v1", false)]
    [InlineData("User-agent: TenderWatch\nDisallow: /today\nAllow: /today", true)]
    [InlineData("User-agent: TenderWatch\nDisallow: /x\n\nUser-agent: other\nDisallow: /\n\nUser-agent: TenderWatch\nDisallow: /to", false)]
    [InlineData("User-agent: TenderWatch\nDisallow: /x\n\nUser-agent: other\nDisallow: /", true)]
    [InlineData("User-agent: TenderWatch\nSitemap: https://example.org/\nUser-agent: other\nDisallow: /today", false)]
    [InlineData("User-agent: other\nUser-agent: TenderWatch\nUser-agent: third\nDisallow: /today", false)]
    [InlineData("User-agent: TenderWatch\nDisallow: /*/PublishedTender/*Details$", false)]
    [InlineData("User-agent: TenderWatch\nDisallow: /*/PublishedTender$", true)]
    [InlineData("User-agent: TenderWatch\nDisallow: *Specified", false)]
    [InlineData("User-agent: TenderWatch\nDisallow: /API", true)]
    [InlineData("\uFEFFUser-agent: TenderWatch\r\nDisallow: /\r\n", false)]
    [InlineData("Disallow: /\nnonsense\n:", true)]
    [InlineData("", true)]
    public async Task Rules_are_read_as_the_standard_says(string robots, bool isAllowed)
    {
        _mercell.Robots(robots);
        await using var host = await _mercell.StartAsync();
        Assert.Equal(isAllowed ? null : "robots", (await host.Mercell.ProbeAsync(TestContext.Current.CancellationToken))?.Code);
    }

    [Fact]
    public async Task A_hostile_pattern_costs_no_more_than_its_length_times_that_of_a_path()
    {
        _mercell.Robots("User-agent: TenderWatch\nDisallow: /" + string.Concat(Enumerable.Repeat("*d", 50_000)) + "$");
        await using var host = await _mercell.StartAsync();
        Assert.Null(await host.Mercell.ProbeAsync(TestContext.Current.CancellationToken));
    }
}
