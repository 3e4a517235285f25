using System.Text.Json;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Texts;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>Notices that turn out to be of one purchase.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_cases_that_turn_out_to_be_one_purchase_become_one_and_the_other_says_where_it_went()
    {
        _folder.AddRendered("1001", "Slimme meters").AddRendered("1002", "Slimme meters, vervolg");
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        await host.WatchAsync(Samples.Day);
        string[] ids = [(await host.CaseOfAsync("1001")).Id, (await host.CaseOfAsync("1002")).Id];
        Assert.Equal(4, world.Arrived.Messages.Count);

        Tie("1001", "1002");
        await host.WatchAsync(Samples.Day, Samples.Day.AddDays(1));
        var survivor = await host.CaseOfAsync("1003");
        var gone = (await host.Cases.FindAsync(Assert.Single(ids, id => id != survivor.Id), Host.Stop))!;
        Assert.Contains(survivor.Id, ids);
        Assert.Equal((survivor.Id, (DateTimeOffset?)null), (gone.MergedInto, gone.NextDeadline));
        Assert.Equal("merged", (await host.LedgerAsync(gone.Id))[^1].Kind);

        var view = (await host.Get<CaseViews>().FindAsync(gone.Id, Host.Stop))!;
        Assert.Equal(survivor.Id, view.State.Id);
        Assert.Equal(["tenderned:1001", "tenderned:1002", "tenderned:1003"], view.Facts!.Notices.Select(notice => notice.Record.Key.ToString()));
        Assert.Equal(survivor.Id, Assert.Single(await host.Get<CaseViews>().ListAsync(Host.Stop)).Id);
        Assert.True((await host.VerifyAsync()).Intact);
    }

    [Fact]
    public async Task What_still_reaches_a_case_that_was_taken_over_is_recorded_and_does_not_bring_it_back()
    {
        _folder.AddRendered("1001", "Slimme meters").AddRendered("1002", "Slimme meters, vervolg");
        Tie("1001", "1002");
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        await host.WatchAsync(Samples.Day, Samples.Day.AddDays(1));
        var gone = Assert.Single(await host.Cases.ListAsync(Host.Stop), state => state.MergedInto is not null);
        var (entries, messages) = ((await host.LedgerAsync(gone.Id)).Count, world.Arrived.Messages.Count);

        await host.Get<ICaseInbox>().RaiseAsync(gone.Id, new CaseEvent("0123", CaseEventKinds.RecheckRequested, world.Time.GetUtcNow(), JsonSerializer.SerializeToElement(new { })), Host.Stop);
        await host.SettleAsync();
        var after = (await host.Cases.FindAsync(gone.Id, Host.Stop))!;
        Assert.Equal((gone.MergedInto, gone.Facts, (DateTimeOffset?)null), (after.MergedInto, after.Facts, after.NextDeadline));
        Assert.Equal((entries + 1, messages), ((await host.LedgerAsync(gone.Id)).Count, world.Arrived.Messages.Count));
    }

    [Fact]
    public async Task A_procedure_on_a_price_goes_on_in_the_case_that_takes_over_and_its_last_day_is_kept_there()
    {
        _folder.AddRendered("1001", "Slimme meters").AddRendered("1002", "Slimme meters, vervolg");
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        await host.WatchAsync(Samples.Day);
        string[] ids = [(await host.CaseOfAsync("1001")).Id, (await host.CaseOfAsync("1002")).Id];
        var due = DutchTime.DateOf(world.Time.GetUtcNow()).AddDays(20);
        foreach (var (id, bid) in ids.Zip(["TEN-0001", "TEN-0002"]))
        {
            var asked = new ExplanationTurn(ExplanationStep.Request, world.Time.GetUtcNow(), "A. Voorbeeld") { Due = due, Doubts = [DoubtGround.Price] };
            await host.Get<ICaseInbox>().RaiseAsync(id, ExplanationEvents.Of(id, "LOT-0001", bid, 0, asked), Host.Stop);
        }

        await host.SettleAsync();
        Tie("1001", "1002");
        await host.WatchAsync(Samples.Day, Samples.Day.AddDays(1));
        var survivor = await host.CaseOfAsync("1003");
        Assert.Equal(["TEN-0001", "TEN-0002"], survivor.Explanations.Select(procedure => procedure.Bid).Order(StringComparer.Ordinal));
        Assert.NotNull(survivor.NextDeadline);

        world.Time.Advance(TimeSpan.FromDays(22));
        await host.SettleAsync();
        Assert.Contains((await host.LedgerAsync(survivor.Id)).Select(entry => entry.Kind), kind => kind == CaseEventKinds.DeadlinePassed);
        Assert.All((await host.CaseOfAsync("1003")).Explanations, procedure => Assert.True(procedure.IsOverdue(world.Time.GetUtcNow())));
    }

    [Fact]
    public async Task Bids_and_filings_go_along_with_the_case_they_were_entered_into_and_the_latest_bids_on_a_lot_count()
    {
        _folder.AddRendered("1001", "Slimme meters").AddRendered("1002", "Slimme meters, vervolg");
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        await host.WatchAsync(Samples.Day);
        foreach (var (number, price) in new[] { ("1001", "100,00"), ("1002", "700,00") })
        {
            var id = (await host.CaseOfAsync(number)).Id;
            var entered = await host.Get<BidEntry>().EnterAsync(id, Samples.Bytes($"Inschrijver;Prijs;Valuta\nA;{price};EUR\nB;800,00;EUR\n"), new BidFileOptions(), "A. Voorbeeld", Host.Stop);
            Assert.True(entered.Fault is null, entered.Fault?.Sentence);
            var filed = await host.Get<FilingEntry>().EnterAsync(id, Samples.Bytes($$"""{"bidder":"Filer {{number}}","stage":"tender"}"""), "A. Voorbeeld", Host.Stop);
            Assert.True(filed.Fault is null, filed.Fault?.Sentence);
        }

        await host.SettleAsync();
        Tie("1001", "1002");
        await host.WatchAsync(Samples.Day, Samples.Day.AddDays(1));
        var survivor = await host.CaseOfAsync("1003");
        var facts = (await host.Get<CaseViews>().FindAsync(survivor.Id, Host.Stop, confidential: true))!.Facts!;

        Assert.Equal([700m, 800m], Assert.Single(facts.Bids).Bids.Select(bid => bid.Price));
        Assert.Equal(["Filer 1001", "Filer 1002"], facts.Filings.Select(filing => filing.Bidder));
        Assert.Equal(Core.Checks.Verdict.Clear, survivor.Checks.Single(check => check.Check == "alt").Verdict);
        Assert.True((await host.VerifyAsync()).Intact);
    }

    [Fact]
    public async Task What_people_said_of_facts_from_text_goes_along_with_the_case_and_the_latest_counts()
    {
        _folder.AddRendered("1001", "Slimme meters").AddRendered("1002", "Slimme meters, vervolg");
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        await host.WatchAsync(Samples.Day);
        string[] ids = [(await host.CaseOfAsync("1001")).Id, (await host.CaseOfAsync("1002")).Id];
        var text = await host.Get<IEvidenceStore>().PutAsync("De looptijd is 8 jaar"u8.ToArray(), "text/plain", Confidentiality.Public, Host.Stop);
        var fact = new TextFact { Kind = TextFactKind.Duration, Value = "P8Y", Quote = "8 jaar", Place = new(text, "BT-24", null, null, 3, 6), Extractor = "rules/1" };
        foreach (var (id, value) in ids.Zip(["P9Y", "P10Y"]))
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            var review = new FactReview(FactAct.Correct, new NoticeKey("tenderned", "1001"), null, fact, world.Time.GetUtcNow(), "A. Voorbeeld") { Value = value, Reason = "Rectificatie" };
            var stored = await host.Get<IEvidenceStore>().PutAsync(review.ToBytes(), "application/json", Confidentiality.Public, Host.Stop);
            await host.Get<ICaseInbox>().RaiseAsync(id, FactEvents.Of(id, review, stored), Host.Stop);
        }

        await host.SettleAsync();
        Tie("1001", "1002");
        await host.WatchAsync(Samples.Day, Samples.Day.AddDays(1));
        var survivor = await host.CaseOfAsync("1003");
        var standing = Assert.Single(StandingFacts.Of(await host.FactsAsync(survivor)), one => one.IsGone);

        Assert.Equal((fact.Id, "P10Y", FactStanding.Corrected), (standing.Id, standing.Counting.Value, standing.Standing));
        Assert.True((await host.VerifyAsync()).Intact);
    }

    [Theory]
    [InlineData(CaseEventKinds.NoticeLinked)]
    [InlineData(CaseEventKinds.Merged)]
    public async Task Whichever_of_its_events_comes_first_a_case_that_was_taken_over_stays_so(string first)
    {
        // Events of one moment are ordered by their ids: some notices give the one order, some the other.
        for (var number = 1000; ; number += 10)
        {
            Assert.True(number < 2000, "No notice gives this order.");
            using var folder = new SampleFolder();
            string One(int offset) => (number + offset).ToString(System.Globalization.CultureInfo.InvariantCulture);
            folder.AddRendered(One(1), "Slimme meters").AddRendered(One(2), "Slimme meters, vervolg");
            Tie(folder, One(1), One(2), One(3));
            await using var world = await World.CreateAsync(folder.Root);
            world.Time.AutoAdvanceAmount = TimeSpan.Zero;
            await using var host = world.Start();
            await host.PollAsync(Samples.Day, Samples.Day.AddDays(1));
            var survivor = (await host.FindAsync(One(3)))!.ProcurementId;
            var inbox = host.Get<ICaseInbox>();
            var gone = Assert.Single(await inbox.WaitingCasesAsync(Host.Stop), id => id != survivor);
            if ((await inbox.WaitingAsync(gone, Host.Stop))[0].Event.Kind != first) continue;

            await host.SettleAsync();
            Assert.Equal(survivor, (await host.Cases.FindAsync(gone, Host.Stop))!.MergedInto);
            Assert.Equal((survivor, 3), (Assert.Single(await host.Get<CaseViews>().ListAsync(Host.Stop)).Id, (await host.Cases.FindAsync(survivor, Host.Stop))!.Notices));
            Assert.Equal([CaseEventKinds.Merged, CaseEventKinds.NoticeLinked], (await host.LedgerAsync(gone)).Select(entry => entry.Kind).Where(kind => kind is CaseEventKinds.Merged or CaseEventKinds.NoticeLinked).Order(StringComparer.Ordinal));
            Assert.True((await host.VerifyAsync()).Intact);
            // One purchase, one mail and one card: never a second "new case" for the one that was taken over.
            Assert.Equal(2, world.Arrived.Messages.Count);
            return;
        }
    }

    private void Tie(string one, string other) => Tie(_folder, one, other, "1003");

    // A third notice has the kenmerk of the one and names the other as related.
    private static void Tie(SampleFolder folder, string one, string other, string by) => folder.AddRendered(
        by, "Slimme meters, gegund", Samples.Day.AddDays(1), kenmerk: long.Parse(one, System.Globalization.CultureInfo.InvariantCulture), related: $$"""[{"publicatieId":{{other}}}]""");
}
