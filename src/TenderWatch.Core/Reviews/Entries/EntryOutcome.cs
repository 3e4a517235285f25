using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>What came of something that a person entered into a case.</summary>
/// <param name="Fault">Why nothing was entered; <see langword="null"/> when it was, now or before.</param>
/// <param name="CaseId">The case, after merges; <see langword="null"/> with a fault.</param>
/// <param name="EventId">The event in the inbox of the case that carries it; <see langword="null"/> with a fault.</param>
/// <param name="IsNew">Whether the event is new; the same thing entered again changes nothing.</param>
public sealed record EntryOutcome(EntryFault? Fault, string? CaseId, string? EventId, bool IsNew)
{
    /// <summary>It was entered.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="eventId">Its event.</param>
    /// <param name="isNew">Whether it is new.</param>
    public static EntryOutcome Entered(string caseId, string eventId, bool isNew) => new(null, caseId, eventId, isNew);

    /// <summary>It was not entered.</summary>
    /// <param name="fault">Why.</param>
    public static EntryOutcome Refused(EntryFault fault) => new(fault, null, null, false);
}

/// <summary>Why something was not entered.</summary>
/// <param name="Code">A stable name: <c>no-case</c>, <c>name</c>, <c>content</c>, <c>too-many</c>, <c>not-found</c>; for a step of a procedure also the codes of its rules.</param>
/// <param name="Field">What it concerns, by the name of the argument: <c>case</c>, <c>by</c>, <c>content</c>, <c>sha256</c>, <c>lot</c>, <c>bid</c>, <c>reasons</c>; <see langword="null"/> where it is the whole.</param>
/// <param name="Words">What is wrong and what to do.</param>
public sealed record EntryFault(string Code, string? Field, LocalizedText Words)
{
    /// <summary>It is known by this code, and concerns this.</summary>
    /// <param name="code">The code.</param>
    /// <param name="field">What it concerns.</param>
    /// <param name="nl">What is wrong and what to do, in Dutch.</param>
    /// <param name="en">The same in English.</param>
    public EntryFault(string code, string? field, string nl, string en)
        : this(code, field, new LocalizedText(nl, en))
    {
    }

    /// <summary>Every single fault where the content has several, each with its place.</summary>
    public IReadOnlyList<LocalizedText> Details { get; init; } = [];

    /// <summary>What programs and terminals are told where it is more than the words, in English.</summary>
    public string Sentence { get => field ?? Words.En; init; }

    /// <summary>The content cannot be used.</summary>
    /// <param name="what">What it is in Dutch and in English, with its article.</param>
    /// <param name="faults">What is wrong with it; one or more.</param>
    public static EntryFault Content(LocalizedText what, IReadOnlyList<LocalizedText> faults) =>
        new("content", "content", $"{what.Nl} niet worden gebruikt: {faults[0].Nl}", $"{what.En} cannot be used: {faults[0].En}") { Details = faults };
}
