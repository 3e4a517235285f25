using System.Security.Cryptography;
using System.Text;
using CsCheck;
using MimeKit;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using TenderWatch.Notifications.Daily;
using TenderWatch.Notifications.Mail;
using TenderWatch.Notifications.Teams;
using TenderWatch.Notifications.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Notifications.Tests;

public sealed class DailyTests
{
    private static NotificationSettings Settings(params MailRecipient[] recipients) => Samples.Settings(recipients: recipients, teams: []);

    private static MailRecipient Daily(string email = "inkoop@example.org", Language language = Language.Nl, Verdict least = Verdict.Clear) =>
        new() { Email = email, Language = language, Delivery = Delivery.Daily, Least = least };

    private static CaseState Case(string id, string title, DateTimeOffset opened, Verdict verdict = Verdict.Flagged) => new()
    {
        Id = id,
        Title = title,
        Buyers = ["Alliander N.V."],
        Matches = [new ProfileMatch("smart-meters", [])],
        OpenedAt = opened,
        UpdatedAt = opened,
        Checks = [new CheckResult("alt", "1", verdict, Digest.Of("verdicts"), Digest.Of("findings"), 0, 0, 0)],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static MimeMessage Mail(Desk desk, int at = 0)
    {
        var message = desk.Outbox.Messages.Values.OrderBy(message => message.QueuedAt).ElementAt(at);
        return MimeMessage.Load(new MemoryStream(desk.Evidence.Blobs[(message.Content, OutboxMessage.ContentConfidentiality)]));
    }

    [Fact]
    public async Task A_term_that_follows_from_a_filing_is_not_told_and_hides_no_public_one()
    {
        await using var desk = new Desk(Settings(Daily()));
        var filed = new CaseTerm(CaseTermKind.Law, Samples.Moment.AddDays(2)) { Label = new("Einde van het voorlopig onderzoek", "End of the preliminary review"), Confidential = true };
        await desk.Cases.SaveAsync(Case("aaaa", "Zonder andere", Samples.Moment.AddDays(-9)) with { Term = filed }, Token);
        await desk.Cases.SaveAsync(Case("bbbb", "Met sluiting", Samples.Moment.AddDays(-9)) with { Term = filed, PublicTerm = new CaseTerm(CaseTermKind.Tenders, Samples.Moment.AddDays(5)) }, Token);

        await desk.DailyAsync();

        var text = Mail(desk).TextBody!;
        Assert.DoesNotContain("Zonder andere", text, StringComparison.Ordinal);
        Assert.Contains("16 december 2025, 10:30: Inschrijvingen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13 december", text, StringComparison.Ordinal);
        Assert.DoesNotContain("onderzoek", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_a_day_tells_what_is_new_what_is_due_and_the_digest_of_the_checkpoint()
    {
        await using var desk = new Desk(Settings(Daily()));
        await desk.Cases.SaveAsync(Case("aaaa", "DSMR6 E-meter", Samples.Moment.AddHours(-3)), Token);
        await desk.Cases.SaveAsync(Case("bbbb", "Gasmeters", Samples.Moment.AddDays(-9)) with { Term = new CaseTerm(CaseTermKind.Tenders, Samples.Moment.AddDays(5)) }, Token);
        var digest = await CheckpointAsync(desk);

        Assert.Equal(1, await desk.DailyAsync());
        Assert.Equal(0, await desk.DailyAsync());

        var mail = Mail(desk);
        Assert.Equal("[TenderWatch] Dagoverzicht 11 december 2025 – 1 met een termijn binnen zeven dagen, 1 nieuw", mail.Subject);
        Assert.Contains("* DSMR6 E-meter – Alliander N.V.\r\n  Aandacht nodig: Abnormaal lage inschrijving\r\n  https://tenderwatch.example.org/app/cases/aaaa", mail.TextBody!.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.Contains("* Gasmeters – Alliander N.V.\r\n  16 december 2025, 10:30: Inschrijvingen", mail.TextBody!.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.Contains($"Controlepunt 1\r\n  11 december 2025, 10:30, SHA-256 {digest.Hex}", mail.TextBody!.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.Equal("<mailto:tenderwatch@example.org?subject=unsubscribe>", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("digest:2025-12", desk.Outbox.Messages.Values.Single().Subject);
    }

    [Fact]
    public async Task The_next_message_covers_all_that_happened_since_the_one_before_however_long_ago()
    {
        await using var desk = new Desk(Settings(Daily(language: Language.En)));
        await desk.Cases.SaveAsync(Case("aaaa", "DSMR6 E-meter", Samples.Moment.AddHours(-3)), Token);
        await desk.DailyAsync();
        await desk.Cases.SaveAsync(Case("bbbb", "Gas meters", Samples.Moment.AddDays(2)), Token);

        desk.Time.Advance(TimeSpan.FromDays(4));
        await desk.DailyAsync();

        Assert.Equal("[TenderWatch] Daily overview 15 December 2025 – 1 new", Mail(desk, 1).Subject);
        Assert.DoesNotContain("DSMR6", Mail(desk, 1).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_starts_again_makes_no_second_message_of_a_day()
    {
        await using var first = new Desk(Settings(Daily()));
        await first.Cases.SaveAsync(Case("aaaa", "DSMR6 E-meter", Samples.Moment.AddHours(-3)), Token);
        await first.DailyAsync();
        await using var second = new Desk(Settings(Daily()));
        foreach (var message in first.Outbox.Messages.Values) await second.Outbox.QueueAsync(message, Token);
        await second.Cases.SaveAsync(Case("bbbb", "Gas meters", Samples.Moment.AddHours(-1)), Token);

        Assert.Equal(0, await second.DailyAsync());
    }

    [Fact]
    public async Task What_the_ledger_says_was_queued_is_what_is_sent_after_a_crash_in_between()
    {
        await using var first = new Desk(Settings(Daily()));
        await first.Cases.SaveAsync(Case("aaaa", "DSMR6 E-meter", Samples.Moment.AddHours(-3)), Token);
        await first.DailyAsync();
        var recorded = first.Outbox.Messages.Values.Single();

        first.Outbox.Messages.Clear();
        await using var again = new Desk(Settings(Daily()), first);
        await again.Cases.SaveAsync(Case("bbbb", "Gas meters", Samples.Moment.AddHours(-1)), Token);
        await again.DailyAsync();

        Assert.Equal(recorded.Content, again.Outbox.Messages.Values.Single().Content);
    }

    [Theory]
    [InlineData(-180, 0)]
    [InlineData(-179, 1)]
    public async Task It_is_made_at_its_time_in_the_Netherlands(int minutes, int queued)
    {
        await using var desk = new Desk(Settings(Daily()));
        await desk.Cases.SaveAsync(Case("aaaa", "DSMR6 E-meter", Samples.Moment), Token);
        desk.Time.SetUtcNow(new DateTimeOffset(2025, 12, 12, 9, 29, 0, TimeSpan.Zero).AddMinutes(minutes));

        Assert.Equal(queued, await desk.DailyAsync());
    }

    [Fact]
    public async Task A_day_with_nothing_to_tell_has_no_message_and_a_subscriber_only_what_concerns_him()
    {
        await using var desk = new Desk(Settings(
            Daily(),
            Daily("legal@example.org", least: Verdict.Flagged),
            new MailRecipient { Email = "cables@example.org", Delivery = Delivery.Both, Profiles = ["cables"] },
            new MailRecipient { Email = "now@example.org" }));
        await desk.Cases.SaveAsync(Case("aaaa", "DSMR6 E-meter", Samples.Moment.AddHours(-3), Verdict.NotAssessable), Token);

        Assert.Equal(1, await desk.DailyAsync());
        Assert.Equal("inkoop@example.org", desk.Outbox.Messages.Values.Single().Recipient);
    }

    [Fact]
    public void A_title_made_to_deceive_stays_a_title_in_mail_and_card() => Hostile.Text.Sample(title =>
    {
        var bundle = new Bundle { At = Samples.Moment, Opened = [.. Enumerable.Repeat(Case("aaaa", title, Samples.Moment), 60)] };
        var digest = new BundleWriter(Samples.Checks, new Uri("https://tenderwatch.example.org"), null).Write(bundle, Language.Nl);
        var mail = BundleMail.Of(digest);

        Assert.DoesNotContain(mail.Subject + mail.Text + mail.Html, Hostile.IsDeceptive);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<a href='https://evil", mail.Html, StringComparison.OrdinalIgnoreCase);
        var card = BundleCard.Of(digest);
        Assert.InRange(card.Length, 1, 28 * 1024);
        Assert.Matches(@"\]\(https://tenderwatch\.example\.org/cases/aaaa\) – ", Encoding.UTF8.GetString(card));
        Assert.DoesNotContain("](https://evil", Encoding.UTF8.GetString(card).Replace("\\\\](", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }, iter: 200);

    private static async Task<Digest> CheckpointAsync(Desk desk)
    {
        using var signer = new Signer();
        var checkpoint = await SignedCheckpoint.SignAsync(new Checkpoint(1, Samples.Moment, default, 0, MerkleHash.Empty, [], 0, Digest.Of("")), signer, Token);
        await desk.Checkpoints.CreateAsync(CheckpointNames.Of(1), checkpoint.ToBytes(), Token);
        return Digest.Of(checkpoint.ToBytes());
    }

    private sealed class Signer : ICheckpointSigner, IDisposable
    {
        private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public Task<SigningKey> KeyAsync(CancellationToken cancellationToken) => Task.FromResult(SigningKey.Of(_pair));

        public Task<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => Task.FromResult(_pair.SignData(input.Span, HashAlgorithmName.SHA256));

        public void Dispose() => _pair.Dispose();
    }
}
