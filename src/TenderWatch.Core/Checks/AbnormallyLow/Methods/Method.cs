using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>A country's way to find a price that has to be asked about, with all that a reader must know before relying on it.</summary>
public sealed record Method
{
    /// <summary>Its stable id: <c>PL-PZP-224</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Other ids by which it goes.</summary>
    public IReadOnlyList<string> OtherIds { get; init; } = [];

    /// <summary>Where it holds: two letters of ISO 3166-1; <c>EU</c> for a proposal of the Union.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>That country in three letters, as notices write it; <see langword="null"/> where it is law nowhere.</summary>
    public string? Country { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>When it asks, in one sentence.</summary>
    public required LocalizedText Trigger { get; init; }

    /// <summary>The legal basis, with its article.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>How sure the rule is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>Below so many bids it says nothing.</summary>
    public required int MinimumBids { get; init; }

    /// <summary>What it leads to where it is law.</summary>
    public required MethodEffect Effect { get; init; }

    /// <summary>What it is made for.</summary>
    public MethodScope Scope { get; init; } = new();

    /// <summary>Whether what it says of this input rests on a part of the rule that is not confirmed.</summary>
    public Func<MethodInput, bool> IsUnconfirmedFor { get; init; } = _ => false;

    internal Func<MethodInput, MethodOutcome> Rule { get; init; } = _ => throw new InvalidOperationException("A method has a rule.");

    /// <summary>What it says of the bids: figures and the bids it flags, or what it lacks. Pure.</summary>
    public MethodOutcome Judge(MethodInput input) =>
        input.Count < MinimumBids ? Lacking.Bids(input.Count, MinimumBids)
        : input.Prices.Count > 0 && input.Prices.All(price => price == 0) ? Lacking.Spread(new("alle prijzen zijn 0", "all prices are 0"))
        : Rule(input);
}

/// <summary>How sure a rule is.</summary>
public enum Certainty
{
    /// <summary>Read in a source.</summary>
    Confirmed,

    /// <summary>Known with confidence, its text not read.</summary>
    FromMemory,

    /// <summary>Not confirmed: left out unless a setting switches it on.</summary>
    Unconfirmed,
}

/// <summary>What a method leads to in its own country. None of it holds in the Netherlands.</summary>
public enum MethodEffect
{
    /// <summary>No legal effect.</summary>
    Hint,

    /// <summary>The buyer has to ask, or is presumed to have a reason to.</summary>
    Ask,

    /// <summary>The bid can be excluded automatically, under further conditions.</summary>
    Exclusion,
}
