using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Dossiers;

/// <summary>What several chapters of a dossier say.</summary>
internal static class DossierWords
{
    /// <summary>Of procedures, in a public dossier: the same words whether there are any or not.</summary>
    public static LocalizedText Untold { get; } = new(
        "Of over een prijs een procedure is gestart en wat daarin is beslist, vertellen de hoofdstukken van een openbaar dossier niet (art. 2.57 Aw 2012).",
        "Whether a procedure on a price was opened and what was decided in it, the chapters of a public dossier do not tell (art. 2.57 Aw 2012).");
}
