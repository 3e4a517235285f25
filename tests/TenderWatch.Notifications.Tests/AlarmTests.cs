using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;
using MimeKit;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Watching;
using TenderWatch.Notifications.Sending;
using TenderWatch.Notifications.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Notifications.Tests;

public sealed class AlarmTests
{
    public static TheoryData<SourceCondition> Troubles => [SourceCondition.Silent, SourceCondition.Failing, SourceCondition.Untrusted, SourceCondition.Behind, SourceCondition.Unread];

    [Theory]
    [InlineData(Language.Nl, "[TenderWatch] TenderNed is stil: aankondigingen kunnen worden gemist", "maar sinds 17 november 2026, 16:40 is er niets nieuws gezien|ongeveer 81 publicaties|kunt u nieuwe aankondigingen, wijzigingen en gunningen van TenderNed missen|Kijk op de website van TenderNed|Sinds: 17 november 2026, 16:40|18 november 2026: 0 (gewoonlijk 81), veel te weinig|17 november 2026: 73 (gewoonlijk 81)")]
    [InlineData(Language.En, "[TenderWatch] TenderNed is silent: notices may be missed", "nothing new has been seen since 17 November 2026, 16:40|about 81 publications|you may miss new notices, changes and awards of TenderNed|Look on the website of TenderNed|Since: 17 November 2026, 16:40|18 November 2026: 0 (usual 81), far too few|17 November 2026: 73 (usual 81)")]
    public void A_silent_source_is_told_with_since_when_what_it_means_and_what_to_do(Language language, string subject, string expected)
    {
        var mail = Mail(Alarms.Silent, language);
        Assert.Equal(subject, mail.Subject);
        AssertTells(mail, expected);
    }

    [Theory]
    [InlineData(Language.Nl, "[TenderWatch] TenderNed is niet te vertrouwen: aankondigingen kunnen worden gemist", "de filters worden genegeerd|found 145300|geef de foutmelding aan de beheerder|Sinds: 19 november 2026, 01:40|Laatst gelezen: 18 november 2026, 20:40")]
    [InlineData(Language.En, "[TenderWatch] TenderNed cannot be trusted: notices may be missed", "the filters are ignored|found 145300|give the error message to whoever runs TenderWatch|Since: 19 November 2026, 01:40|Last read: 18 November 2026, 20:40")]
    public void A_source_whose_filters_are_ignored_is_told_with_the_words_of_the_failure(Language language, string subject, string expected)
    {
        var mail = Mail(Alarms.Untrusted, language);
        Assert.Equal(subject, mail.Subject);
        AssertTells(mail, expected);
    }

    [Theory]
    [InlineData(Language.Nl, "[TenderWatch] TenderNed: er komen weer publicaties", "Wat wij op 19 november 2026, 08:40 over TenderNed meldden (stil), is voorbij.|tenderwatch backfill --source tenderned --from 2026-11-17|Toestand: In orde|Stil: 17 november 2026, 16:40 – 19 november 2026, 10:40")]
    [InlineData(Language.En, "[TenderWatch] TenderNed: publications come in again", "What we told about TenderNed on 19 November 2026, 08:40 (silent) is over.|tenderwatch backfill --source tenderned --from 2026-11-17|State: In order|Silent: 17 November 2026, 16:40 – 19 November 2026, 10:40")]
    public void The_end_of_an_alarm_is_told_with_what_is_still_to_be_done(Language language, string subject, string expected)
    {
        var mail = Mail(Alarms.Silent with { EndedAt = Alarms.Moment.AddHours(2) }, language);
        Assert.Equal(subject, mail.Subject);
        Assert.Equal(Alarms.Moment.AddHours(2), mail.Date);
        Assert.Equal(Mail(Alarms.Silent, language).InReplyTo, mail.InReplyTo);
        AssertTells(mail, expected);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Each_trouble_has_words_of_its_own_in_both_languages_and_a_card_that_tells_them(SourceCondition condition)
    {
        var alarm = Alarms.Raised(condition, condition == SourceCondition.Unread ? null : Alarms.Moment.AddHours(-9));
        foreach (var language in Enum.GetValues<Language>())
        {
            var card = Card(alarm, language);
            Assert.Equal(("AdaptiveCard", language == Language.Nl ? "nl" : "en"), (card.GetProperty("type").GetString(), card.GetProperty("lang").GetString()));
            Assert.Equal("https://tenderwatch.example.org/app/sources", card.GetProperty("actions")[0].GetProperty("url").GetString());
            var texts = card.GetProperty("body").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "TextBlock").Select(block => block.GetProperty("text").GetString()!).ToList();
            Assert.Contains(SourceWords.Trouble(alarm.Health).In(language), texts);
            Assert.Contains(SourceWords.Advice(alarm.Health).In(language), texts);
            Assert.StartsWith(texts[0], Mail(alarm, language).TextBody, StringComparison.Ordinal);
        }

        Assert.Equal(Troubles.Count, Troubles.Select(each => SourceWords.Trouble(Alarms.Raised(each.Data, Alarms.Moment).Health).Nl).Distinct().Count());
    }

