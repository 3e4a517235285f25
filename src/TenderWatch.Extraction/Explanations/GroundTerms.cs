using TenderWatch.Core.Reviews.Explanations.Aids;

namespace TenderWatch.Extraction.Explanations;

/// <summary>The words by which an explanation speaks of a ground or a cost, Dutch and English.</summary>
internal static class GroundTerms
{
    public static IReadOnlyDictionary<ExplainableGround, Terms> Grounds { get; } = new Dictionary<ExplainableGround, Terms>
    {
        [ExplainableGround.Economics] = new(
            """
            productieproces*, fabricage*, vervaardig*, productielijn*, productielocatie*, productiekosten, productiemethode*, productie efficient*, assemblage*, schaalvoordel*, schaalgrootte, seriegrootte*, serieproductie,
            massaproductie, geautomatiseerd*, automatiser*, robot*, efficien*, productiviteit*, doelmatig*, bouwwijze*, bouwmethod*, uitvoeringsmethod*, uitvoeringswijze*, werkmethod*, inkoopvolume*, inkoopvoordel*,
            inkoopkorting*, volumekorting*, bulkinkoop, bezettingsgraad, bezetting machines, kostprijs*, ketenintegratie, procesoptimalisatie, optimalis* proces*, optimalis* planning,
            production process*, manufacturing, assembly line*, production line*, production cost*, economies of scale, economy of scale, scale advantage*, batch size*, mass production, automated, automation, productivity, construction method*,
            method of construction, bulk purchas*, volume discount*, purchasing volume*, purchasing power, cost price, lean process*, vertical* integrat*, plant utili*, capacity utili*, route optimi*
            """),
        [ExplainableGround.Technical] = new(
            """
            technische oplossing*, technologie*, technisch ontwerp, ontwerpkeuze*, eigen ontwikkeling, zelf ontwikkeld*, reeds ontwikkeld*, al ontwikkeld*, bestaand* ontwerp*, bestaand* platform*, bestaand* voorraad, bestaand* infrastructuur,
            standaardcomponent*, standaardonderde*, modulair*, hergebruik*, chipset*, gunstige omstandighe*, gunstige voorwaarde*, uitzonderlijk gunstig*, bijzonder gunstig*, voordelige voorwaarde*, gunstige inkoop*, raamcontract* leverancier*,
            langlopend* contract* leverancier*, nabijheid, nabij gelegen, nabijgelegen, in de buurt gelegen, eigen depot, eigen magazijn, eigen werkplaats, eigen wagenpark, reststroom*,
            technical solution*, technology, technologies, design choice*, technical design, developed in house, already developed, existing design*, existing platform*, existing stock, existing inventory, existing infrastructure, standard component*,
            standard part*, modular, re use, reuse*, reusing, favourable condition*, favorable condition*, favourable circumstance*, favourable terms, exceptionally favourable, long term contract* supplier*, long term supply, proximity, nearby, own depot,
            own warehouse, own fleet
            """),
        [ExplainableGround.Originality] = new(
            """
            originaliteit*, origineel, originele, innovati*, vernieuwend*, octrooi*, patent*, gepatenteerd*, intellectuele eigendom*, intellectueel eigendom*, uniek, unieke, eigen uitvinding*,
            originality, original design*, original approach*, original concept*, original solution*, innovat*, patented, novel, unique, proprietary, intellectual property, own invention*
            """),
        [ExplainableGround.Obligations] = new(
            """
            cao, cao's, collectieve arbeidsovereenkomst*, minimumloon*, minimumlonen, arbeidsrecht*, arbeidsvoorwaard*, arbeidsomstandighe*, arbowet*, arbo, sociaal recht, sociale wetgeving, sociale verplichting*, sociale zekerheid*, sociale premie*, sociale lasten,
            milieurecht*, milieuwet*, milieueis*, milieuverplichting*, milieuvergunning*, milieuregel*, milieunorm*, omgevingsvergunning*, kinderarbeid, dwangarbeid, schijnconstructie*, waadi, wagweu, ketenaansprakelijk* loon, loonheffing*, pensioenpremie*,
            rohs, weee, iao verdrag*, ilo, bijlage xiv, reach verordening,
            collective agreement*, collective labour agreement*, minimum wage*, living wage*, labour law*, labor law*, employment law*, working condition*, social law, social obligation*, social security, environmental law*, environmental obligation*,
            environmental requirement*, environmental permit*, environmental regulation*, environmental legislation, child labour, forced labour, posted workers, health and safety, annex xiv, reach regulation, iso 14001, iso 45001, sa8000
            """),
        [ExplainableGround.StateAid] = new(
            """
            staatssteun*, overheidssteun*, overheidssubsidie*, subsidie, subsidies, subsidieregeling*, gesubsidieerd*, steunmaatregel*, de minimis, 107 vweu, 107 tfeu, wbso, innovatiekrediet*, overheidsgarantie*, overheidsbijdrage*,
            state aid, public aid, aid granted, government support, government grant*, public grant*, public funding, public subsid*, subsidy, subsidies, subsidised, subsidized, tax credit*, general block exemption
            """),
        [ExplainableGround.Subcontracting] = new(
            """
            onderaannem*, onderaangenomen, onderaanneming*, ketenaansprakelijk*, onderopdrachtnemer*,
            subcontract*, sub contract*, chain liability
            """),
    };

