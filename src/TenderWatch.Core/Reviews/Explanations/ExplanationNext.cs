using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>Who has to act next.</summary>
public enum ExplanationActor
{
    /// <summary>Nobody: the procedure is over.</summary>
    Nobody,

    /// <summary>The contracting entity.</summary>
    Buyer,

    /// <summary>The tenderer.</summary>
    Tenderer,
}

/// <summary>What comes next in a procedure.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="What">What is to be done; it names nothing that parties wrote.</param>
/// <param name="Until">The last day for it, in Dutch time, where there is one.</param>
public sealed record ExplanationNext(ExplanationActor Actor, LocalizedText What, DateOnly? Until)
{
    /// <summary>What comes next.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="now">The moment.</param>
    public static ExplanationNext Of(ExplanationProcedure procedure, DateTimeOffset now) => procedure.Stage switch
    {
        ExplanationStage.Referred => new(ExplanationActor.Buyer, new(
            "Informeer de Commissie (art. 29 lid 7 Verordening (EU) 2022/2560); op deze grond wordt geen toelichting gevraagd. Vraag die wel als de prijs om een andere reden laag lijkt.",
            "Inform the Commission (art. 29(7) Regulation (EU) 2022/2560); no explanation is asked on this ground. Do ask for one if the price appears low for another reason."), null),
        ExplanationStage.Requested when procedure.IsOverdue(now) => new(ExplanationActor.Buyer, new(
            "Er is geen toelichting ontvangen; beoordeel de prijs zonder toelichting of zet een andere datum.",
            "No explanation was received; assess the price without it or set another date."), null),
        ExplanationStage.Requested => new(ExplanationActor.Tenderer, new("Geef een toelichting op de prijs.", "Explain the price."), procedure.Due),
        ExplanationStage.Received => new(ExplanationActor.Buyer, new(
            "Beoordeel de toelichting in overleg met de inschrijver (art. 2.116 lid 3 Aw 2012).", "Assess the explanation in consultation with the tenderer (art. 2.116(3) Aw 2012)."), null),
        ExplanationStage.Assessed when procedure.MustReject => new(ExplanationActor.Buyer, new(
            "Wijs de inschrijving gemotiveerd af: de beoordeling laat geen andere uitkomst toe (art. 2.116 lid 5 Aw 2012).",
            "Reject the tender with reasons: the assessment leaves no other outcome (art. 2.116(5) Aw 2012)."), null),
        ExplanationStage.Assessed => new(ExplanationActor.Buyer, new("Aanvaard de prijs of wijs de inschrijving af, met redenen.", "Accept the price or reject the tender, with reasons."), null),
        ExplanationStage.StateAidConsulted when procedure.IsOverdue(now) => new(ExplanationActor.Buyer, new(
            "Er is geen bewijs over de staatssteun ontvangen; beoordeel de prijs zonder dat bewijs of zet een andere datum.",
            "No proof on the State aid was received; assess the price without it or set another date."), null),
        ExplanationStage.StateAidConsulted => new(ExplanationActor.Tenderer, new(
            "Toon aan dat de staatssteun verenigbaar is met art. 107 VWEU.", "Prove that the State aid is compatible with art. 107 TFEU."), procedure.Due),
        ExplanationStage.Rejected when procedure is { Ground: RejectionGround.StateAid, CommissionInformed: false } => new(ExplanationActor.Buyer, new(
            "Stel de Commissie in kennis van de afwijzing op staatssteun (art. 2.116 lid 7 Aw 2012) en neem de redenen op in het proces-verbaal (art. 2.132 lid 1 onder g).",
            "Inform the Commission of the rejection on State aid (art. 2.116(7) Aw 2012) and put the reasons into the proces-verbaal (art. 2.132(1)(g))."), null),
        ExplanationStage.Rejected => new(ExplanationActor.Nobody, new(
            "De redenen van de afwijzing horen in het proces-verbaal (art. 2.132 lid 1 onder g Aw 2012).", "The reasons for the rejection belong in the proces-verbaal (art. 2.132(1)(g) Aw 2012)."), null),
        _ => new(ExplanationActor.Nobody, new("De prijs is aanvaard; de redenen zijn vastgelegd.", "The price is accepted; the reasons are recorded."), null),
    };
}
