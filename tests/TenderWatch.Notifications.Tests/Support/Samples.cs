using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;

namespace TenderWatch.Notifications.Tests.Support;

/// <summary>The award that started it all, as a case.</summary>
internal static class Samples
{
    public const string CaseId = "0a1b2c3d4e5f";

    public static readonly DateTimeOffset Moment = new(2025, 12, 11, 9, 30, 0, TimeSpan.Zero);

    private static readonly NoticeKey Key = new("tenderned", "440769");
    private static readonly Digest Document = Digest.Of("the notice");

    public static readonly ICheck[] Checks =
    [
        new NamedCheck("fsr-scope", new("Buitenlandse subsidies: reikwijdte", "Foreign subsidies: scope")),
        new NamedCheck("alt", new("Abnormaal lage inschrijving", "Abnormally low tender")),
        new NamedCheck("supply-resilience", new("Leveringszekerheid", "Supply resilience")),
    ];

    public static NotificationSettings Settings(
        IReadOnlyList<MailRecipient>? recipients = null, IReadOnlyList<TeamsTarget>? teams = null, SmtpSettings? smtp = null, string? banner = null, int maximumAttempts = 20, int mostPerHour = 30, string quietHours = "") => new()
        {
            From = "TenderWatch <tenderwatch@example.org>",
            Recipients = recipients ?? [new MailRecipient { Email = "inkoop@example.org" }, new MailRecipient { Email = "legal@example.org", Language = Language.En }],
            Teams = teams ?? [new TeamsTarget { Name = "inkoop", Webhook = "https://prod-1.westeurope.logic.azure.com/workflows/1?sig=x" }],
            Smtp = smtp ?? new SmtpSettings { Host = "127.0.0.1", Security = SmtpSecurity.None },
            PublicBaseUrl = new Uri("https://tenderwatch.example.org/app/"),
            Banner = banner is null ? null : LocalizedText.Same(banner),
            AllowLoopback = true,
            MaximumAttempts = maximumAttempts,
            MostPerHour = mostPerHour,
            QuietHours = quietHours,
        };

    public static CaseMessage Opened(string title = "DSMR6 E-meter", string winner = "Kaifa Technology Netherlands B.V.", string eventId = "event-1") => new(
        MessageReason.Opened,
        new CaseState
        {
            Id = CaseId,
            Title = title,
            Buyers = ["Alliander N.V."],
            Matches = [new ProfileMatch("smart-meters", [new MatchReason("phrase", "E-meter", title, "BT-21"), new MatchReason("cpv", "3855", "38554000", "BT-262")])],
        },
        new CaseFacts(CaseId, [Notice(title)], Sheet(winner)),
        [FsrScope(), Alt(), Resilience()],
        [],
        eventId);

    public static CaseMessage Changed()
    {
        var opened = Opened();
        return opened with
        {
            Reason = MessageReason.VerdictChanged,
            EventId = "event-2",
            Findings = [FsrScope(), Alt(Verdict.Clear), Resilience()],
            Previous = [Result("fsr-scope", Verdict.Flagged), Result("alt", Verdict.NotAssessable), Result("supply-resilience", Verdict.Clear)],
        };
    }

    public static CaseMessage WithFindings(CaseMessage message, params Finding[] findings) => message with { Findings = findings };

    public static Finding Finding(string check, string subject, Verdict verdict, LocalizedText summary) =>
        new() { Check = check, RuleVersion = "1", Subject = subject, Verdict = verdict, Summary = summary };

    private static CheckResult Result(string check, Verdict verdict) => new(check, "1", verdict, Digest.Of(check + verdict), Digest.Of("findings"), 0, 0, 1);

    private static CaseNotice Notice(string title) => new(
        new NoticeRecord
        {
            Key = Key,
            Version = Digest.Of("version"),
            Documents = [new EvidenceReference(Document, 10, "application/xml", EvidenceRoles.NoticeXml, "https://www.tenderned.nl/", Moment)],
        },
        new Notice { Format = "eforms", Title = title, FormType = "result" });

