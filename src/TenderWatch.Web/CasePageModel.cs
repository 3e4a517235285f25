using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Texts;

namespace TenderWatch.Web;

/// <summary>What the page of a case shows.</summary>
/// <param name="View">The case.</param>
/// <param name="Messages">Its messages, oldest first.</param>
/// <param name="Ledger">Its ledger.</param>
public sealed record CasePageModel(CaseView View, IReadOnlyList<OutboxMessage> Messages, IReadOnlyList<LedgerRow> Ledger)
{
    /// <summary>A form of the page that was sent and not carried out.</summary>
    internal Forms.CaseForm? Form { get; init; }

    /// <summary>What was carried out just now.</summary>
    internal string? Done { get; init; }

    /// <summary>Whether its procurement documents may be retrieved.</summary>
    internal bool MayRetrieveDocuments { get; init; }

    /// <summary>For how long its evidence is kept, by class.</summary>
    public IReadOnlyList<RetentionTerm> Terms { get; init; } = [];

    /// <summary>Whether storage keeps evidence from being changed; <see langword="null"/> where nobody can tell.</summary>
    public EvidenceImmutability? Immutability { get; init; }

    /// <summary>Who looked at what is confidential, for a reader who may; oldest first.</summary>
    public IReadOnlyList<LedgerRow> Accesses { get; init; } = [];

    /// <summary>Whether there are no facts any more because they were deleted under retention.</summary>
    internal bool AreFactsDeleted => View.Facts is null && View.Unreadable.Any(one => one.Role == EvidenceRoles.Facts && one.Deleted is not null);

    /// <summary>Whether the findings of a check were deleted under retention.</summary>
    internal bool AreFindingsDeleted(CheckResult check) => View.Unreadable.Any(one => one.Deleted is not null && (one.Sha256 == check.Findings || one.Sha256 == check.Confidential));

    internal IReadOnlyList<CaseNotice> Notices => View.Facts?.Notices ?? [];

    internal IReadOnlyList<TimelineEntry> Timeline => View.Timeline;

    internal IReadOnlyList<Fact> Sheet => View.Facts?.Sheet ?? [];

    /// <summary>The facts from texts, with what people said of them.</summary>
    internal IReadOnlyList<StandingFact> TextFacts => _textFacts ??= View.Facts is { } facts ? StandingFacts.Of(facts) : [];

    private IReadOnlyList<StandingFact>? _textFacts;

    /// <summary>The amount that says how large the purchase is: what was awarded, else what was announced.</summary>
    internal static Fact? ValueOf(CaseFacts? facts) =>
        new[] { FactNames.TotalValue, FactNames.TotalFrameworkMaximum, FactNames.FrameworkMaximum, FactNames.EstimatedValue }
            .Select(name => ForWhole([.. facts?.Sheet.Where(fact => fact.Name == name) ?? []]))
            .OfType<Fact>()
            .OrderBy(fact => fact.Kind == FactKind.Money ? 0 : 1)
            .FirstOrDefault();

    // The amount of one lot of several says nothing about the whole.
    private static Fact? ForWhole(IReadOnlyList<Fact> facts) => facts.FirstOrDefault(fact => fact.Subject is null) ?? (facts is [var only] ? only : null);

    /// <summary>Who won, each tender once, with its share where that is known.</summary>
    internal IReadOnlyList<(string Name, string? Share)> Winners(Language language) =>
        [.. Sheet.Where(fact => fact.Name == FactNames.Winner).GroupBy(fact => fact.Subject)
            .Select(bid => (string.Join(" + ", bid.Select(fact => FactWords.Value(fact, language))), ShareOf(bid.Key, language))).Distinct()];

    private string? ShareOf(string? bid, Language language) => View.Facts!.Find(FactNames.Share, bid) is { } share ? FactWords.Value(share, language) : null;

    /// <summary>The page of a notice for people, at its source.</summary>
    internal string? PageOf(NoticeKey key) => Notices.FirstOrDefault(notice => notice.Record.Key == key)?.Record.Page;

    /// <summary>The language that the text of a notice is in, as HTML names it.</summary>
    internal string? LanguageOf(NoticeKey key) => Notices.FirstOrDefault(notice => notice.Record.Key == key)?.Notice.Language switch
    {
        null => null,
        "nld" => "nl",
        "eng" => "en",
        "deu" => "de",
        "fra" => "fr",
        { Length: 3 } other => other,
        _ => null,
    };

    /// <summary>The findings of a check, gravest first.</summary>
    internal IReadOnlyList<Finding> FindingsOf(string check) =>
        [.. View.Findings.Where(finding => finding.Check == check).OrderByDescending(finding => finding.Verdict)];

    /// <summary>A figure of a finding in words.</summary>
    internal static string ValueOf(Figure figure, Language language) => FactWords.Value(
        new Fact
        {
            Name = figure.Id,
            Kind = figure.Unit switch { "%" => FactKind.Percentage, { Length: 3 } unit when unit.All(char.IsAsciiLetterUpper) => FactKind.Money, _ => FactKind.Number },
            Value = figure.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Unit = figure.Unit == "count" ? null : figure.Unit,
            Origins = figure.Origins,
        },
        language);
}

/// <summary>An entry of a ledger as the page shows it.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Sha256">The digest of its stored bytes.</param>
/// <param name="Entry">What they say; <see langword="null"/> when they are no entry.</param>
public sealed record LedgerRow(long Sequence, Digest Sha256, LedgerEntry? Entry)
{
    /// <summary>Whether it is of something confidential, of which the reader is told the moment alone: several of a kind would say how many there are.</summary>
    public bool IsConfidential { get; init; }

    internal static LedgerRow Of(StoredLedgerEntry stored, bool confidential)
    {
        var entry = LedgerEntry.TryParse(stored.Bytes);
        return new LedgerRow(stored.Sequence, Digest.Of(stored.Bytes), entry) { IsConfidential = !confidential && entry is not null && CaseEventKinds.AreConfidential(entry.Kind) };
    }
}
