using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>Sources that are away, machines that were off, and rules that changed meanwhile.</summary>
public sealed class AwayTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_source_whose_details_cannot_be_reached_ends_the_run_and_fills_no_quarantine()
    {
        _folder.AddRendered("1001", "Slimme meters").AddRendered("1002", "Straatmeubilair");
        var away = true;
        await using var world = await World.CreateAsync(_folder.Root, (context, next) =>
        {
            if (!away || context.Request.Path.Value!.EndsWith("publicaties", StringComparison.Ordinal)) return next();
            context.Abort();
            return Task.CompletedTask;
        });
        world.Time.WaitsPass = true;
        await using var host = world.Start();
        var summary = await host.WatchAsync(Samples.Day);
        Assert.NotNull(summary.Failure);
        Assert.Empty(await host.QuarantineAsync());
        Assert.Empty((await host.StateAsync()).Days);

        away = false;
        world.Time.Advance(TimeSpan.FromHours(1));
        Assert.Null((await host.WatchAsync(Samples.Day)).Failure);
        Assert.Equal(2, (await host.Registry.CountAsync(Host.Stop)).Notices);
    }

    [Fact]
    public async Task A_day_whose_list_is_incomplete_is_told_and_does_not_keep_the_next_day_from_being_read()
    {
        _folder.AddRendered("1001", "Slimme meters", Samples.Day.AddDays(1));
        await using var world = await World.CreateAsync(_folder.Root, (context, next) => context.Request.QueryString.Value!.Contains("publicatieDatumVanaf=2026-01-06", StringComparison.Ordinal)
            ? context.Response.WriteAsJsonAsync(new { content = Array.Empty<object>(), totalElements = 3, totalPages = 1, size = 100, number = 0, numberOfElements = 0, first = true, last = true })
            : next());
        await using var host = world.Start();
        var summary = await host.WatchAsync(Samples.Day, Samples.Day.AddDays(1));
        Assert.Equal("incomplete", summary.Failure!.Code);
        Assert.NotNull(await host.FindAsync("1001"));
        Assert.DoesNotContain(Samples.Day, (await host.StateAsync()).Days.Keys);
    }

    [Fact]
    public async Task A_machine_that_was_off_for_longer_than_the_usual_window_reads_on_from_its_last_day()
    {
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        await host.Pipeline.WatchAsync((IProgress<IntakeResult>?)null, Host.Stop);
        _folder.AddRendered("1001", "Slimme meters", new DateOnly(2026, 1, 12));
        world.Time.Advance(TimeSpan.FromDays(30));
        await host.Pipeline.WatchAsync((IProgress<IntakeResult>?)null, Host.Stop);
        Assert.NotNull(await host.FindAsync("1001"));
    }

    [Fact]
    public async Task A_changed_threshold_reaches_the_cases_that_are_there_and_tells_what_it_changed()
    {
        await using var world = await World.CreateAsync(World.Samples);
        await using (var host = world.Start()) await host.WatchAsync(World.SampleDays);
        var before = world.Arrived.Messages.Count;

        void Stricter(IServiceCollection services)
        {
            foreach (var check in services.Where(service => service.ServiceType == typeof(ICheck)).ToList()) services.Remove(check);
            foreach (var check in CheckList.All(new CheckSettings { Fsr = new FsrThresholds { Procurement = 1_000_000 } })) services.AddSingleton(check);
        }

        await using var changed = world.Start(change: Stricter);
        await changed.Pipeline.RecheckChangedRulesAsync(Host.Stop);
        await changed.Pipeline.RecheckChangedRulesAsync(Host.Stop);
        await changed.SettleAsync();
        var states = await changed.Cases.ListAsync(Host.Stop);
        Assert.All(states, state => Assert.Equal(Verdict.Flagged, state.Checks.Single(check => check.Check == "fsr-scope").Verdict));
        // Only the fictional purchase of 24 million changes its verdict: one mail and one card.
        Assert.Equal(before + 2, world.Arrived.Messages.Count);
        Assert.Single(await changed.LedgerAsync(states[0].Id), entry => entry.Kind == CaseEventKinds.RecheckRequested);

        await changed.Pipeline.RecheckChangedRulesAsync(Host.Stop);
        await changed.SettleAsync();
        Assert.Equal(before + 2, world.Arrived.Messages.Count);
    }
}
