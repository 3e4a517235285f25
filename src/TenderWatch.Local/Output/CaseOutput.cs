using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;

namespace TenderWatch.Local.Output;

/// <summary>Cases and quarantine as the commands print them.</summary>
internal static class CaseOutput
{
    /// <summary>All cases with facts and findings, and the quarantine.</summary>
    public static async Task<CaseReport> ReadAsync(CaseViews views, ConfidentialReading reading, IWatchState watch, Reader? reader, CancellationToken cancellationToken)
    {
        var cases = new List<CaseView>();
        foreach (var state in await views.ListAsync(cancellationToken, confidential: reader is not null))
        {
            if (await reading.FindAsync(state.Id, reader, cancellationToken) is { } view) cases.Add(view);
        }

        CaseOrphan[] orphans = [.. cases.SelectMany(view => views.OrphansOf(view.State).Select(problem => new CaseOrphan(view.State.Id, view.State.Title, problem)))];
        return new CaseReport(cases, orphans, await watch.ListQuarantinedAsync(cancellationToken));
    }

    /// <summary>Prints JSON on standard output.</summary>
    public static void WriteJson<T>(T value)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, value, NoticeJson.Stored);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Prints the quarantine for people.</summary>
    public static void WriteQuarantine(Terminal terminal, IReadOnlyList<QuarantinedNotice> quarantined)
    {
        if (quarantined.Count == 0) return;
        terminal.Heading($"In quarantine: {quarantined.Count}");
        foreach (var notice in quarantined)
        {
            var bytes = notice.Documents.Count == 0 ? "no bytes were received" : string.Join(", ", notice.Documents.Select(document => $"{document.Origin}, {document.Length} bytes, sha256 {document.Sha256.Hex[..12]}…"));
            terminal.Line($"  {notice.Key}: {notice.Fault.Code}: {notice.Fault.Text}");
            terminal.Line($"      kept: {bytes}");
        }

        terminal.Line();
    }

    /// <summary>Prints the cases whose notices miss a counterpart.</summary>
    public static void WriteOrphans(Terminal terminal, IReadOnlyList<CaseOrphan> orphans)
    {
        if (orphans.Count == 0) return;
        terminal.Heading($"Without a counterpart: {orphans.Count}");
        foreach (var orphan in orphans)
        {
            terminal.Line($"  {orphan.Case}  {orphan.Title}");
            terminal.Line($"              {orphan.Problem.Text.En}");
        }

        terminal.Line();
    }

    /// <summary>One line for each case.</summary>
    public static void WriteList(Terminal terminal, IReadOnlyList<CaseView> cases, IEnumerable<ICheck> checks)
    {
        foreach (var view in cases)
        {
            var verdicts = view.State.Checks.Select(result =>
                $"{checks.FirstOrDefault(check => check.Id == result.Check)?.Name.En ?? result.Check}: {Core.Languages.VerdictWords.Of(result.Verdict, Core.Languages.Language.En)}");
            terminal.Line($"{view.State.Id}  {view.State.Title}");
            terminal.Line($"              {string.Join(", ", view.State.Buyers)}");
            terminal.Line($"              {string.Join(" · ", verdicts)}{(view.State.Stuck is null ? "" : " · STUCK: " + view.State.Stuck)}");
        }
    }
}

/// <summary>Cases and quarantine.</summary>
/// <param name="Cases">The cases, last updated first.</param>
/// <param name="Orphans">The cases whose notices miss a counterpart.</param>
/// <param name="Quarantine">What could not be read, newest first.</param>
internal sealed record CaseReport(IReadOnlyList<CaseView> Cases, IReadOnlyList<CaseOrphan> Orphans, IReadOnlyList<QuarantinedNotice> Quarantine);

/// <summary>A case whose notices miss a counterpart.</summary>
/// <param name="Case">The case.</param>
/// <param name="Title">The title of the purchase.</param>
/// <param name="Problem">What is missing.</param>
internal sealed record CaseOrphan(string Case, string Title, ProcurementProblem Problem);
