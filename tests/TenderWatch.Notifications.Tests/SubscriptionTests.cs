using MimeKit;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Notifications.Tests.Support;

namespace TenderWatch.Notifications.Tests;

public sealed class SubscriptionTests
{
    private static IReadOnlyList<ComposedMessage> Compose(CaseMessage message, MailRecipient recipient) =>
        new MessageComposer(Samples.Settings(recipients: [recipient], teams: []), Samples.Checks).Compose(message, Samples.Moment);

    private static CaseMessage WithVerdict(CaseMessage message, Verdict verdict) => message with { State = message.State with { Checks = [Result(verdict)] }, Previous = [] };

    private static CheckResult Result(Verdict verdict) => new("alt", "1", verdict, Digest.Of("verdicts"), Digest.Of("findings"), 0, 0, 0);

    [Theory]
    [InlineData("smart-meters", true)]
    [InlineData("cables", false)]
    public void Who_follows_a_profile_is_told_of_its_cases_alone(string profile, bool told) =>
        Assert.Equal(told, Compose(Samples.Opened(), new MailRecipient { Email = "inkoop@example.org", Profiles = [profile] }).Count == 1);

    [Theory]
    [InlineData(Verdict.Flagged, Verdict.Flagged, true)]
    [InlineData(Verdict.NotAssessable, Verdict.Flagged, false)]
    [InlineData(Verdict.NotAssessable, Verdict.NotAssessable, true)]
    [InlineData(Verdict.Clear, Verdict.NotAssessable, false)]
    public void A_verdict_below_the_least_is_not_told(Verdict verdict, Verdict least, bool told) =>
        Assert.Equal(told, Compose(WithVerdict(Samples.Opened(), verdict), new MailRecipient { Email = "inkoop@example.org", Least = least }).Count == 1);

    [Fact]
    public void Whoever_was_told_of_attention_is_told_that_it_is_no_longer_needed()
    {
        var cleared = WithVerdict(Samples.Changed(), Verdict.Clear) with { Previous = [Result(Verdict.Flagged)] };

        Assert.Single(Compose(cleared, new MailRecipient { Email = "inkoop@example.org", Least = Verdict.Flagged }));
    }

    [Fact]
    public void Whoever_wants_one_message_a_day_gets_none_of_a_single_case() =>
        Assert.Empty(Compose(Samples.Opened(), new MailRecipient { Email = "inkoop@example.org", Delivery = Delivery.Daily }));

    [Theory]
    [InlineData(Language.Nl, MessageReason.DeadlineNear, "Termijn nadert", "In deze zaak loopt binnenkort een termijn af.")]
    [InlineData(Language.En, MessageReason.DeadlineNear, "Deadline near", "A deadline of this case is near.")]
    [InlineData(Language.Nl, MessageReason.DeadlinePassed, "Termijn verstreken", "zonder dat er een is vastgelegd")]
    [InlineData(Language.En, MessageReason.DeadlinePassed, "Deadline passed", "none was recorded")]
    public void A_deadline_is_told_with_its_day_whatever_the_least_verdict(Language language, MessageReason reason, string subject, string sentence)
    {
        var term = new CaseTerm(CaseTermKind.Explanation, new DateTimeOffset(2025, 12, 18, 23, 0, 0, TimeSpan.Zero)) { Reminder = new DateTimeOffset(2025, 12, 16, 8, 0, 0, TimeSpan.Zero) };
        var message = WithVerdict(Samples.Opened(), Verdict.Clear) with { Reason = reason, Term = term };

        var mail = Read(Assert.Single(Compose(message, new MailRecipient { Email = "inkoop@example.org", Language = language, Least = Verdict.Flagged })));

        Assert.StartsWith($"[TenderWatch] {subject}: DSMR6 E-meter", mail.Subject, StringComparison.Ordinal);
        Assert.EndsWith(language == Language.Nl ? "Toelichting op een prijs: 18 december 2025" : "Explanation of a price: 18 December 2025", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(sentence, mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_told_and_not_what_it_is()
    {
        var mail = Read(Assert.Single(Compose(Samples.Opened() with { Reason = MessageReason.DecisionTaken }, new MailRecipient { Email = "inkoop@example.org" })));

        Assert.StartsWith("[TenderWatch] Besluit genomen: DSMR6 E-meter", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Over een prijs is een besluit vastgelegd; wie bevoegd is", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_deadline_and_whose_turn_it_is_stand_before_the_facts()
    {
        var opened = Samples.Opened();
        var term = new CaseTerm(CaseTermKind.Tenders, new DateTimeOffset(2025, 12, 18, 11, 0, 0, TimeSpan.Zero));

        var text = Read(Assert.Single(Compose(opened with { State = opened.State with { Term = term } }, new MailRecipient { Email = "inkoop@example.org" }))).TextBody!;

        Assert.Contains("Termijn: 18 december 2025, 12:00 (Inschrijvingen)", text, StringComparison.Ordinal);
        Assert.Contains("Aan zet: de inschrijver: De inschrijvingen worden verwacht; voer ze daarna in om de prijzen te vergelijken.", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("Aan zet", StringComparison.Ordinal) < text.IndexOf("Feiten", StringComparison.Ordinal));
    }

    private static MimeMessage Read(ComposedMessage message) => MimeMessage.Load(new MemoryStream(message.Content));
}
