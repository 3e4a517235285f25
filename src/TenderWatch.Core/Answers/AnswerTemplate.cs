using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Answers;

/// <summary>
/// Questions that others ask of a case, as data: what each part of an answer is filled from, and who could answer it where the case cannot. The form is
/// described in <c>docs/answers.md</c>.
/// </summary>
public sealed record AnswerTemplate
{
    /// <summary>By what it is named in addresses and commands: <c>parliament-2026-01</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its version; another one whenever its words or sources change.</summary>
    public string Version { get; init; } = "";

    /// <summary>What people call it.</summary>
    public LocalizedText Name { get; init; } = new("", "");

    /// <summary>What stands above the questions.</summary>
    public LocalizedText? Introduction { get; init; }

    /// <summary>Who can be asked, by the names that the parts use.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Respondents { get; init; } = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);

    /// <summary>The questions, in their order.</summary>
    public IReadOnlyList<TemplateQuestion> Questions { get; init; } = [];
}

/// <summary>A question.</summary>
public sealed record TemplateQuestion
{
    /// <summary>Its number: <c>14</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it is about, in a few words.</summary>
    public LocalizedText Topic { get; init; } = new("", "");

    /// <summary>The question.</summary>
    public LocalizedText Question { get; init; } = new("", "");

    /// <summary>What has to be known to answer it.</summary>
    public IReadOnlyList<TemplatePart> Parts { get; init; } = [];

    /// <summary>What holds in general and is no fact of the case.</summary>
    public IReadOnlyList<TemplateNote> Notes { get; init; } = [];
}

/// <summary>A part of a question. It is filled from facts, from a check, or from what was entered; without any of them it is open in every case.</summary>
public sealed record TemplatePart
{
    /// <summary>What has to be known.</summary>
    public LocalizedText About { get; init; } = new("", "");

    /// <summary>The facts that tell it, by name; see <see cref="Cases.FactNames"/>.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The check that judges it.</summary>
    public string? Check { get; init; }

    /// <summary>Whether the reasons of the check are given, not its conclusion alone.</summary>
    public bool Reasons { get; init; }

    /// <summary>What people entered.</summary>
    public EnteredSource? Entered { get; init; }

    /// <summary>Whether the question is answered without it too.</summary>
    public bool Supporting { get; init; }

    /// <summary>Who could answer it where the case cannot: names of <see cref="AnswerTemplate.Respondents"/>.</summary>
    public IReadOnlyList<string> AskedOf { get; init; } = [];

    /// <summary>What would answer it.</summary>
    public LocalizedText? AnsweredBy { get; init; }
}

/// <summary>What people enter into a case that a part can be filled from.</summary>
public enum EnteredSource
{
    /// <summary>The procedures on prices that appear low.</summary>
    Explanations,

    /// <summary>The bids: confidential.</summary>
    Bids,
}

/// <summary>Something that holds in general.</summary>
public sealed record TemplateNote
{
    /// <summary>What holds.</summary>
    public LocalizedText Text { get; init; } = new("", "");

    /// <summary>Where it stands.</summary>
    public LocalizedText Source { get; init; } = new("", "");

    /// <summary>Whether its text was held against the source itself; otherwise the sheet says that it was not.</summary>
    public bool Confirmed { get; init; }
}
