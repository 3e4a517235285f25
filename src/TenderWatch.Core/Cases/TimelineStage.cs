using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>Where a notice stands in the life of a procurement, in the order in which notices of one day are read.</summary>
public enum TimelineStage
{
    /// <summary>Prior information, subtypes 1 to 9.</summary>
    Planning,

    /// <summary>A preliminary market consultation.</summary>
    Consultation,

    /// <summary>A call for competition, subtypes 10 to 24.</summary>
    Competition,

    /// <summary>A change of an earlier notice (BT-758, F14, a rectification of TenderNed).</summary>
    Change,

    /// <summary>A direct award prenotification (VEAT), subtypes 25 to 28.</summary>
    DirectAward,

    /// <summary>An outcome, subtypes 29 to 37.</summary>
    Result,

    /// <summary>A modification of a contract, subtypes 38 to 40.</summary>
    Modification,

    /// <summary>Anything else, such as the completion of a contract.</summary>
    Other,
}

/// <summary>The stage of a notice.</summary>
public static class TimelineStages
{
    /// <summary>
    /// A change, where the notice says so; else the stage of <see cref="KindOf"/>. Modifications name the award that they modify and stay modifications.
    /// </summary>
    public static TimelineStage Of(Notice notice)
    {
        var kind = KindOf(notice);
        if (kind == TimelineStage.Modification) return kind;
        return notice.Changes is not null || notice.FormType == "change" || notice.Subtype == "F14" ? TimelineStage.Change : kind;
    }

    /// <summary>What a notice is whether or not it changes another: by document type of TED_EXPORT, subtype or form, which are exact, else by form type.</summary>
    public static TimelineStage KindOf(Notice notice)
    {
        if ((OfDocumentType(notice) ?? OfSubtype(notice.Subtype)) is { } stage) return stage;
        if (notice.NoticeType == "can-modif") return TimelineStage.Modification;
        return notice.FormType switch
        {
            "planning" => TimelineStage.Planning,
            "consultation" => TimelineStage.Consultation,
            "competition" => TimelineStage.Competition,
            "change" => TimelineStage.Change,
            "dir-awa-pre" => TimelineStage.DirectAward,
            "result" => TimelineStage.Result,
            "cont-modif" => TimelineStage.Modification,
            _ => TimelineStage.Other,
        };
    }

    // TD_DOCUMENT_TYPE: one form (F01, F21, F22) announces, calls or awards.
    private static TimelineStage? OfDocumentType(Notice notice) => notice.Format != "ted-export" ? null : notice.NoticeType switch
    {
        "0" or "P" => TimelineStage.Planning,
        "3" or "A" or "D" or "Y" => TimelineStage.Competition,
        "2" => TimelineStage.Change,
        "V" => TimelineStage.DirectAward,
        "7" or "J" or "R" => TimelineStage.Result,
        "K" => TimelineStage.Modification,
        _ => null,
    };

    // Annex to Regulation (EU) 2019/1780 for numbers, Regulation (EU) 2015/1986 for forms.
    private static TimelineStage? OfSubtype(string? subtype) => subtype switch
    {
        "1" or "2" or "3" or "4" or "5" or "6" or "7" or "8" or "9" or "F01" or "F04" => TimelineStage.Planning,
        "E1" => TimelineStage.Consultation,
        "10" or "11" or "12" or "13" or "14" or "15" or "16" or "17" or "18" or "19" or "20" or "21" or "22" or "23" or "24" => TimelineStage.Competition,
        "F02" or "F05" or "F07" or "F12" or "F24" => TimelineStage.Competition,
        "F14" => TimelineStage.Change,
        "25" or "26" or "27" or "28" or "F15" => TimelineStage.DirectAward,
        "29" or "30" or "31" or "32" or "33" or "34" or "35" or "36" or "37" or "F03" or "F06" or "F13" or "F25" => TimelineStage.Result,
        "38" or "39" or "40" or "F20" => TimelineStage.Modification,
        _ => null,
    };
}
