using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>Every reason why a step is not permitted: its stable code, and what is wrong and what to do.</summary>
internal static class ExplanationObstacles
{
    public static readonly (string Code, LocalizedText Why) NotRequested = ("not-requested", new(
        "Er is nog geen toelichting gevraagd. Vraag die eerst: zonder vraag mag een inschrijving niet op haar prijs worden beoordeeld of afgewezen (art. 2.116 lid 1 en 3 Aw 2012).",
        "No explanation has been asked yet. Ask for it first: without it a tender may not be assessed or rejected on its price (art. 2.116(1) and (3) Aw 2012)."));

    public static readonly (string Code, LocalizedText Why) AlreadyAsked = ("already-requested", new(
        "Er loopt al een vraag. Zet zo nodig een latere datum, of vraag opnieuw nadat het antwoord er is.",
        "A request is running already. Set a later date if need be, or ask again once the answer is there."));

    public static readonly (string Code, LocalizedText Why) AlreadyUnderWay = ("already-under-way", new(
        "De procedure over deze prijs loopt al of is met een afwijzing beëindigd. Handel die eerst af.",
        "The procedure on this price is under way already, or ended with a rejection. Deal with that first."));

    public static readonly (string Code, LocalizedText Why) AnswerAwaited = ("answer-awaited", new(
        "De inschrijver heeft nog tijd om te antwoorden. Wacht tot de toelichting er is of de laatste dag voorbij is.",
        "The tenderer still has time to answer. Wait until the explanation is there or the last day is over."));

    public static readonly (string Code, LocalizedText Why) NotAssessed = ("not-assessed", new(
        "De prijs is nog niet in overleg met de inschrijver beoordeeld (art. 2.116 lid 3 Aw 2012). Leg eerst de beoordeling vast.",
        "The price has not been assessed in consultation with the tenderer yet (art. 2.116(3) Aw 2012). Record the assessment first."));

    public static readonly (string Code, LocalizedText Why) AlreadyAssessed = ("already-assessed", new(
        "De prijs is al beoordeeld. Neem een besluit, of leg eerst een nieuw stuk of een nieuwe vraag vast.",
        "The price has been assessed already. Decide, or first record another document or another request."));

    public static readonly (string Code, LocalizedText Why) MustReject = ("must-reject", new(
        "De beoordeling vond dat de prijs laag is doordat verplichtingen van milieu-, sociaal of arbeidsrecht niet worden nagekomen: dan moet worden afgewezen (art. 2.116 lid 5 Aw 2012).",
        "The assessment found that the price is low because obligations of environmental, social or labour law are not met: then rejection is mandatory (art. 2.116(5) Aw 2012)."));

    public static readonly (string Code, LocalizedText Why) NoBreachFound = ("no-breach-found", new(
        "De beoordeling vond geen verplichting van milieu-, sociaal of arbeidsrecht die niet wordt nagekomen. Leg dat eerst als beoordeling vast (--ground obligations), of wijs af op een andere grond.",
        "The assessment found no obligation of environmental, social or labour law that is not met. Record that as the assessment first (--ground obligations), or reject on another ground."));

    public static readonly (string Code, LocalizedText Why) NotConsulted = ("state-aid-not-consulted", new(
        "Afwijzen alleen op staatssteun mag pas nadat de inschrijver binnen een redelijke termijn mocht bewijzen dat de steun verenigbaar is met art. 107 VWEU (art. 2.116 lid 6 Aw 2012). Leg die raadpleging eerst vast.",
        "Rejection on State aid alone is permitted only after the tenderer could prove within a sufficient period that the aid is compatible with art. 107 TFEU (art. 2.116(6) Aw 2012). Record that consultation first."));

    public static readonly (string Code, LocalizedText Why) Decided = ("decided", new(
        "Over deze prijs is besloten. Een nieuwe vraag opent de procedure opnieuw; het besluit blijft in het logboek staan.",
        "This price has been decided on. Another request opens the procedure again; the decision stays in the ledger."));

    public static readonly (string Code, LocalizedText Why) NothingAwaited = ("nothing-awaited", new(
        "Er wordt geen antwoord verwacht, dus er is geen datum om te verzetten.",
        "No answer is awaited, so there is no date to move."));

