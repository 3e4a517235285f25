using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Web.Forms;

/// <summary>What a button says that takes a step of the procedure on a price.</summary>
internal static class StepNames
{
    public static LocalizedText Of(ExplanationStep step) => step switch
    {
        ExplanationStep.Request => new("Leg de vraag om toelichting vast", "Record the request for an explanation"),
        ExplanationStep.Refer => new("Leid naar het spoor van de buitenlandse subsidies", "Lead to the track of foreign subsidies"),
        ExplanationStep.Extend => new("Zet een latere datum", "Set a later date"),
        ExplanationStep.Receive => new("Leg het antwoord vast", "Record the answer"),
        ExplanationStep.Assess => new("Leg de beoordeling vast", "Record the assessment"),
        ExplanationStep.Consult => new("Leg de vraag om bewijs over staatssteun vast", "Record the request for proof on State aid"),
        ExplanationStep.Accept => new("Aanvaard de toelichting", "Accept the explanation"),
        ExplanationStep.Reject => new("Wijs de inschrijving af", "Reject the tender"),
        _ => new("Leg vast dat de Commissie is geïnformeerd", "Record that the Commission was informed"),
    };
}
