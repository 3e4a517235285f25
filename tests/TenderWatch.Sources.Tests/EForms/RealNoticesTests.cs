using TenderWatch.Core.Notices;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>Three notices whose figures were read by eye.</summary>
public sealed class RealNoticesTests
{
    [Fact]
    public void Harderwijk_publishes_the_winning_value_and_three_losing_ones()
    {
        var notice = Read("result/00595577-2024_29_NLD.xml");
        Assert.Equal("595577-2024", notice.PublicationNumber);
        Assert.Equal(new DateOnly(2024, 10, 3), notice.PublicationDate);
        Assert.Equal(("29", "can-standard", "result", "nld"), (notice.Subtype, notice.NoticeType, notice.FormType, notice.Language));
        Assert.Equal(3000000m, notice.EstimatedValue!.Amount);
        Assert.Equal([2268620.40m], notice.Bids.Where(bid => bid.Won).Select(bid => bid.Value!.Amount));
        Assert.Equal([2440070.62m, 2551506.00m, 3257258.17m], notice.Bids.Where(bid => !bid.Won).Select(bid => bid.Value!.Amount).Order());
        Assert.All(notice.Bids, bid => Assert.Equal("EUR", bid.Value!.Currency));
        Assert.Equal(2, notice.Bids.Single(bid => bid.Value!.Amount == 2551506.00m).Value!.Amount.Scale);
        var result = Assert.Single(notice.Results);
        Assert.Equal(4, result.Bids.Count);
        Assert.True(result.Submissions.TryGet("t-esubm", out var electronic));
        Assert.Equal(1, electronic);
        Assert.Null(result.Lowest);
        Assert.Empty(notice.Withheld);
    }

    [Fact]
    public void The_Dutch_utilities_award_withholds_every_value_until_2032_or_2033()
    {
        var notice = Read("result/00788032-2023*.xml");
        Assert.Equal(new DateOnly(2023, 12, 26), notice.PublicationDate);
        Assert.True(Assert.Single(notice.Bids).Value!.IsWithheld);
        Assert.True(notice.TotalValue!.IsWithheld);
        var result = Assert.Single(notice.Results);
        Assert.True(result.Lowest!.IsWithheld);
        Assert.True(result.Highest!.IsWithheld);
        Assert.True(result.FrameworkReestimated!.IsWithheld);
        Assert.Equal(["not-val", "ree-val", "ten-val-hig", "ten-val-low", "win-ten-val"], notice.Withheld.Select(field => field.Field!).Order(StringComparer.Ordinal));
        Assert.Equal(4, notice.Withheld.Count(field => field.Until == new DateOnly(2033, 12, 1)));
        Assert.Equal(1, notice.Withheld.Count(field => field.Until == new DateOnly(2032, 12, 1)));
        Assert.Contains(notice.Withheld, field => field.Field == "win-ten-val" && field.At == notice.Bids[0].Id);
    }

    [Fact]
    public void The_Estonian_utilities_award_went_to_a_firm_in_China()
    {
        var notice = Read("result/00381837-2023*.xml");
        var winners = notice.Bids.Where(bid => bid.Won).SelectMany(bid => bid.Bidders).ToList();
        Assert.Equal("CHN", Assert.Single(winners).Country);
        Assert.Equal(["EST", "EST"], notice.Buyers.Select(buyer => buyer.Country));
        Assert.Equal(14653124.64m, notice.TotalValue!.Amount);
        Assert.Equal([14653124.64m], notice.Bids.Where(bid => bid.Won).Select(bid => bid.Value!.Amount));
        Assert.Equal(
            [new("tenders", 8), new("t-sme", 8), new("t-oth-eea", 3), new("t-no-eea", 2), new("t-esubm", 8)],
            Assert.Single(notice.Results).Submissions.Counts);
        Assert.Equal("32014L0025", notice.LegalBasis);
    }

    private static Notice Read(string pattern)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var file = Assert.Single(Directory.GetFiles(SharedData.File("eforms"), pattern));
        return Assert.IsType<NoticeReading.Read>(MadeNotice.Reading(File.ReadAllBytes(file))).Notice;
    }
}
