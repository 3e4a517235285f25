using System.Text;
using System.Text.Json;
using MimeKit;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Entries;

/// <summary>Bids and filings in the whole pipeline: whatever is written, sent, logged or shown without asking has no trace of them (art. 2.57 Aw 2012).</summary>
public sealed class ConfidentialityTests
{
    [Fact]
    public async Task Nothing_of_bids_and_filings_is_ever_written_outside_confidential_evidence_sent_or_logged()
    {
        await using var world = await World.CreateAsync(World.Samples);
        var policy = new WritingPolicy();
        await using var host = world.Start(policy);
        // The call for the communication modules, before its award.
        await host.WatchAsync(World.SampleDays[2]);
        var id = Assert.Single(await host.Cases.ListAsync(Host.Stop), state => state.Title.StartsWith("Communicatiemodules", StringComparison.Ordinal)).Id;
        var before = (await host.Cases.FindAsync(id, Host.Stop))!;
        Assert.Equal(Verdict.NotAssessable, Alt(before).Verdict);
        var told = world.Arrived.Messages.Count;

        var entered = await host.Get<BidEntry>().EnterAsync(id, Encoding.UTF8.GetBytes(Marks.Bids), new BidFileOptions(), "A. Voorbeeld", Host.Stop);
        Assert.True(entered is { Fault: null, IsNew: true }, entered.Fault?.Sentence);
        await host.SettleAsync();
        var filed = await host.Get<FilingEntry>().EnterAsync(id, Encoding.UTF8.GetBytes(Marks.Filing), "A. Voorbeeld", Host.Stop);
        Assert.True(filed is { Fault: null, IsNew: true }, filed.Fault?.Sentence);
        await host.SettleAsync();

        var after = (await host.Cases.FindAsync(id, Host.Stop))!;
        Assert.Equal((Verdict.Flagged, Alt(before).Findings), (Alt(after).Verdict, Alt(after).Findings));
        Assert.NotNull(Alt(after).Confidential);
        Assert.Equal((before.Facts, 1, 1), (after.Facts, after.Bids.Count, after.Filings.Count));

        // Written: everything, also the rows of the episode that are gone again.
        Assert.Contains(policy.Writes, write => Marks.In(write.Written).Count > 0 && write.Place.Contains("evidence-confidential", StringComparison.Ordinal));
        Assert.Contains(policy.Writes, write => write.Place.Contains("inbox", StringComparison.Ordinal) && write.Written.Contains(CaseActivities.RunCheck, StringComparison.Ordinal));
        foreach (var (place, written) in policy.Writes.Where(write => !write.Place.Contains("evidence-confidential", StringComparison.Ordinal)))
        {
            var marks = Marks.In(place + written);
            Assert.True(marks.Count == 0, $"{place}: {string.Join(", ", marks)}");
        }

        // Sent: the verdict and that it rests on confidential documents.
        var messages = world.Arrived.Messages.Skip(told).ToList();
        Assert.Equal(2, messages.Count);
        foreach (var message in messages)
        {
            var text = await TextAsync(host, message.Content, message.Channel);
            Assert.Empty(Marks.In(text));
            Assert.Contains(message.Channel == "email" ? "vertrouwelijke stukken" : "confidential documents", text, StringComparison.Ordinal);
        }

        // Shown: to a reader, and to one who may see it.
        Assert.NotEmpty(world.Arrived.Logged);
        Assert.Empty(Marks.In(string.Join('\n', world.Arrived.Logged)));
        var open = (await host.Get<CaseViews>().FindAsync(id, Host.Stop))!;
        Assert.Empty(Marks.In(JsonSerializer.Serialize(open, NoticeJson.Stored)));
        Assert.Equal((false, true), (open.IsConfidential, open.RestsOnConfidential.Contains("alt")));
        var all = (await host.Get<CaseViews>().FindAsync(id, Host.Stop, confidential: true))!;
        Assert.True(all.IsConfidential);
        Assert.Contains(all.Findings, finding => finding.Check == "alt" && finding.Figures.Any(figure => figure.Value == 9_424_242.17m));
        Assert.True((await host.VerifyAsync()).Intact);
    }

