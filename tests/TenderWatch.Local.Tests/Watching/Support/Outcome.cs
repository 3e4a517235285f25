using System.Globalization;
using System.Text;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Local.Tests.Watching.Support;

/// <summary>What must not depend on when a run was interrupted: cases, verdicts, ledger entries, messages.</summary>
internal static class Outcome
{
    public static async Task<string> OfAsync(World world)
    {
        await using var host = world.Start();
        var report = await host.VerifyAsync();
        Assert.True(report.Intact, string.Join('\n', report.Faults));
        Assert.Empty(await host.Get<ICaseInbox>().WaitingCasesAsync(Host.Stop));
        Assert.Empty(await host.Get<IOutbox>().UnsentAsync(Host.Stop));

        var text = new StringBuilder();
        foreach (var state in (await host.Cases.ListAsync(Host.Stop)).OrderBy(state => state.Id, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"case {state.Id} {state.Title} {state.Notices} notices, into {state.MergedInto}, stuck {state.Stuck}, ledger {state.Ledger.Sequence}");
            foreach (var check in state.Checks) text.AppendLine(CultureInfo.InvariantCulture, $"  {check.Check} {check.RuleVersion} {check.Verdicts} {check.Flagged} {check.NotAssessable} {check.Clear}");

            var entries = await host.LedgerAsync(state.Id);
            Assert.Equal(entries.Count, entries.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(entries[^1].Sequence, state.Ledger.Sequence);
            foreach (var key in entries.Select(entry => entry.Key).Order(StringComparer.Ordinal)) text.AppendLine(CultureInfo.InvariantCulture, $"  entry {key}");

            foreach (var message in await host.MessagesAsync(state.Id))
            {
                Assert.Contains(world.Arrived.Messages, arrived => arrived.Id == message.Id);
                text.AppendLine(CultureInfo.InvariantCulture, $"  message {message.Id} {message.Channel} {message.Recipient} {message.State}");
            }
        }

        return text.ToString();
    }
}
