using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>What people call the stages, steps and grounds of a procedure.</summary>
public static class ExplanationWords
{
    /// <summary>A stage.</summary>
    /// <param name="stage">The stage.</param>
    public static LocalizedText Of(ExplanationStage stage) => stage switch
    {
        ExplanationStage.Referred => new("Naar het spoor van de buitenlandse subsidies", "Led to the track of foreign subsidies"),
        ExplanationStage.Requested => new("Toelichting gevraagd", "Explanation asked"),
        ExplanationStage.Received => new("Toelichting ontvangen", "Explanation received"),
        ExplanationStage.Assessed => new("Beoordeeld", "Assessed"),
        ExplanationStage.StateAidConsulted => new("Bewijs over staatssteun gevraagd", "Proof on State aid asked"),
        ExplanationStage.Accepted => new("Aanvaard", "Accepted"),
        _ => new("Afgewezen", "Rejected"),
    };

    /// <summary>A step that was taken.</summary>
    /// <param name="step">The step.</param>
    public static LocalizedText Of(ExplanationStep step) => step switch
    {
        ExplanationStep.Request => new("toelichting gevraagd", "explanation asked"),
        ExplanationStep.Refer => new("naar het spoor van de buitenlandse subsidies geleid", "led to the track of foreign subsidies"),
        ExplanationStep.Extend => new("latere datum gezet", "later date set"),
        ExplanationStep.Receive => new("stuk ontvangen", "document received"),
        ExplanationStep.Assess => new("beoordeeld in overleg", "assessed in consultation"),
        ExplanationStep.Consult => new("bewijs over staatssteun gevraagd", "proof on State aid asked"),
        ExplanationStep.Accept => new("aanvaard", "accepted"),
        ExplanationStep.Reject => new("afgewezen", "rejected"),
        _ => new("Commissie geïnformeerd", "Commission informed"),
    };

    /// <summary>A ground of rejection.</summary>
    /// <param name="ground">The ground.</param>
    public static LocalizedText Of(RejectionGround ground) => ground switch
    {
        RejectionGround.Insufficient => new("het bewijs verklaart de prijs onvoldoende (art. 2.116 lid 4 Aw 2012)", "the evidence does not sufficiently account for the price (art. 2.116(4) Aw 2012)"),
        RejectionGround.Obligations => new(
            "verplichtingen van milieu-, sociaal of arbeidsrecht (art. 2.116 lid 5 Aw 2012)", "obligations of environmental, social or labour law (art. 2.116(5) Aw 2012)"),
        _ => new("staatssteun waarvan de verenigbaarheid niet is aangetoond (art. 2.116 lid 6 Aw 2012)", "State aid whose compatibility was not proven (art. 2.116(6) Aw 2012)"),
    };

    /// <summary>Who acts.</summary>
    /// <param name="actor">The actor.</param>
    public static LocalizedText Of(ExplanationActor actor) => actor switch
    {
        ExplanationActor.Buyer => new("de aanbesteder", "the buyer"),
        ExplanationActor.Tenderer => new("de inschrijver", "the tenderer"),
        _ => new("niemand", "nobody"),
    };
}
