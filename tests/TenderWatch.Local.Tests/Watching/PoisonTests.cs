using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>An activity that fails again and again.</summary>
public sealed class PoisonTests : IDisposable
{
    private const int EpisodeFailedLogged = 201;

    private readonly SampleFolder _folder = new();

    public PoisonTests() => _folder
        .AddRendered("1001", "Slimme meters", kenmerk: 7)
        .AddRendered("1002", "Slimme meters, gegund", Samples.Day.AddDays(1), kenmerk: 7)
        .AddRendered("1003", "Slimme gasmeters");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_event_that_fails_three_times_is_set_aside_and_the_next_one_goes_on()
    {
        await using var world = await World.CreateAsync(_folder.Root);
        string caseId;
        await using (var host = world.Start(change: Breaking(facts => IsPoison(facts), times: 3)))
        {
            await RunAsync(world, host);
            caseId = (await host.FindAsync("1001"))!.ProcurementId;
            Assert.Equal(3, world.Arrived.TimesLogged(EpisodeFailedLogged));
            var waiting = Assert.Single(await host.Get<ICaseInbox>().WaitingAsync(caseId, Host.Stop));
            Assert.Contains("the check is broken", waiting.Stuck, StringComparison.Ordinal);
            Assert.Equal(2, (await host.CaseOfAsync("1001")).Notices);
            Assert.Equal(1, (await host.CaseOfAsync("1003")).Notices);
            Assert.Equal(2, (await host.MessagesAsync(caseId)).Count);
        }

        await using var restarted = world.Start();
        var before = (await restarted.Cases.FindAsync(caseId, Host.Stop))!;
        await restarted.SettleAsync();
        await AssertThroughAsync(restarted, caseId);
        var after = (await restarted.Cases.FindAsync(caseId, Host.Stop))!;
        Assert.Equal((before.OpenedAt, before.Facts), (after.OpenedAt, after.Facts));
        Assert.True(after.Ledger.Sequence > before.Ledger.Sequence);
    }

    [Fact]
    public async Task While_its_check_is_broken_a_case_is_stuck_with_the_reason_and_a_restart_gets_it_through_when_it_works_again()
    {
        await using var world = await World.CreateAsync(_folder.Root);
        string caseId;
        await using (var host = world.Start(change: Breaking(facts => IsPoison(facts), times: int.MaxValue)))
        {
            await RunAsync(world, host);
            caseId = (await host.FindAsync("1001"))!.ProcurementId;
            Assert.Equal(6, world.Arrived.TimesLogged(EpisodeFailedLogged));
            Assert.Equal(2, (await host.Get<ICaseInbox>().WaitingAsync(caseId, Host.Stop)).Count);
            Assert.Contains("the check is broken", (await host.CaseOfAsync("1001")).Stuck, StringComparison.Ordinal);
            Assert.Null((await host.CaseOfAsync("1003")).Stuck);
            Assert.Empty(await host.MessagesAsync(caseId));
        }

        await using var restarted = world.Start();
        await restarted.SettleAsync();
        await AssertThroughAsync(restarted, caseId);
    }

    private static async Task RunAsync(World world, Host host)
    {
        Assert.Equal(3, (await host.PollAsync(Samples.Day, Samples.Day.AddDays(1))).Results.Count);
        world.Time.WaitsPass = true;
        await host.SettleAsync();
    }

    // Through, told once, nothing in the ledger twice, and the newest facts stand.
    private static async Task AssertThroughAsync(Host host, string caseId)
    {
        Assert.Empty(await host.Get<ICaseInbox>().WaitingCasesAsync(Host.Stop));
        var state = (await host.Cases.FindAsync(caseId, Host.Stop))!;
        Assert.Equal((2, (string?)null), (state.Notices, state.Stuck));
        Assert.Equal(2, (await host.FactsAsync(state)).Notices.Count);
        Assert.Equal(["email", "teams"], (await host.MessagesAsync(caseId)).Select(message => message.Channel).Order(StringComparer.Ordinal));
        var entries = await host.LedgerAsync(caseId);
        Assert.Equal(entries.Count, entries.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, entries.Count(entry => entry.Kind == CaseEventKinds.NoticeLinked));
        Assert.Equal(entries[^1].Sequence, state.Ledger.Sequence);
        Assert.True((await host.VerifyAsync()).Intact);
    }

    private static bool IsPoison(CaseFacts facts) => facts.Notices.Any(notice => notice.Record.Key.Id == "1001");

    private static Action<IServiceCollection> Breaking(Func<CaseFacts, bool> when, int times) => services =>
    {
        var alt = services.Single(service => service.ImplementationInstance is ICheck { Id: "alt" });
        services.Remove(alt);
        services.AddSingleton<ICheck>(new BrokenCheck((ICheck)alt.ImplementationInstance!, when, times));
    };

    private sealed class BrokenCheck(ICheck check, Func<CaseFacts, bool> when, int times) : ICheck
    {
        private int _broken;

        public string Id => check.Id;

        public string Version => check.Version;

        public LocalizedText Name => check.Name;

        public CheckDescription Description => check.Description;

        public IReadOnlyList<Finding> Run(CaseFacts facts) =>
            when(facts) && Interlocked.Increment(ref _broken) <= times ? throw new InvalidOperationException("the check is broken") : check.Run(facts);
    }
}
