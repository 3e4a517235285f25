using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Tests.Checks;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Cases;

public sealed class FactChangesTests
{
    private static Notice Call { get; } = Given.Empty with { FormType = "competition", Subtype = "17", Title = "Meters", Lots = [Lot("LOT-0001")] };

    private static Lot Lot(string id, string? deadline = "2026-01-05T12:00:00+01:00") => new()
    {
        Id = id,
        Title = "Lot " + id,
        Deadline = deadline is null ? null : LocalDeadline.Parse(deadline),
        EstimatedValue = Given.Euro(1000),
        Duration = "P4Y",
    };

    private static IEnumerable<string> Changes(Notice old, Notice current) =>
        FactChanges.Between(Given.In(old, "ted:1-2025"), Given.In(current, "ted:2-2025")).Select(change => ChangeWords.Of(change, Language.En));

    [Fact]
    public void A_moved_deadline_is_told_from_old_to_new() =>
        Assert.Equal(["Deadline: 5 January 2026, 12:00 → 19 January 2026, 12:00"], Changes(Call, Call with { Lots = [Lot("LOT-0001", "2026-01-19T12:00:00+01:00")] }));

    [Fact]
    public void The_same_moment_or_amount_in_another_writing_is_no_change()
    {
        var lot = Lot("LOT-0001") with { Deadline = LocalDeadline.Parse("2026-01-05T11:00:00Z"), EstimatedValue = Money.Of(1000.00m, "EUR") };
        Assert.Empty(Changes(Call, Call with { Title = " meters ", Lots = [lot] }));
    }

    [Fact]
    public void Lots_that_come_and_go_are_one_change_each()
    {
        var two = Call with { Lots = [Lot("LOT-0001"), Lot("LOT-0002")] };
        var other = Call with { Lots = [Lot("LOT-0001"), Lot("LOT-0003")] };

        Assert.Equal(["Lot (LOT-0002): Lot LOT-0002 (removed)", "Lot (LOT-0003): Lot LOT-0003 (added)"], Changes(two, other).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_notice_of_the_same_kind_leaves_out_was_taken_away_and_a_corrigendum_states_only_what_it_corrects()
    {
        var without = Call with { EstimatedValue = null, Lots = [Lot("LOT-0001") with { OptionsDescription = null }] };
        var with = Call with { EstimatedValue = Given.Euro(500), Lots = [Lot("LOT-0001") with { OptionsDescription = "More meters" }] };

        Assert.Equal(["Estimated value (excluding VAT): EUR 500 (removed)", "Options: More meters (removed)"], Changes(with, without));
        Assert.Empty(Changes(with, without with { FormType = "change", Subtype = null }));
        Assert.Empty(FactChanges.Between(Given.In(with), Given.In(without) is var later ? later with { Record = later.Record with { Incomplete = true } } : null!));
    }

    [Fact]
    public void Another_winner_shows_though_the_bids_are_numbered_anew()
    {
        Notice Award(string winner, int bid, decimal value) => Given.Empty with
        {
            FormType = "result",
            Subtype = "30",
            Lots = [Lot("LOT-0001")],
            Results = [Given.Result(3)],
            Bids = [Given.Bid(bid, Given.Euro(value), won: true) with { Bidders = [new Party { Name = winner }] }],
        };

        Assert.Empty(Changes(Award("Acme", 1, 10), Award("ACME", 7, 10)));
        Assert.Equal(["Awarded to: Acme → Bolt", "Value of the tender: EUR 10 → EUR 12.50"], Changes(Award("Acme", 1, 10), Award("Bolt", 7, 12.50m)));
    }

    [Fact]
    public void Prices_that_two_winners_swap_are_two_changes_with_their_names()
    {
        Notice Award(decimal acme, decimal bolt) => Given.Empty with
        {
            FormType = "result",
            Subtype = "30",
            Lots = [Lot("LOT-0001")],
            Results = [Given.Result(2)],
            Bids = [Given.Bid(1, Given.Euro(acme), won: true) with { Bidders = [new Party { Name = "Acme" }] }, Given.Bid(2, Given.Euro(bolt), won: true) with { Bidders = [new Party { Name = "Bolt" }] }],
        };

        Assert.Empty(Changes(Award(60, 40), Award(60, 40)));
        Assert.Equal(["Value of the tender (Acme): EUR 60 → EUR 40", "Value of the tender (Bolt): EUR 40 → EUR 60"], Changes(Award(60, 40), Award(40, 60)));
    }

    [Fact]
    public void A_withheld_amount_that_becomes_public_is_a_change() =>
        Assert.Equal(["Awarded value: withheld → EUR 90"], Changes(Given.Empty with { Subtype = "30", TotalValue = Money.Withheld }, Given.Empty with { Subtype = "30", TotalValue = Given.Euro(90) }));

    [Fact]
    public void Every_real_notice_changes_nothing_in_itself()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var read = 0;
        foreach (var path in Directory.EnumerateFiles(SharedData.File("eforms"), "*.xml", SearchOption.AllDirectories))
        {
            var notice = Given.Real(path, "file:" + Path.GetFileName(path));
            Assert.Empty(FactChanges.Between(notice, notice));
            read++;
        }

        Assert.Equal(490, read);
    }

    [Fact]
    public void A_real_change_notice_with_its_deadline_moved_tells_just_that()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var current = Given.Real(SharedData.File("eforms/change/00164190-2023_16_ITA.xml"), "ted:164190-2023");
        var first = LocalDeadline.Parse("2023-02-01T12:00:00+01:00");
        var earlier = Given.In(
            current.Notice with { Changes = null, NoticeId = current.Notice.Changes![..^3], PublicationNumber = "1-2023", Lots = [.. current.Notice.Lots.Select(lot => lot with { Deadline = first })] },
            "ted:1-2023",
            new DateOnly(2023, 1, 1));

        var change = Assert.Single(Timeline.Of([earlier, current])[1].Changes);
        Assert.Equal((FactNames.Deadline, first.ToString(), current.Notice.Lots[0].Deadline.ToString()), (change.Name, change.Old!.Value, change.New!.Value));
    }
}
