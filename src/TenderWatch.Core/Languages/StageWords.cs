using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Languages;

/// <summary>What people call the stages of a procurement.</summary>
public static class StageWords
{
    /// <summary>A stage in both languages.</summary>
    public static LocalizedText Of(TimelineStage stage) => stage switch
    {
        TimelineStage.Planning => new("Vooraankondiging", "Planning"),
        TimelineStage.Consultation => new("Marktconsultatie", "Consultation"),
        TimelineStage.Competition => new("Aankondiging van een opdracht", "Call for competition"),
        TimelineStage.Change => new("Rectificatie", "Change of a notice"),
        TimelineStage.DirectAward => new("Vooraankondiging van onderhandse gunning", "Direct award prenotification"),
        TimelineStage.Result => new("Resultaat", "Result"),
        TimelineStage.Modification => new("Wijziging van een opdracht", "Contract modification"),
        TimelineStage.Other => new("Publicatie", "Publication"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage."),
    };
}
