using System.Text;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>What the letter that asks for an explanation says; the rest of its words are fixed.</summary>
/// <param name="Buyers">The contracting entities.</param>
/// <param name="Tenderer">The tenderer; <see langword="null"/> where it is not public, which leaves a place to fill in.</param>
/// <param name="Title">The title of the purchase.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Bid">The tender.</param>
/// <param name="Doubt">The comparisons that create the doubt.</param>
/// <param name="Reasons">The buyer's own reasons to ask, in its words; confidential.</param>
/// <param name="Due">The last day for the answer; <see langword="null"/> leaves a place to fill in.</param>
public sealed record ExplanationLetter(
    IReadOnlyList<string> Buyers, string? Tenderer, string Title, string Lot, string Bid, PriceDoubt Doubt, string? Reasons, DateOnly? Due)
{
    /// <summary>The directive that the purchase is under, as notices name it (BT-01): <c>32014L0025</c>; <see langword="null"/> where that is not known.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>The draft in a language, as Markdown. Both languages have the same figures.</summary>
    /// <param name="language">The language.</param>
    public string In(Language language)
    {
        var wording = Wording.For(language);
        var text = new StringBuilder();
        void Line(string nl, string en) => text.Append(language == Language.Nl ? nl : en).Append('\n');

        var buyers = Buyers.Count == 0 ? Place(language, "aanbesteder", "contracting entity") : MarkdownText.Line(string.Join(", ", Buyers));
        var tenderer = Tenderer is null ? Place(language, "inschrijver", "tenderer") : MarkdownText.Line(Tenderer);
        Line("# Verzoek om een toelichting op uw prijs\n", "# Request to explain your price\n");
        Line($"Van: {buyers}\n", $"From: {buyers}\n");
        Line($"Aan: {tenderer}\n", $"To: {tenderer}\n");
        Line($"Aanbesteding: {MarkdownText.Line(Title)}. Perceel: {MarkdownText.Line(Lot)}. Inschrijving: {MarkdownText.Line(Bid)}.\n", $"Procurement: {MarkdownText.Line(Title)}. Lot: {MarkdownText.Line(Lot)}. Tender: {MarkdownText.Line(Bid)}.\n");
        Line(
            "Uw prijs lijkt laag in verhouding tot wat u aanbiedt. Dat is een indruk en geen oordeel: daarom vragen wij u om een toelichting op de prijs of de kosten " +
                $"({Basis.Nl}). Uw inschrijving wordt om deze vraag niet anders behandeld.\n",
            "Your price appears low in relation to what you offer. That is an impression and no judgement: we therefore ask you to explain the price or the costs " +
                $"({Basis.En}). Your tender is not treated otherwise because of this request.\n");
        Line("## Waarop deze vraag berust\n", "## What this request rests on\n");
        foreach (var figure in Doubt.Figures)
        {
            var derivation = figure.Derivation is null ? "" : $" = {figure.Derivation}";
            Line($"- {MarkdownText.Line(figure.Label.Nl)}: {PriceDoubt.Value(figure, wording)}{derivation}. Bron: {PriceDoubt.Sources(figure, Language.Nl)}.", $"- {MarkdownText.Line(figure.Label.En)}: {PriceDoubt.Value(figure, wording)}{derivation}. Source: {PriceDoubt.Sources(figure, Language.En)}.");
        }

        foreach (var kind in Doubt.Untold)
        {
            Line(
                $"- Aanleiding is ook {kind.Nl}. Cijfers daarvan noemen wij niet, omdat zij iets zouden zeggen over andere inschrijvingen (art. 2.57 Aanbestedingswet 2012).",
                $"- The request also rests on {kind.En}. We give no figures of it, because they would tell of other tenders (art. 2.57 Aanbestedingswet 2012).");
        }

        if (Doubt.Figures.Count > 0)
        {
            Line(
                "\nDe wet kent geen percentage. De vergelijkingen komen uit andere landen en zijn alleen aanleiding voor deze vraag.\n",
                "\nThe law has no percentage. The comparisons come from other countries and only give rise to this request.\n");
        }

        if (Reasons is { } reasons) text.Append(MarkdownText.Quoted(reasons)).Append('\n');
        if (Doubt.Figures.Count == 0 && Reasons is null) Line(Place(language, "vergelijking of reden waarom de prijs laag lijkt", "") + "\n", Place(language, "", "comparison or reason why the price appears low") + "\n");
        Line("## Waarover uw toelichting kan gaan\n", "## What your explanation may concern\n");
        foreach (var ground in ExplainableGrounds.All) Line($"- {ground.Nl};", $"- {ground.En};");
        Line(
            "- elke andere omstandigheid die de prijs verklaart: deze lijst (art. 2.116 lid 2) is niet uitputtend.\n",
            "- any other circumstance that accounts for the price: this list (art. 2.116(2)) is not exhaustive.\n");
        var due = Due is { } day ? wording.Date(day) : Place(language, "datum", "date");
        Line("## Hoe het verdergaat\n", "## What happens next\n");
        Line(
            $"Wij ontvangen uw toelichting, met de stukken die haar onderbouwen, graag uiterlijk op **{due}**. Heeft u meer tijd nodig, laat het ons vóór die dag weten. " +
                "Wij beoordelen de toelichting in overleg met u (art. 2.116 lid 3) en behandelen haar vertrouwelijk.\n",
            $"Please send your explanation, with the documents that support it, by **{due}** at the latest. If you need more time, tell us before that day. " +
                "We assess the explanation in consultation with you (art. 2.116(3)) and treat it as confidential.\n");
        Line(Place(language, "naam, functie, e-mailadres en telefoonnummer van de contactpersoon", ""), Place(language, "", "name, position, e-mail address and telephone number of the contact person"));
        return text.ToString();
    }

    private LocalizedText Basis => LegalBasis switch
    {
        "32014L0025" => new("art. 2.116 lid 1 Aanbestedingswet 2012 via art. 3.74; art. 84 Richtlijn 2014/25/EU", "art. 2.116(1) Aanbestedingswet 2012 through art. 3.74; art. 84 Directive 2014/25/EU"),
        "32014L0024" => new("art. 2.116 lid 1 Aanbestedingswet 2012; art. 69 Richtlijn 2014/24/EU", "art. 2.116(1) Aanbestedingswet 2012; art. 69 Directive 2014/24/EU"),
        _ => new("art. 2.116 lid 1 Aanbestedingswet 2012, voor speciale sectoren via art. 3.74", "art. 2.116(1) Aanbestedingswet 2012, for utilities through art. 3.74"),
    };

    private static string Place(Language language, string nl, string en) => language == Language.Nl ? $"[IN TE VULLEN: {nl}]" : $"[FILL IN: {en}]";
}
