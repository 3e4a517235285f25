using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Notifications.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Notifications.Tests;

public sealed class FloodTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static NotificationSettings Settings(string webhook, int mostPerHour = 30, string quietHours = "") =>
        Samples.Settings(recipients: [], teams: [new TeamsTarget { Name = "inkoop", Webhook = webhook }], mostPerHour: mostPerHour, quietHours: quietHours);

    private static async Task QueueAsync(Desk desk, int from, int count)
    {
        for (var i = from; i < from + count; i++) await QueueAsync(desk, i, $"Case {i}");
    }

    private static async Task QueueAsync(Desk desk, int number, string title)
    {
        var opened = Samples.Opened(title, eventId: $"event-{number}");
        var state = opened.State with { Id = $"c{number:D4}", OpenedAt = desk.Time.GetUtcNow(), UpdatedAt = desk.Time.GetUtcNow() };
        await desk.Cases.SaveAsync(state, Token);
        await desk.QueueAsync(opened with { State = state });
    }

    private static int Count(Desk desk, OutboxState state) => desk.Outbox.Messages.Values.Count(message => message.State == state);

    [Fact]
    public async Task A_thousand_new_cases_become_one_card_and_each_case_is_told_which()
    {
        await using var webhook = await Webhook.StartAsync(202);
        await using var desk = new Desk(Settings(webhook.Address));
        await QueueAsync(desk, 0, 1000);

        await desk.RunAsync();

        var body = Assert.Single(webhook.Bodies);
        Assert.Contains("Berichten over 1.000 zaken", body, StringComparison.Ordinal);
        Assert.InRange(body.Length, 1, 28 * 1024);
        Assert.Equal((1000, 1), (Count(desk, OutboxState.Replaced), Count(desk, OutboxState.Sent)));
        var sent = desk.Outbox.Messages.Values.Single(message => message.State == OutboxState.Sent);
        Assert.Equal(1000, desk.Inbox.Raised.Values.Count(raised => raised.Event.Kind == CaseEventKinds.MessageReplaced && raised.Event.Body.GetProperty("replacedBy").GetString() == sent.Id));
    }

    [Fact]
    public async Task Titles_made_to_deceive_stay_titles_in_the_one_card_and_the_one_mail_of_a_flood()
    {
        await using var webhook = await Webhook.StartAsync(202);
        await using var sink = await MailServer.StartAsync();
        foreach (var titles in Hostile.Titles.Chunk(20))
        {
            await using var desk = new Desk(Samples.Settings(
                recipients: [new MailRecipient { Email = "inkoop@example.org" }],
                teams: [new TeamsTarget { Name = "inkoop", Webhook = webhook.Address }],
                smtp: new SmtpSettings { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.None },
                mostPerHour: 1));
            var before = webhook.Bodies.Count;
            for (var i = 0; i < titles.Length; i++) await QueueAsync(desk, i, titles[i]);

            await desk.RunAsync();

            var taken = (await sink.Taken.ReadAsync(Token)).Raw;
            var raw = Encoding.UTF8.GetString(taken);
            using var mail = MimeMessage.Load(new MemoryStream(taken), Token);
            Assert.Equal(($"[TenderWatch] Berichten over {titles.Length} zaken", 1), (mail.Subject, mail.To.Count + mail.Cc.Count + mail.Bcc.Count));
            Assert.DoesNotContain(raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], "evil", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(mail.Subject + mail.TextBody + mail.HtmlBody, Hostile.IsDeceptive);
            Assert.DoesNotMatch("(?i)<(script|img|at)\\b|<a [^>]*evil", mail.HtmlBody!);
            Assert.InRange(raw.Length, 1, 100_000);

            var body = Assert.Single(webhook.Bodies.Skip(before));
            Assert.InRange(body.Length, 1, 28 * 1024);
            using var card = JsonDocument.Parse(body);
            foreach (var text in CardTests.Texts(card.RootElement))
            {
                Assert.DoesNotContain(text, character => char.IsControl(character) || Hostile.IsDeceptive(character));
                Assert.True(Hostile.IsWellFormed(text));
                Assert.DoesNotContain(Regex.Matches(text, @"(?<!\\)\]\(([^)]*)\)"), link => !link.Groups[1].Value.StartsWith("https://tenderwatch.example.org/", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task What_comes_over_the_hourly_number_waits_for_the_next_hour_and_then_goes_together()
    {
        await using var webhook = await Webhook.StartAsync(202);
        await using var desk = new Desk(Settings(webhook.Address, mostPerHour: 5));
        await QueueAsync(desk, 0, 4);
        await desk.RunAsync();
        Assert.Equal(4, webhook.Bodies.Count);

        await QueueAsync(desk, 4, 3);
        await desk.RunAsync();
        Assert.Equal(5, webhook.Bodies.Count);
        Assert.Contains("Berichten over 3 zaken", webhook.Bodies[^1], StringComparison.Ordinal);

        await QueueAsync(desk, 7, 9);
        await desk.RunAsync();
        Assert.Equal(5, webhook.Bodies.Count);

        desk.Time.Advance(TimeSpan.FromHours(1));
        await desk.RunAsync();
        Assert.Equal(6, webhook.Bodies.Count);
        Assert.Contains("Berichten over 9 zaken", webhook.Bodies[^1], StringComparison.Ordinal);
        Assert.Equal(0, Count(desk, OutboxState.Pending));
    }

    [Fact]
    public async Task Another_process_goes_on_where_the_one_before_ended()
    {
        await using var webhook = await Webhook.StartAsync(202);
        await using var desk = new Desk(Settings(webhook.Address, mostPerHour: 5));
        await QueueAsync(desk, 0, 4);
        await desk.RunAsync();
        await using var next = new Desk(Settings(webhook.Address, mostPerHour: 5));
        await next.Outbox.SavePaceAsync(desk.Outbox.Pace, Token);

        await QueueAsync(next, 4, 3);
        await next.RunAsync();

        Assert.Equal(5, webhook.Bodies.Count);
        Assert.Contains("Berichten over 3 zaken", webhook.Bodies[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_number_nothing_is_held_up()
    {
        await using var webhook = await Webhook.StartAsync(202);
        await using var desk = new Desk(Settings(webhook.Address, mostPerHour: 0));
        await QueueAsync(desk, 0, 60);

        await desk.RunAsync();

        Assert.Equal(60, webhook.Bodies.Count);
    }

    [Fact]
    public async Task In_quiet_hours_cases_wait_and_troubles_of_sources_do_not()
    {
        await using var webhook = await Webhook.StartAsync(202);
        await using var desk = new Desk(Settings(webhook.Address, quietHours: "10:00-11:00"));
        await QueueAsync(desk, 0, 1);
        await desk.QueueAsync(Alarms.Silent);

        await desk.RunAsync();
        Assert.Contains("TenderNed", Assert.Single(webhook.Bodies), StringComparison.Ordinal);

        desk.Time.Advance(TimeSpan.FromMinutes(30));
        await desk.RunAsync();
        Assert.Equal(2, webhook.Bodies.Count);
    }

    [Fact]
    public async Task A_message_that_was_given_up_can_be_sent_again()
    {
        await using var webhook = await Webhook.StartAsync(400);
        await using var desk = new Desk(Settings(webhook.Address));
        await QueueAsync(desk, 0, 1);
        await desk.RunAsync();
        var dead = desk.Outbox.Messages.Values.Single();
        Assert.Equal(OutboxState.Dead, dead.State);

        Assert.Equal(ResendOutcome.Queued, await desk.Outbox.ResendAsync(dead.Id, Token));
        Assert.Equal(ResendOutcome.Pending, await desk.Outbox.ResendAsync(dead.Id, Token));
        Assert.Equal(ResendOutcome.Unknown, await desk.Outbox.ResendAsync("0", Token));
        await desk.RunAsync();

        Assert.Equal(2, webhook.Bodies.Count);
    }
}
