using System.Text;
using CsCheck;
using MimeKit;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Notifications.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Notifications.Tests;

public sealed class MailTests
{
    private static readonly MessageComposer Composer = new(Samples.Settings(teams: []), Samples.Checks);

    private static readonly string[] Headers =
    [
        "Auto-Submitted", "Content-Language", "Content-Type", "Date", "From", "In-Reply-To", "MIME-Version", "Message-Id", "References", "Subject", "To", "X-Auto-Response-Suppress",
    ];

    private static (ComposedMessage Message, MimeMessage Mail) Mail(CaseMessage message, Language language = Language.Nl, MessageComposer? composer = null)
    {
        var composed = (composer ?? Composer).Compose(message, Samples.Moment).Single(each => each.Recipient.StartsWith(language == Language.Nl ? "inkoop" : "legal", StringComparison.Ordinal));
        using var stream = new MemoryStream(composed.Content);
        return (composed, MimeMessage.Load(stream));
    }

    [Fact]
    public void The_same_message_has_the_same_bytes()
    {
        var first = Composer.Compose(Samples.Opened(), Samples.Moment);
        var second = new MessageComposer(Samples.Settings(teams: []), Samples.Checks).Compose(Samples.Opened(), Samples.Moment);

        Assert.Equal(2, first.Count);
        Assert.All(first.Zip(second), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
        Assert.NotEqual(first[0].Id, first[1].Id);
    }

    [Fact]
    public void Identifier_date_and_thread_are_derived()
    {
        var (message, mail) = Mail(Samples.Opened());
        var (_, later) = Mail(Samples.Changed());

        Assert.Equal(message.Id + "@example.org", mail.MessageId);
        Assert.NotEqual(mail.MessageId, later.MessageId);
        Assert.Equal(mail.InReplyTo, later.InReplyTo);
        Assert.Equal(mail.InReplyTo, Assert.Single(mail.References));
        Assert.Equal(Samples.Moment, mail.Date);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("inkoop@example.org", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal(("message/rfc822", Samples.CaseId, "email"), (message.MediaType, message.Subject, message.Channel));
    }

    [Theory]
    [InlineData(Language.Nl, "[TenderWatch] Nieuwe zaak: DSMR6 E-meter – aandacht nodig")]
    [InlineData(Language.En, "[TenderWatch] New case: DSMR6 E-meter – needs attention")]
    public void A_new_case_says_what_is_asked(Language language, string subject) => Assert.Equal(subject, Mail(Samples.Opened(), language).Mail.Subject);

    [Theory]
    [InlineData(CaseTermKind.Explanation, "De termijn voor een toelichting is verstreken zonder dat er een is vastgelegd.")]
    [InlineData(CaseTermKind.Law, "In deze zaak is een wettelijke termijn geëindigd.")]
    [InlineData(null, "In deze zaak is een termijn geëindigd; wie bevoegd is, leest op de pagina van de zaak wat dat betekent.")]
    public void A_term_that_is_over_is_told_as_what_it_was(CaseTermKind? kind, string sentence)
    {
        var other = new CaseTerm(CaseTermKind.Tenders, Samples.Moment.AddDays(40));
        var opened = Samples.Opened();
        var mail = Mail(opened with
        {
            Reason = MessageReason.DeadlinePassed,
            State = opened.State with { Term = other },
            Term = kind is null ? null : new CaseTerm(kind.Value, Samples.Moment) { Label = new("Laatste dag van de opschortende termijn", "Last day of the standstill") },
        }).Mail;

        Assert.Contains(sentence, mail.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("januari 2026", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Nl, "[TenderWatch] Uitkomst gewijzigd: DSMR6 E-meter – Abnormaal lage inschrijving: geen signaal", "Geen signaal (was: Niet te beoordelen)")]
    [InlineData(Language.En, "[TenderWatch] Outcome changed: DSMR6 E-meter – Abnormally low tender: no signal", "No signal (was: Cannot be assessed)")]
    public void A_changed_verdict_is_told_with_the_one_before(Language language, string subject, string line)
    {
        var mail = Mail(Samples.Changed(), language).Mail;

        Assert.Equal(subject, mail.Subject);
        Assert.Contains(line, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(1, mail.TextBody!.Split("(was: ").Length - 1);
    }

    [Theory]
    [InlineData(Language.Nl, "Alliander N.V.; Enexis Netbeheer B.V.; Stedin Netbeheer B.V.|EUR 592.517.432|7.933.740 stuks|EUR 74,68|Kaifa Technology Netherlands B.V. (60 %; Nederland); Sagemcom Energy & Telecom SAS (40 %; Frankrijk)|8 jaar|Verlengingen: 3|14 jaar|Aandacht nodig|Niet te beoordelen|Geen signaal|Waarde van elke inschrijving (BT-720): niet openbaar; vraag de inkoper|Profiel smart-meters, woord: gezocht “E-meter”|Niets wordt automatisch afgewezen|Eén van 3 controles vraagt om aandacht; bij 1 ontbreken gegevens|https://tenderwatch.example.org/app/cases/0a1b2c3d4e5f")]
    [InlineData(Language.En, "EUR 592,517,432|7,933,740 units|EUR 74.68|(60 %; Netherlands)|8 years|Renewals: 3|Needs attention|Cannot be assessed|No signal|Value of each tender (BT-720): withheld; ask the buyer|Profile smart-meters, phrase: sought “E-meter”|Nothing is rejected automatically|One of 3 checks asks for attention; for 1, facts are missing.|https://tenderwatch.example.org/app/cases/0a1b2c3d4e5f")]
    public void Text_and_html_tell_the_same(Language language, string expected)
    {
        var mail = Mail(Samples.Opened(), language).Mail;
        var html = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(mail.HtmlBody!.Replace("</th>", ": ", StringComparison.Ordinal).Replace("<br>", "; ", StringComparison.Ordinal), "<[^>]+>", ""));

        foreach (var each in expected.Split('|'))
        {
            Assert.Contains(each, mail.TextBody, StringComparison.Ordinal);
            if (!each.StartsWith("https:", StringComparison.Ordinal)) Assert.Contains(each, html, StringComparison.Ordinal);
        }

        Assert.Contains("<a href=\"https://tenderwatch.example.org/app/cases/0a1b2c3d4e5f\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_banner_stands_above_everything_when_it_is_set()
    {
        var with = Mail(Samples.Opened(), composer: new MessageComposer(Samples.Settings(teams: [], banner: "DEMONSTRATIE: geen echte zaak"), Samples.Checks)).Mail;

        Assert.StartsWith("*** DEMONSTRATIE: geen echte zaak ***", with.TextBody, StringComparison.Ordinal);
        Assert.Contains("DEMONSTRATIE: geen echte zaak", with.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMONSTRATIE", Mail(Samples.Opened()).Mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void No_title_becomes_a_header_an_element_or_a_second_part() =>
        Hostile.Text.Sample(title =>
        {
            var (message, mail) = Mail(Samples.Opened(title, winner: title));
            var raw = Encoding.UTF8.GetString(message.Content);
            var head = raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

            Assert.Equal(Headers, head.Split("\r\n").Where(line => line[0] is not (' ' or '\t')).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
            Assert.DoesNotContain("evil@example.net", string.Concat(mail.To.Concat(mail.Cc).Concat(mail.Bcc)), StringComparison.Ordinal);
            Assert.True(mail.Subject!.Length <= 300);
            Assert.All(head.Split("\r\n"), line => Assert.True(line.Length <= 998));
            Assert.Equal(2, Assert.IsType<MultipartAlternative>(mail.Body).Count);
            Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(mail.Subject + mail.TextBody + mail.HtmlBody, Hostile.IsDeceptive);
            Assert.All(raw, character => Assert.True(character is '\r' or '\n' or '\t' or (>= ' ' and <= '~')));
            Assert.InRange(message.Content.Length, 1, 100_000);
        }, iter: 300);

    [Fact]
    public void With_nobody_configured_nothing_is_composed() =>
        Assert.Empty(new MessageComposer(new NotificationSettings(), Samples.Checks).Compose(Samples.Opened(), Samples.Moment));

    [Fact]
    public void A_check_that_has_nothing_to_tell_is_named_and_no_more()
    {
        var text = Mail(Samples.Opened(), Language.En).Mail.TextBody;
        Assert.Contains("Other checks", text, StringComparison.Ordinal);
        Assert.Contains("No signal: Supply resilience", text, StringComparison.Ordinal);
        Assert.DoesNotContain("There are two suppliers.", text, StringComparison.Ordinal);
    }
}
