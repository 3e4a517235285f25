using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Answers;

/// <summary>What people call the states of an answer, the kinds of sources and what no case tells.</summary>
public static class AnswerWords
{
    /// <summary>A state.</summary>
    public static LocalizedText Of(AnswerState state) => state switch
    {
        AnswerState.Answered => new("Beantwoord", "Answered"),
        AnswerState.Partly => new("Deels beantwoord", "Partly answered"),
        _ => new("Open", "Open"),
    };

    /// <summary>A kind of source.</summary>
    public static LocalizedText Of(AnswerSourceKind kind) => kind switch
    {
        AnswerSourceKind.Notice => new("Aankondiging", "Notice"),
        AnswerSourceKind.Statement => new("Ingevoerd document", "Entered document"),
        AnswerSourceKind.Entered => new("Ingevoerd, vertrouwelijk", "Entered, confidential"),
        AnswerSourceKind.Finding => new("Bevinding van een controle", "Finding of a check"),
        AnswerSourceKind.Step => new("Stap in het logboek", "Step in the ledger"),
        _ => new("Document", "Document"),
    };

    /// <summary>That a general note was not held against its source.</summary>
    public static LocalizedText Unconfirmed { get; } = new("niet aan de bron getoetst", "not held against the source");
}
