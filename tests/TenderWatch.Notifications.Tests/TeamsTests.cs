using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Notifications.Sending;
using TenderWatch.Notifications.Tests.Support;

namespace TenderWatch.Notifications.Tests;

public sealed class TeamsTests
{
    private static Desk DeskFor(string webhook) => new(Samples.Settings(recipients: [], teams: [new TeamsTarget { Name = "inkoop", Webhook = webhook, Language = Language.Nl }]));

    [Fact]
    public async Task A_workflow_gets_exactly_the_stored_bytes_and_the_case_is_told_the_name_of_the_target()
    {
        await using var webhook = await Webhook.StartAsync(202);
        await using var desk = DeskFor(webhook.Address);
        var message = (await desk.QueueAsync(Samples.Opened())).Single();

        Assert.Equal(new DispatchSummary(1, 0, 0), await desk.RunAsync());

        var (contentType, body) = await webhook.Posts.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(message.Content, body);
        Assert.Equal("application/json; charset=utf-8", contentType);
        Assert.Equal("inkoop", desk.Inbox.Raised.Values.Single().Event.Body.GetProperty("recipient").GetString());
    }

    [Theory]
    [InlineData(400, OutboxState.Dead, 0)]
    [InlineData(413, OutboxState.Dead, 0)]
    [InlineData(302, OutboxState.Dead, 0)]
    [InlineData(404, OutboxState.Pending, 60)]
    [InlineData(500, OutboxState.Pending, 60)]
    [InlineData(429, OutboxState.Pending, 300, "300")]
    [InlineData(429, OutboxState.Pending, 600, "Thu, 11 Dec 2025 09:40:00 GMT")]
    [InlineData(503, OutboxState.Pending, 86_400, "99999999")]
    [InlineData(429, OutboxState.Pending, 60, "soon")]
    public async Task An_answer_decides_whether_and_when_to_try_again(int status, OutboxState state, int seconds, string? retryAfter = null)
    {
        await using var webhook = await Webhook.StartAsync(status, retryAfter);
        await using var desk = DeskFor(webhook.Address);
        var message = (await desk.QueueAsync(Samples.Opened())).Single();

        await desk.RunAsync();

        var left = desk.Outbox.Messages[message.Id];
        Assert.Equal(state, left.State);
        Assert.Contains($"HTTP {status}", left.LastError, StringComparison.Ordinal);
        Assert.Equal(seconds == 0 ? null : Samples.Moment.AddSeconds(seconds), left.NotBefore);
    }

    [Fact]
    public async Task The_address_of_a_webhook_is_in_no_log_no_error_no_event_and_no_stored_bytes()
    {
        await using var broken = await Webhook.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var refusing = await Webhook.StartAsync(400);
        await using var taking = await Webhook.StartAsync(202);
        await using var desk = new Desk(Samples.Settings(recipients: [], teams:
        [
            new TeamsTarget { Name = "broken", Webhook = broken.Address }, new TeamsTarget { Name = "refusing", Webhook = refusing.Address },
            new TeamsTarget { Name = "taking", Webhook = taking.Address }, new TeamsTarget { Name = "forbidden", Webhook = "https://evil.example/" + Webhook.Secret },
        ]));
        await desk.QueueAsync(Samples.Opened());

        Assert.Equal(new DispatchSummary(1, 2, 1), await desk.RunAsync());

        var everything = desk.Log.All
            + string.Concat(desk.Outbox.Messages.Values)
            + string.Concat(desk.Inbox.Raised.Values.Select(each => each.Event.Body.GetRawText()))
            + string.Concat(desk.Evidence.Blobs.Values.Select(System.Text.Encoding.UTF8.GetString));
        Assert.Contains("broken", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Webhook.Secret, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await Webhook.StartAsync(202);
        await using var webhook = await Webhook.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = elsewhere.Address;
            return Task.CompletedTask;
        });
        await using var desk = DeskFor(webhook.Address);
        await desk.QueueAsync(Samples.Opened());

        Assert.Equal(new DispatchSummary(0, 0, 1), await desk.RunAsync());
        Assert.False(elsewhere.Posts.TryRead(out _));
    }
}