    public static readonly (string Code, LocalizedText Why) NothingToInform = ("nothing-to-inform", new(
        "De Commissie wordt alleen geïnformeerd over een afwijzing op staatssteun, en eenmaal (art. 2.116 lid 7 Aw 2012).",
        "The Commission is informed of a rejection on State aid only, and once (art. 2.116(7) Aw 2012)."));

    public static readonly (string Code, LocalizedText Why) TooLong = ("too-long", new(
        $"Deze procedure heeft {ExplanationProcedure.MostTurns} stappen, het meeste dat er een kan hebben. Vervolg haar onder een ander nummer van de inschrijving.",
        $"This procedure has {ExplanationProcedure.MostTurns} steps, the most that one can have. Go on under another number of the tender."));

    public static readonly (string Code, LocalizedText Why) NoDoubt = ("no-doubt", new(
        "Waarop de twijfel berust ontbreekt: de prijs, buitenlandse subsidies, of beide.",
        "What the doubt rests on is missing: the price, foreign subsidies, or both."));

    public static readonly (string Code, LocalizedText Why) OnlyForeignSubsidies = ("only-foreign-subsidies", new(
        "Een twijfel die alleen op buitenlandse subsidies berust is geen aanleiding voor deze vraag: informeer de Commissie (art. 29 lid 7 Verordening (EU) 2022/2560).",
        "A doubt that rests on foreign subsidies alone gives no rise to this request: inform the Commission (art. 29(7) Regulation (EU) 2022/2560)."));

    public static readonly (string Code, LocalizedText Why) OtherDoubts = ("other-doubts", new(
        "Naar het spoor van de buitenlandse subsidies gaat alleen een twijfel die nergens anders op berust. Vraag anders om een toelichting.",
        "Only a doubt that rests on nothing else goes to the track of foreign subsidies. Otherwise ask for an explanation."));

    public static readonly (string Code, LocalizedText Why) NoDate = ("no-date", new(
        "De laatste dag voor het antwoord ontbreekt.", "The last day for the answer is missing."));

    public static readonly (string Code, LocalizedText Why) DatePast = ("date-past", new(
        "De laatste dag voor het antwoord moet na vandaag liggen.", "The last day for the answer must be after today."));

    public static readonly (string Code, LocalizedText Why) DateFar = ("date-too-far", new(
        "De laatste dag voor het antwoord ligt meer dan twee jaar vooruit. Kijk het jaar na.", "The last day for the answer is more than two years ahead. Check the year."));

    public static readonly (string Code, LocalizedText Why) NotLater = ("not-later", new(
        "De nieuwe datum moet na de oude liggen: tijd die is gegeven wordt niet teruggenomen.", "The new date must be after the old one: time that was given is not taken back."));

    public static readonly (string Code, LocalizedText Why) NoDocument = ("no-document", new(
        "Het ontvangen stuk ontbreekt.", "The document that was received is missing."));

    public static readonly (string Code, LocalizedText Why) NoGround = ("no-ground", new(
        "De grond van de afwijzing ontbreekt: ontoereikend bewijs, verplichtingen of staatssteun.", "The ground of the rejection is missing: insufficient evidence, obligations or State aid."));

    public static readonly (string Code, LocalizedText Why) NoGroundOfAssessment = ("no-such-ground", new(
        "Een beoordeling noemt als grond alleen verplichtingen van milieu-, sociaal of arbeidsrecht; de andere gronden horen bij de afwijzing.",
        "An assessment names as ground only obligations of environmental, social or labour law; the other grounds belong to the rejection."));

    public static readonly (string Code, LocalizedText Why) NoReasons = ("no-reasons", new(
        "De redenen ontbreken. Een beoordeling, aanvaarding of afwijzing wordt gemotiveerd, ook voor het proces-verbaal (art. 2.132 lid 1 onder g Aw 2012).",
        "The reasons are missing. An assessment, acceptance or rejection is given with reasons, also for the proces-verbaal (art. 2.132(1)(g) Aw 2012)."));
}
