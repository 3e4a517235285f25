using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Tests.Retention;

public class HoldEventsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly CaseHold Hold = new(Noon, "C. Jurist", "Kort geding");

    [Fact]
    public void A_hold_stands_until_it_is_released_and_both_are_kept()
    {
        var held = HoldEvents.Apply([], HoldEvents.Placed("a", Hold));
        Assert.Equal(held, HoldEvents.Apply(held, HoldEvents.Placed("a", Hold)));
        Assert.True(Assert.Single(held).Stands);
        var release = new HoldRelease(Noon.AddDays(1), "D. Jurist", "Uitspraak");
        Assert.Equal(Hold with { Released = release }, Assert.Single(HoldEvents.Apply(held, HoldEvents.Released("a", release))));
        // One that was put there after the release stands.
        var later = Hold with { At = Noon.AddDays(2) };
        Assert.True(HoldEvents.Apply(HoldEvents.Apply(held, HoldEvents.Placed("a", later)), HoldEvents.Released("a", release))[1].Stands);
    }

    [Fact]
    public void A_case_that_takes_another_over_takes_its_holds_along_and_a_release_of_either_counts()
    {
        var release = Hold with { Released = new HoldRelease(Noon.AddDays(1), "D. Jurist", "Uitspraak") };
        Assert.Equal([Hold], HoldEvents.Adopt([], [Hold]));
        Assert.Equal([release], HoldEvents.Adopt([release], [Hold]));
        Assert.Equal([release], HoldEvents.Adopt([Hold], [release]));
    }
}
