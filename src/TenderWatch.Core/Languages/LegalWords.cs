namespace TenderWatch.Core.Languages;

/// <summary>The legal basis of a finding as a reader of a language knows it. Findings keep it in one spelling, so that they are the same evidence in each language.</summary>
public static class LegalWords
{
    // Whole phrases first: what is left is named by its kind.
    private static readonly (string En, string Nl)[] Dutch =
    [
        ("No law sets a number: requirements of the buyers, answers to parliamentary questions", "Geen wet noemt een aantal: eisen van de kopers, antwoorden op Kamervragen"),
        ("Requirements of the buyers, answers to parliamentary questions", "Eisen van de kopers, antwoorden op Kamervragen"),
        ("No threshold in law: house margin", "Geen drempel in de wet: eigen marge"),
        ("Agreement on Government Procurement (parties)", "Overeenkomst inzake overheidsopdrachten (partijen)"),
        ("attribution of contributions to public authorities", "toerekening van bijdragen aan overheden"),
        ("rules for critical processes; text unconfirmed", "regels voor kritieke processen; tekst onbevestigd"),
        ("dominant influence, by analogy", "overheersende invloed, naar analogie"),
        ("test of origin, by analogy", "toets van herkomst, naar analogie"),
        ("part 3 (utilities), award notice", "deel 3 (speciale sectoren), aankondiging van de gunning"),
        ("comparison only", "alleen ter vergelijking"),
        ("origin of goods", "oorsprong van goederen"),
        ("article unconfirmed", "artikel onbevestigd"),
        ("text unconfirmed", "tekst onbevestigd"),
        ("unconfirmed", "onbevestigd"),
        ("(utilities)", "(speciale sectoren)"),
        ("January", "januari"),
        ("Regulation (EU) No ", "Verordening (EU) nr. "),
        ("Regulation (EU) ", "Verordening (EU) "),
        ("Directive ", "Richtlijn "),
        ("CJEU ", "HvJ EU "),
        (" annex ", " bijlage "),
        (", point ", ", punt "),
        (" and ", " en "),
    ];

    /// <summary>A legal basis in words.</summary>
    /// <param name="basis">As a finding has it.</param>
    /// <param name="language">The language.</param>
    public static string In(string basis, Language language) =>
        language == Language.En ? basis : Dutch.Aggregate(basis, (text, word) => text.Replace(word.En, word.Nl, StringComparison.Ordinal));
}
