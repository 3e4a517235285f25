using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations.Aids;

/// <summary>What people call the grounds and topics.</summary>
public static class AidWords
{
    /// <summary>A ground.</summary>
    /// <param name="ground">The ground.</param>
    public static LocalizedText Of(ExplainableGround ground) => ground switch
    {
        ExplainableGround.Economics => new("Economie van het fabricageproces, de dienstverlening of de bouwwijze", "Economics of the manufacturing process, the services or the construction method"),
        ExplainableGround.Technical => new("Technische oplossingen of uitzonderlijk gunstige omstandigheden", "Technical solutions or exceptionally favourable conditions"),
        ExplainableGround.Originality => new("Originaliteit van het aanbod", "Originality of what is offered"),
        ExplainableGround.Obligations => new("Verplichtingen van milieu-, sociaal en arbeidsrecht", "Obligations of environmental, social and labour law"),
        ExplainableGround.StateAid => new("Staatssteun van lidstaten", "State aid of Member States"),
        _ => new("Verplichtingen bij onderaanneming", "Obligations on subcontracting"),
    };

    /// <summary>A topic.</summary>
    /// <param name="topic">The topic.</param>
    public static LocalizedText Of(CostTopic topic) => topic switch
    {
        CostTopic.Labour => new("lonen en uren", "wages and hours"),
        CostTopic.Materials => new("materiaal en inkoop", "materials and purchases"),
        CostTopic.Production => new("productiekosten of kostprijs", "production costs or cost price"),
        CostTopic.Transport => new("transport, opslag en levering", "transport, storage and delivery"),
        CostTopic.Overhead => new("algemene kosten", "overhead"),
        CostTopic.Profit => new("winst en risico", "profit and risk"),
        CostTopic.Subcontractors => new("prijzen van onderaannemers", "prices of subcontractors"),
        CostTopic.Investment => new("investeringen en afschrijving", "investment and depreciation"),
        _ => new("prijs per eenheid of uur", "price of a unit or an hour"),
    };

    /// <summary>How the words of a passage speak of a ground.</summary>
    /// <param name="manner">The manner.</param>
    public static LocalizedText Of(PassageManner manner) => manner switch
    {
        PassageManner.Negated => new("met een ontkenning: lees de woorden", "with a negation: read the words"),
        PassageManner.Declined => new("noemt het, en zegt er niets over te vertellen", "names it, and says that nothing is told of it"),
        _ => new("", ""),
    };

    /// <summary>What was found of the figures of a cost.</summary>
    /// <param name="state">What was found.</param>
    public static LocalizedText Of(FigureState state) => state switch
    {
        FigureState.Given => new("genoemd met een cijfer", "named with a figure"),
        FigureState.InWorkbook => new("genoemd in een werkblad, waarvan de cijfers niet worden gelezen", "named in a workbook, whose figures are not read"),
        FigureState.Named => new("genoemd zonder cijfer", "named without a figure"),
        _ => new("niet genoemd", "not named"),
    };

    /// <summary>What is said with every reading.</summary>
    public static LocalizedText Marked { get; } = new(
        "Door vaste regels gemaakt uit de woorden van het stuk. Het zegt niet of de toelichting volstaat en telt in geen beoordeling mee: mensen beoordelen, in overleg met de inschrijver (art. 2.116 lid 3). " +
            "De lijst van gronden is niet uitputtend, en een inschrijver hoeft niet over elke grond iets te zeggen.",
        "Made by fixed rules from the words of the document. It does not say whether the explanation suffices and counts in no verdict: people assess, in consultation with the tenderer (art. 2.116(3)). " +
            "The list of grounds is open, and a tenderer need not speak of every ground.");
}