    private static Fact[] Sheet(string winner) =>
    [
        Text(FactNames.Buyer, null, "Alliander N.V."), Text(FactNames.Buyer, null, "Enexis Netbeheer B.V."), Text(FactNames.Buyer, null, "Stedin Netbeheer B.V."),
        Fact.Of(FactNames.TotalValue, null, Money.Of(592_517_432m, "EUR"), Origin),
        Of(FactNames.Quantity, null, FactKind.Number, "7933740", "C62"),
        Of(FactNames.UnitPrice, null, FactKind.Money, "74.68", "EUR"),
        Text(FactNames.Winner, "TEN-0001", winner), Text(FactNames.Winner, "TEN-0002", "Sagemcom Energy & Telecom SAS"),
        Of(FactNames.Share, "TEN-0001", FactKind.Percentage, "60", null), Of(FactNames.Share, "TEN-0002", FactKind.Percentage, "40", null),
        Of(FactNames.WinnerCountry, "TEN-0001", FactKind.Code, "NLD", null), Of(FactNames.WinnerCountry, "TEN-0002", FactKind.Code, "FRA", null),
        Of(FactNames.Duration, null, FactKind.Duration, "P8Y", null), Of(FactNames.Renewals, null, FactKind.Number, "3", null),
        Of(FactNames.LongestDuration, null, FactKind.Duration, "P14Y", null), Of(FactNames.Fsr, null, FactKind.Indicator, "true", null),
    ];

    private static FactOrigin Origin { get; } = new(Key, "BT-161", null, Document);

    private static Fact Text(string name, string? subject, string value) => Of(name, subject, FactKind.Text, value, null);

    private static Fact Of(string name, string? subject, FactKind kind, string value, string? unit) =>
        new() { Name = name, Subject = subject, Kind = kind, Value = value, Unit = unit, Origins = [Origin] };

    private static Finding FsrScope() => Finding("fsr-scope", "procurement", Verdict.Flagged, LocalizedText.Of(
        nl => $"De waarde van {nl.Money(592_517_432m, "EUR")} ligt boven de grens: de koper vraagt elke inschrijver om een melding of verklaring.",
        en => $"The value of {en.Money(592_517_432m, "EUR")} is above the threshold: the buyer asks every tenderer for a notification or declaration.")) with
    {
        Reasons = [new("Art. 28 lid 1: de drempel is EUR 250.000.000 zonder btw.", "Art. 28(1): the threshold is EUR 250,000,000 excluding VAT.")],
        LegalBasis = ["Verordening (EU) 2022/2560, art. 28"],
    };

    private static Finding Alt(Verdict verdict = Verdict.NotAssessable) => Finding("alt", "procurement", verdict, verdict == Verdict.Clear
        ? new("Geen inschrijving ligt opvallend ver onder de andere.", "No tender is notably far below the others.")
        : new("De andere inschrijvingen staan niet in de aankondiging.", "The other tenders are not in the notice.")) with
    {
        Missing = verdict == Verdict.Clear ? [] : [new MissingFact("BT-720", new("Waarde van elke inschrijving", "Value of each tender"), new("niet openbaar; vraag de inkoper van de koper om het proces-verbaal van opening", "withheld; ask the buyer's procurement officer for the record of opening"))],
    };

    private static Finding Resilience() => Finding("supply-resilience", "procurement", Verdict.Clear, new("Er zijn twee leveranciers.", "There are two suppliers."));

    private sealed class NamedCheck(string id, LocalizedText name) : ICheck
    {
        public string Id => id;

        public string Version => "1";

        public LocalizedText Name => name;

        public CheckDescription Description => throw new NotSupportedException("Only its name is used.");

        public bool IsAlwaysTold => id is "alt" or "fsr-scope";

        public IReadOnlyList<Finding> Run(CaseFacts facts) => throw new NotSupportedException("Only its name is used.");
    }
}
