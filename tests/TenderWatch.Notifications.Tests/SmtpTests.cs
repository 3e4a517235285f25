using System.Net.Sockets;
using TenderWatch.Core.Messages;
using TenderWatch.Notifications.Sending;
using TenderWatch.Notifications.Tests.Support;

namespace TenderWatch.Notifications.Tests;

public sealed class SmtpTests
{
    private const string Password = "correct-horse-7731";

    private static SmtpSettings Server(int port, string? password = null, SmtpSecurity security = SmtpSecurity.None) =>
        new() { Host = "127.0.0.1", Port = port, Security = security, User = password is null ? null : "tenderwatch", Password = password };

    private static Desk DeskFor(SmtpSettings server) => new(Samples.Settings(teams: [], smtp: server));

    [Fact]
    public async Task The_server_gets_exactly_the_stored_bytes_and_the_case_is_told()
    {
        await using var sink = await MailServer.StartAsync();
        await using var desk = DeskFor(Server(sink.Port));
        var composed = await desk.QueueAsync(Samples.Opened());

        var summary = await desk.RunAsync();

        Assert.Equal(new DispatchSummary(2, 0, 0), summary);
        foreach (var message in composed)
        {
            var taken = await sink.Taken.ReadAsync(TestContext.Current.CancellationToken);
            Assert.Equal(message.Content, taken.Raw);
            Assert.Equal(("tenderwatch@example.org", message.Recipient), (taken.From, Assert.Single(taken.To)));
            Assert.Equal(OutboxState.Sent, desk.Outbox.Messages[message.Id].State);
        }

        var told = desk.Inbox.Raised.Values.Select(each => each.Event).Single(each => each.Body.GetProperty("message").GetString() == composed[0].Id);
        Assert.Equal("message-sent", told.Kind);
        Assert.Equal(
            $$"""{"message":"{{composed[0].Id}}","channel":"email","recipient":"inkoop@example.org","sha256":"{{desk.Outbox.Messages[composed[0].Id].Content}}"}""",
            told.Body.GetRawText());
        Assert.Equal(new DispatchSummary(0, 0, 0), await desk.RunAsync());
    }

    [Theory]
    [InlineData("rcpt:550", OutboxState.Dead, "550")]
    [InlineData("data:554", OutboxState.Dead, "554")]
    [InlineData("rcpt:450", OutboxState.Pending, "450")]
    [InlineData("data:451", OutboxState.Pending, "451")]
    [InlineData("mail:550", OutboxState.Pending, "550")]
    [InlineData("mail:cut", OutboxState.Pending, "cannot be used")]
    [InlineData("data:cut", OutboxState.Pending, "cannot be used")]
    public async Task A_refusal_is_final_only_when_it_is_about_the_message(string fail, OutboxState state, string reason)
    {
        await using var sink = await MailServer.StartAsync("--fail", fail);
        await using var desk = DeskFor(Server(sink.Port));
        var message = (await desk.QueueAsync(Samples.Opened()))[0];

        await desk.RunAsync();

        var left = desk.Outbox.Messages[message.Id];
        Assert.Equal((state, 1), (left.State, left.Attempts));
        Assert.Contains(reason, left.LastError, StringComparison.Ordinal);
        Assert.Equal(state == OutboxState.Dead ? null : Samples.Moment.AddMinutes(1), left.NotBefore);
        Assert.Equal(state == OutboxState.Dead ? 2 : 0, desk.Inbox.Raised.Values.Count(each => each.Event.Kind == "message-dead"));
    }

    [Fact]
    public async Task The_right_password_is_accepted()
    {
        await using var sink = await MailServer.StartAsync("--user", "tenderwatch", "--password", Password);
        await using var desk = DeskFor(Server(sink.Port, Password));
        await desk.QueueAsync(Samples.Opened());

        Assert.Equal(new DispatchSummary(2, 0, 0), await desk.RunAsync());
    }

    [Fact]
    public async Task A_wrong_password_waits_for_a_person_and_is_repeated_nowhere()
    {
        await using var sink = await MailServer.StartAsync("--user", "tenderwatch", "--password", "another");
        await using var desk = DeskFor(Server(sink.Port, Password));
        await desk.QueueAsync(Samples.Opened());

        Assert.Equal(new DispatchSummary(0, 2, 0), await desk.RunAsync());
        Assert.All(desk.Outbox.Messages.Values, message =>
        {
            Assert.Contains("Smtp:Password", message.LastError, StringComparison.Ordinal);
            Assert.DoesNotContain(Password, message.LastError, StringComparison.Ordinal);
        });
        Assert.NotEmpty(desk.Log.All);
        Assert.DoesNotContain(Password, desk.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_mail()
    {
        await using var sink = await MailServer.StartAsync();
        await using var desk = DeskFor(Server(sink.Port, security: SmtpSecurity.StartTls));
        await desk.QueueAsync(Samples.Opened());

        Assert.Equal(new DispatchSummary(0, 2, 0), await desk.RunAsync());
        Assert.False(sink.Taken.TryRead(out _));
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_says_nothing_is_tried_later()
    {
        using var silent = new TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        await using var desk = DeskFor(Server(port));
        var message = (await desk.QueueAsync(Samples.Opened()))[0];

        var run = desk.RunAsync();
        for (var i = 0; i < 2; i++)
        {
            using var client = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            desk.Time.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Equal(new DispatchSummary(0, 2, 0), await run);
        Assert.Contains("60 seconds", desk.Outbox.Messages[message.Id].LastError, StringComparison.Ordinal);

        silent.Stop();
        desk.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new DispatchSummary(0, 2, 0), await desk.RunAsync());
        Assert.Contains("ConnectionRefused", desk.Outbox.Messages[message.Id].LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_after_sending_repeats_the_message_with_the_same_identifier_and_tells_the_case_once()
    {
        await using var sink = await MailServer.StartAsync();
        await using var desk = new Desk(Samples.Settings(recipients: [new MailRecipient { Email = "inkoop@example.org" }], teams: [], smtp: Server(sink.Port)));
        await desk.QueueAsync(Samples.Opened());
        desk.Outbox.Crash = true;
        await Assert.ThrowsAsync<InvalidOperationException>(desk.RunAsync);

        desk.Outbox.Crash = false;
        desk.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(new DispatchSummary(1, 0, 0), await desk.RunAsync());

        var first = await sink.Taken.ReadAsync(TestContext.Current.CancellationToken);
        var second = await sink.Taken.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first.Raw, second.Raw);
        Assert.Equal((2, 1), (desk.Inbox.Calls, desk.Inbox.Raised.Count));
    }
}