    [Fact]
    public async Task A_procedure_and_its_letter_work_before_the_award_and_later_bids_take_the_place_of_earlier_ones()
    {
        await using var world = await World.CreateAsync(World.Samples);
        await using var host = world.Start();
        await host.WatchAsync(World.SampleDays[2]);
        var id = Assert.Single(await host.Cases.ListAsync(Host.Stop), state => state.Title.StartsWith("Communicatiemodules", StringComparison.Ordinal)).Id;
        async Task<CaseState> EnterAsync(string bids)
        {
            Assert.Null((await host.Get<BidEntry>().EnterAsync(id, Encoding.UTF8.GetBytes(bids), new BidFileOptions(), "A. Voorbeeld", Host.Stop)).Fault);
            await host.SettleAsync();
            return (await host.Cases.FindAsync(id, Host.Stop))!;
        }

        var first = await EnterAsync(Marks.Bids);
        var again = await host.Get<BidEntry>().EnterAsync(id, Encoding.UTF8.GetBytes(Marks.Bids), new BidFileOptions(), "A. Voorbeeld", Host.Stop);
        Assert.Equal((false, first.Ledger), (again.IsNew, (await host.Cases.FindAsync(id, Host.Stop))!.Ledger));

        // The number of a bid names nobody; without reasons a request stands, because a comparison asks.
        var view = (await host.Get<CaseViews>().FindAsync(id, Host.Stop, confidential: true))!;
        var bid = view.Facts!.Bids.SelectMany(bids => bids.Bids).Single(bid => bid.Bidder == Marks.Bidder).Id!;
        Assert.Matches("^BID-[0-9a-f]{6}-1$", bid);
        var requested = await host.Get<ExplanationEntry>().TakeAsync(id, new ExplanationDraft("LOT-0001", bid, ExplanationStep.Request) { Due = new DateOnly(2026, 2, 1) }, "A. Voorbeeld", Host.Stop);
        Assert.True(requested.Fault is null, requested.Fault?.Sentence);
        await host.SettleAsync();
        view = (await host.Get<CaseViews>().FindAsync(id, Host.Stop, confidential: true))!;
        var letter = (await host.Get<ExplanationPapers>().LetterAsync(view, "LOT-0001", bid, null, null, Host.Stop)).In(Core.Languages.Language.Nl);
        Assert.Contains(Marks.Bidder, letter, StringComparison.Ordinal);
        Assert.Contains("EUR 9.424.242,17", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Andere Modules", letter, StringComparison.Ordinal);

        // A corrected file, in another order: the procedure does not pass to whoever stands first in it.
        var corrected = await EnterAsync("Inschrijver;Prijs;Valuta\nAndere Modules B.V.;21424242,17;EUR\nDerde Modules B.V.;23848484,17;EUR\n");
        Assert.Equal(("LOT-0001", Verdict.Clear), (Assert.Single(Assert.Single(corrected.Bids).Lots), Alt(corrected).Verdict));
        view = (await host.Get<CaseViews>().FindAsync(id, Host.Stop, confidential: true))!;
        Assert.Same(PriceDoubt.None, PriceDoubt.Of(view.Findings, "LOT-0001", bid));

        // Withdrawn: nothing of before comes back.
        Assert.Null((await host.Get<BidEntry>().WithdrawAsync(id, corrected.Bids[0].Sha256.Hex[..12], "B. Voorbeeld", Host.Stop)).Fault);
        await host.SettleAsync();
        var withdrawn = (await host.Cases.FindAsync(id, Host.Stop))!;
        Assert.Equal((0, (Digest?)null, Verdict.NotAssessable), (withdrawn.Bids.Count, withdrawn.ConfidentialFacts, Alt(withdrawn).Verdict));
        Assert.Equal(2, (await host.LedgerAsync(id)).Count(entry => entry.Kind == CaseEventKinds.BidsSubmitted));
        Assert.True((await host.VerifyAsync()).Intact);
    }

    [Fact]
    public async Task Killed_at_any_write_and_entered_again_the_bids_are_there_once()
    {
        await using var world = await World.CreateAsync(World.Samples);
        var content = Encoding.UTF8.GetBytes(Marks.Bids);
        string id;
        await using (var host = world.Start())
        {
            await host.WatchAsync(World.SampleDays[2]);
            id = Assert.Single(await host.Cases.ListAsync(Host.Stop), state => state.Title.StartsWith("Communicatiemodules", StringComparison.Ordinal)).Id;
        }

        // File, table and event; then the writes of the episode, whose number the loop finds out.
        for (var (at, ended) = (1, false); !ended; at++)
        {
            Assert.True(at < 200, "It never gets through.");
            using var policy = new CrashingPolicy(at, afterArrival: at % 2 == 0);
            await using var host = world.Start(policy);
            try
            {
                await host.Get<BidEntry>().EnterAsync(id, content, new BidFileOptions(), "A. Voorbeeld", Host.Stop);
                await host.Pipeline.SettleAsync(null, policy.Killed);
                ended = true;
            }
            catch (Exception fault) when (CrashException.IsBehind(fault) || fault is OperationCanceledException)
            {
            }
        }

        await using var after = world.Start();
        var state = (await after.Cases.FindAsync(id, Host.Stop))!;
        Assert.Equal((1, Verdict.Flagged, (string?)null), (state.Bids.Count, Alt(state).Verdict, state.Stuck));
        Assert.Single(await after.LedgerAsync(id), entry => entry.Kind == CaseEventKinds.BidsSubmitted);
        Assert.True((await after.VerifyAsync()).Intact);
    }

    private static CheckResult Alt(CaseState state) => state.Checks.Single(check => check.Check == "alt");

    private static async Task<string> TextAsync(Host host, Digest content, string channel)
    {
        var bytes = await host.Get<IEvidenceStore>().GetAsync(content, Confidentiality.Confidential, Host.Stop);
        if (channel != "email") return Encoding.UTF8.GetString(bytes);
        using var stream = new MemoryStream(bytes);
        using var mail = await MimeMessage.LoadAsync(stream, Host.Stop);
        return mail.Subject + mail.TextBody + mail.HtmlBody;
    }
}
