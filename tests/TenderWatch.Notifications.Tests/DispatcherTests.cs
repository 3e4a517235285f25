using TenderWatch.Core.Messages;
using TenderWatch.Notifications.Sending;
using TenderWatch.Notifications.Tests.Support;

namespace TenderWatch.Notifications.Tests;

public sealed class DispatcherTests
{
    private static TeamsTarget[] Targets(string webhook) => [new TeamsTarget { Name = "inkoop", Webhook = webhook }];

    [Fact]
    public async Task Attempts_grow_further_apart_until_the_message_is_given_up_and_kept()
    {
        await using var webhook = await Webhook.StartAsync(500);
        await using var desk = new Desk(Samples.Settings(recipients: [], teams: Targets(webhook.Address), maximumAttempts: 12));
        var id = (await desk.QueueAsync(Samples.Opened())).Single().Id;
        var waits = new List<double>();

        while (desk.Outbox.Messages[id].State == OutboxState.Pending)
        {
            await desk.RunAsync();
            if (desk.Outbox.Messages[id].NotBefore is not { } next) continue;
            waits.Add((next - desk.Time.GetUtcNow()).TotalMinutes);
            desk.Time.Advance(next - desk.Time.GetUtcNow() - TimeSpan.FromTicks(1));
            Assert.Equal(new DispatchSummary(0, 0, 0), await desk.RunAsync());
            desk.Time.Advance(TimeSpan.FromTicks(1));
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360], waits);
        var dead = desk.Outbox.Messages[id];
        Assert.Equal((OutboxState.Dead, 12), (dead.State, dead.Attempts));
        var (caseId, told) = desk.Inbox.Raised.Values.Single();
        Assert.Equal((Samples.CaseId, "message-dead"), (caseId, told.Kind));
        Assert.Contains("HTTP 500", told.Body.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_that_cannot_be_sent_does_not_hold_up_the_others()
    {
        await using var webhook = await Webhook.StartAsync(202);
        await using var desk = new Desk(Samples.Settings(recipients: [], teams: Targets(webhook.Address)));
        await desk.QueueAsync(Samples.Opened());
        var lost = (await desk.QueueAsync(Samples.Opened(title: "Gas meters", eventId: "event-2")))[0].Id;
        desk.Evidence.Blobs.Remove((desk.Outbox.Messages[lost].Content, OutboxMessage.ContentConfidentiality));
        desk.Outbox.Messages[lost] = desk.Outbox.Messages[lost] with { QueuedAt = Samples.Moment.AddDays(-1) };

        Assert.Equal(new DispatchSummary(1, 1, 0), await desk.RunAsync());
        Assert.Contains("absent", desk.Outbox.Messages[lost].LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_whose_channel_was_taken_out_of_the_settings_is_kept()
    {
        await using var desk = new Desk(Samples.Settings(smtp: new SmtpSettings(), teams: []));
        await desk.QueueAsync(Samples.Opened());

        Assert.Equal(new DispatchSummary(0, 2, 0), await desk.RunAsync());
        Assert.All(desk.Outbox.Messages.Values, message => Assert.Equal("No email channel is configured.", message.LastError));
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_what_it_did_not_try()
    {
        using var stop = new CancellationTokenSource();
        await using var webhook = await Webhook.StartAsync(async _ => await stop.CancelAsync());
        await using var desk = new Desk(Samples.Settings(recipients: [], teams: [.. Targets(webhook.Address), new TeamsTarget { Name = "second", Webhook = webhook.Address }]));
        await desk.QueueAsync(Samples.Opened());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Dispatcher.RunAsync(stop.Token));

        Assert.All(desk.Outbox.Messages.Values, message => Assert.True(message is { State: OutboxState.Sent } or { State: OutboxState.Pending, Attempts: 0 }));
        Assert.Contains(desk.Outbox.Messages.Values, message => message.State == OutboxState.Pending);
    }

    [Fact]
    public async Task The_same_message_is_queued_once()
    {
        await using var desk = new Desk(Samples.Settings());

        await desk.QueueAsync(Samples.Opened());
        await desk.QueueAsync(Samples.Opened());
        Assert.Equal(3, desk.Outbox.Messages.Count);

        await desk.QueueAsync(Samples.Opened(eventId: "event-2"));
        Assert.Equal(6, desk.Outbox.Messages.Count);
    }
}
