using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence;

/// <summary>Whether storage itself keeps evidence from being changed or deleted.</summary>
public enum ImmutabilityState
{
    /// <summary>Every container has a policy.</summary>
    Protected,

    /// <summary>The storage is an emulator, which has no policies.</summary>
    Emulator,

    /// <summary>A container has no policy.</summary>
    Missing,

    /// <summary>Storage does not say: the right to ask is missing.</summary>
    Unknown,
}

/// <summary>What storage says of its containers.</summary>
/// <param name="State">The worst of them.</param>
/// <param name="Without">The containers without a policy.</param>
/// <param name="Held">The containers under a legal hold of storage's own.</param>
public sealed record EvidenceImmutability(ImmutabilityState State, IReadOnlyList<string> Without, IReadOnlyList<string> Held)
{
    /// <summary>It in one line.</summary>
    public LocalizedText Words => State switch
    {
        ImmutabilityState.Protected => new(
            "Onveranderlijkheid: de opslag weigert wijzigen en verwijderen zolang het beleid van elke container loopt." + On("Juridische bewaring op"),
            "Immutability: storage refuses changes and deletions as long as the policy of each container runs." + On("Legal hold on")),
        ImmutabilityState.Emulator => new(
            "Onveranderlijkheid: geen. Dit is een emulator op deze computer; wijzigingen worden gevonden, niet verhinderd.",
            "Immutability: none. This is an emulator on this machine; changes are found, not prevented."),
        ImmutabilityState.Missing => new(
            $"LET OP, onveranderlijkheid ontbreekt: {string.Join(", ", Without)} {(Without.Count == 1 ? "heeft" : "hebben")} geen beleid; wijzigingen worden gevonden, niet verhinderd.",
            $"WARNING, immutability is missing: {string.Join(", ", Without)} {(Without.Count == 1 ? "has" : "have")} no policy; changes are found, not prevented."),
        _ => new(
            "Onveranderlijkheid: onbekend. Wie dit vraagt heeft niet het recht om de eigenschappen van de containers te lezen.",
            "Immutability: unknown. Whoever asks may not read the properties of the containers."),
    };

    private string On(string words) => Held.Count == 0 ? "" : $" {words} {string.Join(", ", Held)}.";
}
