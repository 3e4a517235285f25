namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>The Commission's draft of 2011, never adopted: a yardstick only. Page: <c>docs/checks/alt-lowest.md</c>.</summary>
internal static class EuDraft2011
{
    public static Method Method { get; } = new()
    {
        Id = "EU-DRAFT-2011",
        Jurisdiction = "EU",
        Name = new("Europees voorstel 2011 (niet aangenomen)", "European draft 2011 (not adopted)"),
        Trigger = new(
            "laagste prijs meer dan 50 % onder het gemiddelde van de andere en meer dan 20 % onder de op een na laagste, bij minstens vijf inschrijvingen",
            "lowest price more than 50 % below the mean of the others and more than 20 % below the second lowest, with at least five tenders"),
        LegalBasis = "COM(2011) 896 draft art. 69 (EU, not adopted)",
        Certainty = Certainty.Confirmed,
        MinimumBids = 5,
        Effect = MethodEffect.Hint,
        Rule = input => LowestAgainstMeanAndSecond.Of(input, ownIncluded: false),
    };
}