    public static Terms ForeignSubsidies { get; } = new(
        "buitenlandse subsid*, buitenlandse financiele bijdrage*, buitenlandse overheid*, subsid* derde land*, 2022 2560, foreign subsid*, foreign financial contribution*, foreign government*, subsid* third countr*, foreign subsidies regulation, fsr");

    public static IReadOnlyDictionary<CostTopic, Terms> Costs { get; } = new Dictionary<CostTopic, Terms>
    {
        [CostTopic.Labour] = new("loonkosten, loonsom, lonen, personeelskosten, arbeidskosten, manuren, mensuren, uurloon, arbeidsuren, uren inzet, aantal uren, labour cost*, labor cost*, personnel cost*, staff cost*, wage cost*, wages, man hours, working hours, number of hours"),
        [CostTopic.Materials] = new("materiaalkosten, materialen, materiaal, grondstof*, inkoopprij*, inkoopkosten, componentkosten, component* kosten, material cost*, materials, raw material*, purchase price*, purchase cost*, component cost*, bill of materials"),
        [CostTopic.Production] = new("productiekosten, fabricagekosten, kostprijs*, vervaardigingskosten, production cost*, manufacturing cost*, cost price*"),
        [CostTopic.Transport] = new("transportkosten, transport, vervoerskosten, verzendkosten, opslagkosten, logistiek* kosten, leveringskosten, transport cost*, freight*, shipping cost*, storage cost*, logistic* cost*, delivery cost*"),
        [CostTopic.Overhead] = new("algemene kosten, overhead*, indirecte kosten, indirect cost*, general cost*, general and administrative"),
        [CostTopic.Profit] = new("winst, winstmarge*, winstopslag, marge, risico opslag, risico-opslag, profit*, margin*, risk premium, mark up, markup"),
        [CostTopic.Subcontractors] = new("prij* onderaannem*, kosten onderaannem*, offerte* onderaannem*, tarie* onderaannem*, onderaannem* prij*, onderaannem* kosten, onderaannem* tarie*, onderaannem* offerte*, price* subcontract*, cost* subcontract*, quot* subcontract*, subcontract* price*, subcontract* cost*, subcontract* quot*"),
        [CostTopic.Investment] = new("investering*, afschrijv*, afgeschreven, kapitaallasten, investment*, depreciat*, amorti*, capital cost*"),
        [CostTopic.UnitPrice] = new("eenheidsprij*, stuksprij*, prijs per stuk, prijs per eenheid, prijs per meter, uurtarie*, tarief per uur, prijs per uur, unit price*, price per unit, price per piece, unit cost*, hourly rate*, rate per hour, price per hour"),
    };

    /// <summary>Words that tell of prices and costs at all.</summary>
    public static Terms Prices { get; } = new("prijs*, prijzen, kosten, *kosten, *prijs, tarief, tarieven, goedkoper, besparing*, bespaar*, korting*, voordel*, marge, price*, pricing, cost*, rate, rates, cheaper, saving*, save, saves, discount*, margin, advantage*");

    /// <summary>A negation.</summary>
    public static Terms Negations { get; } = new("niet, geen, nooit, noch, zonder, nihil, geenszins, evenmin, nvt, no, not, never, neither, nor, none, without, cannot, nothing, niets");

    /// <summary>Words of telling: with a negation beside them they say that nothing is told.</summary>
    public static Terms Telling { get; } = new(
        """
        toelicht*, toegelicht, mededel*, meedelen, meegedeeld, verstrek*, ingaan, uitspraak*, uitlaten, bekendmak*, bekendgemaakt, vrijgeven, delen, vermeld*, zeggen, gezegd, informatie,
        comment*, disclos*, explain*, discuss*, provide, reveal*, elaborate*, say, mention*, information
        """);

    /// <summary>Words by which a request asks for figures.</summary>
    public static Terms Asking { get; } = new(
        """
        vraag, vragen, verzoek*, graag, wilt u, kunt u, gelieve, ontvangen wij, geef, geeft, specificeer, specificatie*, onderbouw*, opgave, overzicht, berekening*, uitsplits*, opbouw,
        ask*, request*, please, could you, provide, specify, specification*, breakdown*, calculation*, substantiate*, overview, itemi*, detail*
        """);
}
