using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Answers;

/// <summary>
/// The questions of a template, each answered from the facts and findings of a case or marked as open. The same case and template give the same sheet: it
/// has no other time than those of the case.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Title">The title of the purchase.</param>
/// <param name="Buyers">Names of the buyers.</param>
/// <param name="Template">The template.</param>
/// <param name="TemplateVersion">Its version.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Introduction">What stands above the questions.</param>
/// <param name="IsConfidential">Whether it was made for those who may see bids, filings and the findings on them: not for publication (art. 2.57 Aw 2012).</param>
/// <param name="AsOf">When the case last changed; <see langword="null"/> before its first episode.</param>
/// <param name="Ledger">The end of the ledger that the sheet rests on.</param>
/// <param name="Answers">The answers, in the order of the questions.</param>
/// <param name="Sources">What the statements cite, by number.</param>
public sealed record AnswerSheet(
    string Case,
    string Title,
    IReadOnlyList<string> Buyers,
    string Template,
    string TemplateVersion,
    LocalizedText Name,
    LocalizedText? Introduction,
    bool IsConfidential,
    DateTimeOffset? AsOf,
    LedgerHead Ledger,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<AnswerSource> Sources)
{
    /// <summary>How many answers are in a state.</summary>
    public int Count(AnswerState state) => Answers.Count(answer => answer.State == state);
}

/// <summary>How far something is answered.</summary>
public enum AnswerState
{
    /// <summary>The case answers it.</summary>
    Answered,

    /// <summary>The case answers some of it; what is missing is named.</summary>
    Partly,

    /// <summary>The case does not answer it; who could is named.</summary>
    Open,
}

/// <summary>A question with its answer.</summary>
/// <param name="Id">Its number in the template.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Question">The question.</param>
/// <param name="State">How far it is answered.</param>
/// <param name="Parts">The parts of the answer.</param>
/// <param name="Notes">What holds in general and is no fact of the case.</param>
public sealed record Answer(string Id, LocalizedText Topic, LocalizedText Question, AnswerState State, IReadOnlyList<AnswerPart> Parts, IReadOnlyList<TemplateNote> Notes);

/// <summary>A part of an answer.</summary>
/// <param name="About">What has to be known.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsSupporting">Whether the question is answered without it too.</param>
/// <param name="Statements">What the case says.</param>
/// <param name="LeftOut">How many statements more there are than a sheet holds; the case has them.</param>
/// <param name="Open">What is missing and who could answer it; <see langword="null"/> where nothing is.</param>
public sealed record AnswerPart(LocalizedText About, AnswerState State, bool IsSupporting, IReadOnlyList<AnswerStatement> Statements, int LeftOut, OpenPoint? Open);

/// <summary>What is missing.</summary>
/// <param name="Why">Why the case does not tell it, fact by fact.</param>
/// <param name="AskedOf">Who could answer it.</param>
/// <param name="AnsweredBy">What would answer it.</param>
public sealed record OpenPoint(IReadOnlyList<LocalizedText> Why, IReadOnlyList<LocalizedText> AskedOf, LocalizedText AnsweredBy);

/// <summary>What a statement is.</summary>
public enum StatementKind
{
    /// <summary>Stated as it stands by a notice or a document.</summary>
    Stated,

    /// <summary>Reckoned from what is stated.</summary>
    Calculated,

    /// <summary>0 stands where an amount belongs: shown, and no answer.</summary>
    Zero,

    /// <summary>0.01 or 1 stands where a form demanded an amount: shown, and no answer.</summary>
    Placeholder,

    /// <summary>Withheld by the buyer: no answer.</summary>
    Withheld,

    /// <summary>Sources publish it differently.</summary>
    SourcesDiffer,

    /// <summary>The conclusion of a check.</summary>
    Finding,

    /// <summary>What was done, as people recorded it.</summary>
    Recorded,

    /// <summary>That there are confidential documents, and nothing of what they say.</summary>
    Confidential,
}

/// <summary>What the case says, with where that stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">What it is said of: the name of a fact with its subject, the name of a check.</param>
/// <param name="Text">What is said.</param>
/// <param name="Citations">Where it stands. Empty for what is confidential, and for a step that the ledger does not have.</param>
public sealed record AnswerStatement(StatementKind Kind, LocalizedText Subject, LocalizedText Text, IReadOnlyList<Citation> Citations)
{
    /// <summary>How it was reckoned, in figures.</summary>
    public string? Derivation { get; init; }

    /// <summary>The verdict, of a finding.</summary>
    public Checks.Verdict? Verdict { get; init; }

    /// <summary>The reasons, of a finding.</summary>
    public IReadOnlyList<LocalizedText> Reasons { get; init; } = [];
}
