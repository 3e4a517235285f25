using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>The page of each check that ran: what it measures, with a worked example; and the format, so that a dossier can be checked without anything else. They are those of the program that made the dossier.</summary>
public sealed class RulePages : IDossierDocuments
{
    private const string Format = "evidence-format.md";
    private const string Folder = "rules/";
    private const string Ending = ".md";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DossierDocument>> MakeAsync(CaseView view, DossierOccasion dossier, CancellationToken cancellationToken)
    {
        var documents = new List<DossierDocument> { await ReadAsync(Format, new("De vorm van dossier, grootboek en bewijs", "The format of dossier, ledger and evidence"), cancellationToken) };
        foreach (var path in typeof(RulePages).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var page = path[Folder.Length..^Ending.Length];
            // The check alt has a page for the methods of each country.
            if (!view.State.Checks.Any(check => page == check.Check || page.StartsWith(check.Check + "-", StringComparison.Ordinal))) continue;
            documents.Add(await ReadAsync(path, new($"Uitleg van {page}", $"{page} explained"), cancellationToken));
        }

        return documents;
    }

    private static async Task<DossierDocument> ReadAsync(string path, LocalizedText title, CancellationToken cancellationToken)
    {
        await using var stream = typeof(RulePages).Assembly.GetManifestResourceStream(path)!;
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new DossierDocument(path, content, title);
    }
}
