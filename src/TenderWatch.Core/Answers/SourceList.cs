using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Supply;

namespace TenderWatch.Core.Answers;

/// <summary>The sources of a sheet, numbered as they are cited first.</summary>
internal sealed class SourceList(CaseFacts? facts, LedgerPlaces ledger)
{
    private readonly List<AnswerSource> _sources = [];

    public IReadOnlyList<AnswerSource> All => _sources;

    /// <summary>Cites where a fact stands, each place once.</summary>
    public IReadOnlyList<Citation> Cite(IEnumerable<FactOrigin> origins) => [.. origins.Select(Cite).Distinct()];

    /// <summary>Cites the findings of a check.</summary>
    /// <param name="result">The result.</param>
    /// <param name="confidential">Whether the findings on all facts are meant.</param>
    /// <param name="name">The name of the check.</param>
    public Citation Cite(CheckResult result, bool confidential, LocalizedText name)
    {
        var isConfidential = confidential && result.Confidential is not null;
        var digest = isConfidential ? result.Confidential!.Value : result.Findings;
        return new Citation(Number(new AnswerSource(0, AnswerSourceKind.Finding, name, digest, isConfidential, Check: result.Check, RuleVersion: result.RuleVersion, Recorded: ledger.Naming(digest))));
    }

    /// <summary>Cites a step by its event; <see langword="null"/> where the ledger does not have it.</summary>
    public Citation? CiteStep(string eventId, LocalizedText name) =>
        ledger.Of("event:" + eventId) is { } place ? new Citation(Number(new AnswerSource(0, AnswerSourceKind.Step, name, place.Sha256, Recorded: place))) : null;

    private Citation Cite(FactOrigin origin) => new(Number(SourceOf(origin)), origin.Field, origin.At, origin.Quote);

    private AnswerSource SourceOf(FactOrigin origin)
    {
        var recorded = ledger.Naming(origin.Document);
        if (facts?.Statements.FirstOrDefault(statement => statement.Reference.Sha256 == origin.Document) is { } statement)
            return new(0, AnswerSourceKind.Statement, Title(statement), origin.Document, Page: statement.Content.Source.Url?.AbsoluteUri, Recorded: recorded);
        var name = new LocalizedText($"{SourceWords.Name(origin.Notice.Source).Nl} {origin.Notice.Id}", $"{SourceWords.Name(origin.Notice.Source).En} {origin.Notice.Id}");
        if (facts?.Notices.FirstOrDefault(notice => notice.Record.Key == origin.Notice) is { } notice)
            return new(0, AnswerSourceKind.Notice, Published(name, notice), origin.Document, Page: notice.Record.Page, Recorded: recorded);
        return origin.Notice.Source is CaseBids.SourceName or FsrFiling.SourceName
            ? new(0, AnswerSourceKind.Entered, name, origin.Document, IsConfidential: true, Recorded: recorded)
            : new(0, AnswerSourceKind.Document, name, origin.Document, Recorded: recorded);
    }

    private static LocalizedText Published(LocalizedText name, CaseNotice notice) => (notice.Record.Published ?? notice.Notice.PublicationDate) is { } day
        ? LocalizedText.Of(w => $"{name.Nl}, {w.Date(day)}", w => $"{name.En}, {w.Date(day)}")
        : name;

    private static LocalizedText Title(CaseStatement statement)
    {
        var source = statement.Content.Source;
        return source.Date is { } day
            ? LocalizedText.Of(w => $"{source.Title} ({source.Publisher}, {w.Date(day)})", w => $"{source.Title} ({source.Publisher}, {w.Date(day)})")
            : LocalizedText.Same($"{source.Title} ({source.Publisher})");
    }

    private int Number(AnswerSource source)
    {
        var known = _sources.FindIndex(other => other with { Number = 0 } == source);
        if (known < 0) _sources.Add(source with { Number = _sources.Count + 1 });
        return known < 0 ? _sources.Count : known + 1;
    }
}
