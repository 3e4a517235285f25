using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence;

/// <summary>An end of a ledger that is known from elsewhere.</summary>
/// <param name="Head">The end.</param>
/// <param name="Checkpoint">The number of the checkpoint that signed it; <see langword="null"/> where the state of the case knows it.</param>
internal sealed record KnownHead(LedgerHead Head, long? Checkpoint)
{
    public LocalizedText By => Checkpoint is { } number
        ? new($"Controlepunt {number} ondertekende", $"Checkpoint {number} signed")
        : new("De zaak kent", "The case knows");
}