    [Fact]
    public void The_same_alarm_has_the_same_bytes_and_another_trouble_or_its_end_another_message()
    {
        var composer = new MessageComposer(Samples.Settings(), Samples.Checks);
        var again = composer.Compose(Alarms.Silent with { Told = true });
        Assert.Equal(3, again.Count);
        Assert.All(composer.Compose(Alarms.Silent).Zip(again), pair => Assert.Equal((pair.First.Id, Encoding.UTF8.GetString(pair.First.Content)), (pair.Second.Id, Encoding.UTF8.GetString(pair.Second.Content))));
        SourceAlarm[] others = [Alarms.Silent, Alarms.Untrusted, Alarms.Silent with { EndedAt = Alarms.Moment }, Alarms.Raised(SourceCondition.Silent, Alarms.Moment), Alarms.Failing(SourceCondition.Untrusted, "canary", "x", "ted")];
        Assert.Equal(15, others.SelectMany(composer.Compose).Select(message => message.Id).Distinct().Count());
        Assert.All(again, message => Assert.Equal("source:tenderned", message.Subject));
    }

    [Fact]
    public async Task Mail_and_card_arrive_as_they_were_stored_and_no_case_is_told()
    {
        await using var sink = await MailServer.StartAsync();
        await using var webhook = await Webhook.StartAsync(202);
        await using var desk = new Desk(Samples.Settings(teams: [new TeamsTarget { Name = "inkoop", Webhook = webhook.Address }], smtp: new SmtpSettings { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.None }));
        var composed = await desk.QueueAsync(Alarms.Silent);
        await desk.QueueAsync(Alarms.Silent);

        Assert.Equal(new DispatchSummary(3, 0, 0), await desk.RunAsync());
        var stop = TestContext.Current.CancellationToken;
        byte[][] arrived = [(await sink.Taken.ReadAsync(stop)).Raw, (await sink.Taken.ReadAsync(stop)).Raw, (await webhook.Posts.ReadAsync(stop)).Body];
        Assert.Equal(composed.Select(message => Encoding.UTF8.GetString(message.Content)), arrived.Select(Encoding.UTF8.GetString));
        Assert.Equal(0, desk.Inbox.Calls);
        Assert.All(desk.Outbox.Messages.Values, message => Assert.Equal(OutboxState.Sent, message.State));
        Assert.Equal(new DispatchSummary(0, 0, 0), await desk.RunAsync());
    }

    [Fact]
    public async Task A_refused_alarm_is_given_up_with_the_reason_and_stays_in_the_outbox()
    {
        await using var sink = await MailServer.StartAsync("--fail", "rcpt:550");
        await using var desk = new Desk(Samples.Settings(recipients: [new MailRecipient { Email = "inkoop@example.org" }], teams: [], smtp: new SmtpSettings { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.None }));
        await desk.QueueAsync(Alarms.Untrusted);
        Assert.Equal(new DispatchSummary(0, 0, 1), await desk.RunAsync());
        var dead = Assert.Single(desk.Outbox.Messages.Values);
        Assert.Equal((OutboxState.Dead, "source:tenderned", 0), (dead.State, dead.Subject, desk.Inbox.Calls));
        Assert.Contains("550", dead.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public void No_failure_becomes_a_header_an_element_or_markdown() => Hostile.Text.Sample(text =>
    {
        var alarm = Alarms.Failing(SourceCondition.Failing, "shape", text, text);
        var mail = Mail(alarm, Language.En);
        Assert.DoesNotContain("evil@example.net", string.Concat(mail.To.Concat(mail.Cc).Concat(mail.Bcc)), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(mail.Subject + mail.TextBody + mail.HtmlBody, Hostile.IsDeceptive);
        Assert.InRange(Composed(alarm, Language.En, teams: true).Content.Length, 500, 20_000);
        Assert.DoesNotContain("](", Card(alarm, Language.En).GetProperty("body").GetRawText().Replace("\\\\](", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }, iter: 300);

    [Fact]
    public void With_nobody_configured_nothing_is_composed() => Assert.Empty(new MessageComposer(new NotificationSettings(), Samples.Checks).Compose(Alarms.Silent));

    // Text and HTML say the same.
    private static void AssertTells(MimeMessage mail, string expected)
    {
        var html = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(mail.HtmlBody!.Replace("</th>", ": ", StringComparison.Ordinal), "<[^>]+>", ""));
        foreach (var each in expected.Split('|'))
        {
            Assert.Contains(each, mail.TextBody, StringComparison.Ordinal);
            Assert.Contains(each, html, StringComparison.Ordinal);
        }

        Assert.Contains("https://tenderwatch.example.org/app/sources", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://tenderwatch.example.org/app/sources\"", mail.HtmlBody, StringComparison.Ordinal);
    }

    private static ComposedMessage Composed(SourceAlarm alarm, Language language, bool teams) => new MessageComposer(
        teams
            ? Samples.Settings(recipients: [], teams: [new TeamsTarget { Name = "inkoop", Webhook = "https://a.logic.azure.com/", Language = language }])
            : Samples.Settings(recipients: [new MailRecipient { Email = "inkoop@example.org", Language = language }], teams: []),
        Samples.Checks).Compose(alarm).Single();

    private static MimeMessage Mail(SourceAlarm alarm, Language language)
    {
        using var bytes = new MemoryStream(Composed(alarm, language, teams: false).Content);
        return MimeMessage.Load(bytes);
    }

    private static JsonElement Card(SourceAlarm alarm, Language language) =>
        JsonDocument.Parse(Composed(alarm, language, teams: true).Content).RootElement.GetProperty("attachments")[0].GetProperty("content");
}
