using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Retention;

/// <summary>Why evidence is kept, which tells for how long. It follows from what the ledger says of the evidence, so that old cases have it too.</summary>
public enum RetentionClass
{
    /// <summary>The file of the case: notices, statements, facts and findings on them, messages, and what nothing else is said of.</summary>
    Record,

    /// <summary>What was entered confidentially of those who won.</summary>
    Awarded,

    /// <summary>What was entered confidentially and has data of tenderers who did not win, and what was judged with it.</summary>
    NotAwarded,

    /// <summary>What belongs to no one case: settings of checks, findings that say nothing of a case, what a source told. It is never deleted.</summary>
    Lasting,
}

/// <summary>Classes in words.</summary>
public static class RetentionWords
{
    /// <summary>A class.</summary>
    public static LocalizedText Of(RetentionClass kind) => kind switch
    {
        RetentionClass.Awarded => new("Vertrouwelijke stukken van wie de opdracht kreeg", "Confidential documents of those who were awarded the contract"),
        RetentionClass.NotAwarded => new("Vertrouwelijke stukken met gegevens van wie de opdracht niet kreeg", "Confidential documents with data of those who were not awarded the contract"),
        RetentionClass.Lasting => new("Hoort niet bij één zaak", "Belongs to no one case"),
        _ => new("Dossier van de zaak", "File of the case"),
    };
}
