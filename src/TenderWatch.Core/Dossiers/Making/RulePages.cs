using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>The page of each check that ran: what it measures, with a worked example; and the format, so that a dossier can be checked without anything else. They are those of the program that made the dossier.</summary>
public sealed class RulePages : IDossierDocuments
{
    private const string Format = "evidence-format.md";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DossierDocument>> MakeAsync(CaseView view, DossierOccasion dossier, CancellationToken cancellationToken)
    {
        await using var stream = typeof(RulePages).Assembly.GetManifestResourceStream(Format)!;
        var format = new byte[stream.Length];
        await stream.ReadExactlyAsync(format, cancellationToken);
        return
        [
            new DossierDocument(Format, format, new("De vorm van dossier, logboek en bewijs", "The format of dossier, ledger and evidence")),
            .. RuleTexts.Names.Where(page => view.State.Checks.Any(check => RuleTexts.IsOf(page, check.Check)))
                .Select(page => new DossierDocument(RuleTexts.PathOf(page), RuleTexts.Read(page), new($"Uitleg van {page}", $"{page} explained"))),
        ];
    }
}
