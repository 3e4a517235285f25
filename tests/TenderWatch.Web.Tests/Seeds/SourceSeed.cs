using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;

namespace TenderWatch.Web.Tests.Seeds;

/// <summary>A source that has fallen silent, and one whose filters are ignored, with the messages about them.</summary>
internal static class SourceSeed
{
    public static async Task SaveAsync(WebHost host)
    {
        var now = host.Time.GetUtcNow();
        var today = DutchTime.DateOf(now);
        var last = today.AddDays(-3);
        var counts = Enumerable.Range(0, 50).Select(back => today.AddDays(-back)).ToDictionary(
            day => day,
            day => day > last ? new DayCount(0) : day == last ? new DayCount(73, 73) : DutchCalendar.IsWorkingDay(day) ? new DayCount(75 + day.Day % 15, 70, day.Day % 3) : new DayCount(1, 1));
        var days = Enumerable.Range(0, 8).Where(back => back != 5).ToDictionary(back => today.AddDays(-back), back => Digest.Of("day" + back));
        var silentSince = new DateTimeOffset(last, new TimeOnly(15, 20), TimeSpan.Zero);
        await host.Watch.SaveSourceAsync(
            new SourceState
            {
                Source = "tenderned",
                LastRun = now,
                LastSuccess = now.AddHours(-2),
                LastNew = silentSince,
                Days = days,
                Counts = counts,
                Retries = [new Retry(new NoticeKey("tenderned", "1"), default, now, now)],
            },
            default);
        await host.Watch.SaveSourceAsync(
            new SourceState
            {
                Source = "ted",
                LastRun = now,
                LastSuccess = now.AddHours(-20),
                LastNew = now.AddDays(-1),
                Failure = "TED counts notices of the year 2099: its search does not filter as the query says. Compare the query with TED's documentation.",
                FailureCode = "canary",
                FailingSince = now.AddHours(-3),
                Days = days.Where(day => day.Key < last).ToDictionary(),
                Counts = counts.Where(count => count.Key < last).ToDictionary(count => count.Key, count => new DayCount(count.Value.Listed / 20)),
            },
            default);
        OutboxMessage About(string id, string channel, string recipient) =>
            new(id, MessageSubject.OfSource("ted"), channel, recipient, "message/rfc822", Digest.Of(id), now.AddHours(-3), State: OutboxState.Sent);
        await host.Outbox.QueueAsync(About("s1", "email", "inkoop@example.org"), default);
        await host.Outbox.QueueAsync(About("s2", "teams", "Inkoop") with { State = OutboxState.Dead, Attempts = 20, LastError = "The Teams target Inkoop answers HTTP 410; its webhook may have been removed: make a new one and set it as Webhook." }, default);
    }
}
