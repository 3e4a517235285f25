using TenderWatch.Core.Bids;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Tests.Reviews;

public sealed class BidEventsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static BidsReference Bids(int number, params string[] lots) => new(Digest.Of($"file {number}"), Digest.Of($"table {number}"), lots, Start.AddMinutes(number), $"officer {number}");

    private static IReadOnlyList<BidsReference> After(params CaseEvent[] events) => events.Aggregate((IReadOnlyList<BidsReference>)[], BidEvents.Apply);

    [Fact]
    public void Later_bids_take_the_place_of_earlier_ones_on_their_lots_alone()
    {
        var bids = After(BidEvents.Submitted("c", Bids(1, "LOT-0001", "LOT-0002")), BidEvents.Submitted("c", Bids(2, "LOT-0002", "LOT-0003")));

        Assert.Equal(["file 1: LOT-0001", "file 2: LOT-0002,LOT-0003"], bids.Select((one, place) => $"file {place + 1}: {string.Join(',', one.Lots)}"));
        Assert.Equal(("officer 2", Start.AddMinutes(2), Digest.Of("table 2")), (bids[1].By, bids[1].At, bids[1].Table));
    }

    [Fact]
    public void A_withdrawn_file_leaves_its_lots_open_and_an_event_handled_twice_changes_nothing_more()
    {
        var (first, second) = (BidEvents.Submitted("c", Bids(1, "LOT-0001")), BidEvents.Submitted("c", Bids(2, "LOT-0001")));

        Assert.Single(After(first, second, second));
        Assert.Empty(After(first, second, BidEvents.Withdrawn("c", Bids(2, "LOT-0001") with { At = Start.AddDays(1), By = "other" })));
        Assert.Single(After(first, second, BidEvents.Withdrawn("c", Bids(1, "LOT-0001"))));
    }

    [Fact]
    public void Events_have_digests_marked_as_confidential_lots_and_who_entered_them()
    {
        var bids = BidEvents.Submitted("c", Bids(1, "LOT-0001")).Body.GetRawText();
        var filing = FilingEvents.Received("c", new FilingReference(Digest.Of("filing"), Start, "officer")).Body.GetRawText();

        Assert.Equal(
            $$"""{"lots":["LOT-0001"],"file":{"sha256":"{{Digest.Of("file 1")}}","confidentiality":"confidential"},"table":{"sha256":"{{Digest.Of("table 1")}}","confidentiality":"confidential"},"by":"officer 1"}""", bids);
        Assert.Equal($$"""{"filing":{"sha256":"{{Digest.Of("filing")}}","mediaType":"application/json","confidentiality":"confidential"},"by":"officer"}""", filing);
    }

    [Fact]
    public void Entering_a_filing_withdrawing_it_and_entering_it_again_are_three_events()
    {
        FilingReference At(int minutes) => new(Digest.Of("filing"), Start.AddMinutes(minutes), "officer");
        CaseEvent[] events = [FilingEvents.Received("c", At(1)), FilingEvents.Withdrawn("c", At(2)), FilingEvents.Received("c", At(3))];

        Assert.Equal(3, events.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([1, 0, 1], Enumerable.Range(1, 3).Select(count => events.Take(count).Aggregate((IReadOnlyList<FilingReference>)[], FilingEvents.Apply).Count));
    }
}
