using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>Somebody's wish for a dossier.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Language">The language of its page.</param>
/// <param name="By">Who asks; stands in the ledger.</param>
public sealed record DossierRequest(string CaseId, DossierAudience Audience, Language Language, string By)
{
    /// <summary>Whether who asks may see what is confidential. The ledgers, which every dossier has whole, name what was entered by kind, and procedures by tender.</summary>
    public bool MaySeeConfidential { get; init; }

    /// <summary>The same for each repetition of one request, so that it is recorded once; <see langword="null"/> where it cannot be repeated.</summary>
    public string? Key { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Fault">Why there is no dossier; <see langword="null"/> when there is one.</param>
/// <param name="CaseId">The case, after merges.</param>
/// <param name="Manifest">What is in it.</param>
/// <param name="Sha256">The digest of the archive.</param>
/// <param name="IsPrinted">Whether it has a PDF.</param>
public sealed record DossierOutcome(EntryFault? Fault, string? CaseId, DossierManifest? Manifest, Digest Sha256, bool IsPrinted)
{
    /// <summary>The people and addresses that its ledgers name; see <see cref="NamedPersons"/>.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>There is none.</summary>
    public static DossierOutcome Refused(string code, string? field, LocalizedText words) => Refused(new EntryFault(code, field, words));

    /// <summary>There is none.</summary>
    public static DossierOutcome Refused(EntryFault fault) => new(fault, null, null, default, IsPrinted: false);

    /// <summary>What the archive is called: <c>dossier-cb92bd3b4eff-public-nl.zip</c>.</summary>
    public string FileName => $"dossier-{CaseId}-{DossierManifest.NameOf(Manifest!.Audience)}-{DossierManifest.NameOf(Manifest.Language)}.zip";
}
