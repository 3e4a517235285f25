using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>
/// What an explanation may concern (art. 2.116 lid 2 Aw 2012; art. 84(2) Directive 2014/25/EU, art. 69(2) Directive 2014/24/EU). The list is open:
/// every explanation is weighed (C-285/99 and C-286/99, Lombardini and Mantovani).
/// </summary>
public static class ExplainableGrounds
{
    /// <summary>The grounds a to f, in the order of the article.</summary>
    public static IReadOnlyList<LocalizedText> All { get; } =
    [
        new("de economie van het fabricageproces, van de dienstverlening of van de bouwwijze",
            "the economics of the manufacturing process, of the services or of the construction method"),
        new("gekozen technische oplossingen, of uitzonderlijk gunstige omstandigheden waarover u bij de uitvoering beschikt",
            "technical solutions chosen, or exceptionally favourable conditions available to you for the performance"),
        new("de originaliteit van wat u aanbiedt", "the originality of what you offer"),
        new("de nakoming van verplichtingen van milieu-, sociaal en arbeidsrecht", "compliance with obligations of environmental, social and labour law"),
        new("staatssteun die u mogelijk ontvangt", "State aid that you may receive"),
        new("de nakoming van verplichtingen bij onderaanneming", "compliance with obligations on subcontracting"),
    ];
}
