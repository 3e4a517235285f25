using System.Text;
using System.Text.Json;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Local.Tests.Watching.Support;

namespace TenderWatch.Local.Tests.Entries;

/// <summary>Whoever knows all of what is confidential except one figure, and sees every digest, does not find that figure by trying.</summary>
public sealed class GuessTests
{
    private const string Reasons = "Prijs ver onder de raming.";
    private static readonly byte[] Bids = Encoding.UTF8.GetBytes(Marks.Bids);
    private static readonly byte[] Filing = Encoding.UTF8.GetBytes(Marks.Filing);

    [Fact]
    public async Task No_public_digest_tells_that_a_price_was_guessed()
    {
        await using var world = await World.CreateAsync(World.Samples);
        var policy = new WritingPolicy();
        await using var host = world.Start(policy);
        var id = await OpenAsync(host);
        await EnterAsync(host, id);
        var bid = (await ViewAsync(host, id)).Facts!.Bids.SelectMany(bids => bids.Bids).Single(bid => bid.Bidder == Marks.Bidder).Id!;
        Assert.Null((await host.Get<ExplanationEntry>().TakeAsync(id, new ExplanationDraft("LOT-0001", bid, ExplanationStep.Request) { Due = new DateOnly(2026, 2, 1), Reasons = Reasons }, "A", Host.Stop)).Fault);
        Assert.Null((await host.Get<ExplanationEntry>().TakeAsync(id, new ExplanationDraft("LOT-0001", bid, ExplanationStep.Receive) { Document = "9424242,17"u8.ToArray() }, "A", Host.Stop)).Fault);
        await host.SettleAsync();
        var written = string.Join('\n', policy.Writes.Where(write => !write.Place.Contains("evidence-confidential", StringComparison.Ordinal)).Select(write => write.Place + write.Written));

        // The attack works where there is no nonce: on a digest of the file alone it finds the price.
        Assert.Equal(9_424_242, Guess("sha256: " + Digest.Of(Bids)));
        Assert.Null(Guess(written));

        // Nor does the entry of a step, of which tender and day are few enough to try: it has a nonce.
        var steps = new List<LedgerEntry>();
        await foreach (var stored in host.Get<ILedger>().ReadAsync(id, Host.Stop)) steps.Add(LedgerEntry.Parse(stored.Bytes));
        Assert.All(steps.Where(step => ExplanationEvents.StepOf(step.Kind) is not null), step => Assert.NotNull(Nonce.Parse(step.Body.GetProperty("nonce").GetString()!)));
        Assert.Equal(2, steps.Count(step => ExplanationEvents.StepOf(step.Kind) is not null));

        // Nor does any other document give itself away: file, table, filing, reasons, answer, all facts, findings on them.
        var view = await ViewAsync(host, id);
        Digest[] documents =
        [
            view.State.Bids[0].Sha256, view.State.Bids[0].Table, view.State.Filings[0].Sha256, view.State.ConfidentialFacts!.Value,
            .. view.State.Explanations[0].Turns.SelectMany(turn => new[] { turn.Reasons, turn.Document }).OfType<Digest>(),
            .. view.State.Checks.Select(check => check.Confidential).OfType<Digest>(),
        ];
        Assert.True(documents.Length >= 7, $"{documents.Length}");
        foreach (var digest in documents)
        {
            var document = await host.Get<IEvidenceStore>().GetConfidentialAsync(digest, Host.Stop);
            Assert.NotNull(document.Nonce);
            Assert.DoesNotContain(document.Nonce.Value.Hex, written, StringComparison.Ordinal);
            Assert.DoesNotContain(Digest.Of(document.Content).Hex[..12], written, StringComparison.Ordinal);
            Assert.Contains(digest.Hex, written, StringComparison.Ordinal);
        }

        // Of the findings on them no digest of subjects and verdicts either.
        Assert.All(view.State.Checks.Where(check => check.RestsOnConfidential), check =>
            Assert.DoesNotContain(Verdicts.DigestOf([.. view.Findings.Where(finding => finding.Check == check.Check)]).Hex, written, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_stored_before_there_were_nonces_is_read_judged_found_again_and_replayed()
    {
        await using var world = await World.CreateAsync(World.Samples);
        await using var host = world.Start();
        var id = await OpenAsync(host);
        var (store, at) = (host.Get<IEvidenceStore>(), new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        var table = JsonSerializer.SerializeToUtf8Bytes(
            new[] { 9424242.17m, 21424242.17m, 23848484.17m }.Select((price, place) => new SubmittedBid(place + 2, "LOT-0001", place switch { 0 => Marks.Bidder, 1 => "Andere Modules B.V.", _ => "Derde Modules B.V." }, price, "EUR") { Id = $"BID-{Digest.Of(Bids).Hex[..6]}-{place + 1}" }),
            NoticeJson.Stored);
        var bids = new BidsReference(await OldAsync(store, Bids), await OldAsync(store, table), ["LOT-0001"], at, "A");
        await host.Get<ICaseInbox>().RaiseAsync(id, BidEvents.Submitted(id, bids), Host.Stop);
        await host.Get<ICaseInbox>().RaiseAsync(id, FilingEvents.Received(id, new FilingReference(await OldAsync(store, Filing), at, "A")), Host.Stop);
        await host.SettleAsync();

        var state = (await host.Cases.FindAsync(id, Host.Stop))!;
        Assert.Equal((Verdict.Flagged, (string?)null), (state.Checks.Single(check => check.Check == "alt").Verdict, state.Stuck));
        var again = await host.Get<BidEntry>().EnterAsync(id, Bids, new BidFileOptions(), "A", Host.Stop);
        var filedAgain = await host.Get<FilingEntry>().EnterAsync(id, Filing, "A", Host.Stop);
        Assert.Equal(((EntryFault?)null, false, false), (again.Fault, again.IsNew, filedAgain.IsNew));
        // All facts of old documents are as they were made then.
        Assert.Null((await store.GetConfidentialAsync(state.ConfidentialFacts!.Value, Host.Stop)).Nonce);
        await IdenticalAsync(host, state);

        // A new file beside the old filing: from now on nobody can try.
        Assert.True((await host.Get<BidEntry>().EnterAsync(id, [.. Bids, .. "Vierde;24000000,17;EUR\n"u8], new BidFileOptions(), "A", Host.Stop)).IsNew);
        await host.SettleAsync();
        var later = (await host.Cases.FindAsync(id, Host.Stop))!;
        Assert.NotNull((await store.GetConfidentialAsync(later.ConfidentialFacts!.Value, Host.Stop)).Nonce);
        await IdenticalAsync(host, later);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_replay_gives_the_same_bytes()
    {
        await using var world = await World.CreateAsync(World.Samples);
        await using var host = world.Start();
        var id = await OpenAsync(host);
        await EnterAsync(host, id);
        var first = (await host.Cases.FindAsync(id, Host.Stop))!;

        var bids = await host.Get<BidEntry>().EnterAsync(id, Bids, new BidFileOptions(), "A", Host.Stop);
        var filing = await host.Get<FilingEntry>().EnterAsync(id, Filing, "A", Host.Stop);
        var otherwise = await host.Get<BidEntry>().EnterAsync(id, [.. Bids, (byte)'\n'], new BidFileOptions(), "A", Host.Stop);

        Assert.Equal((false, false, true), (bids.IsNew, filing.IsNew, otherwise.IsNew));
        Assert.Equal(first.Ledger, (await host.Cases.FindAsync(id, Host.Stop))!.Ledger);
        await IdenticalAsync(host, first);
    }

    /// <summary>Tries whole euros around the price on the file, and looks for the digest in all that can be seen.</summary>
    private static int? Guess(string seen)
    {
        for (var euros = 9_424_000; euros < 9_424_500; euros++)
        {
            var digest = Digest.Of(Marks.Bids.Replace("9424242,17", $"{euros},17", StringComparison.Ordinal)).Hex;
            if (seen.Contains(digest[..12], StringComparison.Ordinal) || seen.Contains($"BID-{digest[..6]}", StringComparison.Ordinal)) return euros;
        }

        return null;
    }

    private static async Task<string> OpenAsync(Host host)
    {
        await host.WatchAsync(World.SampleDays[2]);
        return Assert.Single(await host.Cases.ListAsync(Host.Stop), state => state.Title.StartsWith("Communicatiemodules", StringComparison.Ordinal)).Id;
    }

    private static async Task EnterAsync(Host host, string id)
    {
        Assert.Null((await host.Get<BidEntry>().EnterAsync(id, Bids, new BidFileOptions(), "A", Host.Stop)).Fault);
        Assert.Null((await host.Get<FilingEntry>().EnterAsync(id, Filing, "A", Host.Stop)).Fault);
        await host.SettleAsync();
    }

    private static async Task<CaseView> ViewAsync(Host host, string id) => (await host.Get<CaseViews>().FindAsync(id, Host.Stop, confidential: true))!;

    private static Task<Digest> OldAsync(IEvidenceStore store, byte[] content) => store.PutAsync(content, "application/octet-stream", Confidentiality.Confidential, Host.Stop);

    private static async Task IdenticalAsync(Host host, CaseState state)
    {
        var report = await host.Get<Replay>().RunAsync(new Ruleset.OnDay(DutchTime.DateOf(state.UpdatedAt!.Value)), "today", [state], null, Host.Stop);
        var results = report.Cases.SelectMany(one => one.Results).ToList();
        Assert.Contains(results, result => result.IsConfidential);
        Assert.All(results, result => Assert.True(result.Outcome == ReplayOutcome.Identical, $"{result.Check}: {result.Outcome} {result.Why?.En}"));
        Assert.True((await host.VerifyAsync()).Intact);
    }
}
