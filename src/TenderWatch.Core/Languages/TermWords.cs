using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Languages;

/// <summary>What ends at the end of a term.</summary>
public static class TermWords
{
    /// <summary>What is due: <c>Inschrijvingen</c>.</summary>
    /// <param name="term">The term.</param>
    public static LocalizedText What(CaseTerm term) => term.Kind switch
    {
        CaseTermKind.Tenders => new("Inschrijvingen", "Tenders"),
        CaseTermKind.Explanation when term.Bid is null => new("Toelichting op een prijs", "Explanation of a price"),
        CaseTermKind.Explanation => new($"Toelichting op de prijs van inschrijving {term.Bid} ({term.Lot})", $"Explanation of the price of tender {term.Bid} ({term.Lot})"),
        CaseTermKind.Law => term.Label!,
        _ => new("Einde van een geheimhouding in een aankondiging", "End of a confidentiality in a notice"),
    };

    /// <summary>Until when, in Dutch time; a term that ends at midnight by its last day.</summary>
    /// <param name="term">The term.</param>
    /// <param name="text">The wording.</param>
    public static string Until(CaseTerm term, Wording text) => term.Kind switch
    {
        CaseTermKind.Tenders => text.Moment(term.End),
        CaseTermKind.Explanation or CaseTermKind.Law => text.Date(DutchTime.DateOf(term.End).AddDays(-1)),
        _ => text.Date(DutchTime.DateOf(term.End)),
    };
}
