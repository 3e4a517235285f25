using System.Text.Json.Serialization;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Calendars;

/// <summary>A date that the law gives, with the rule it comes from and how certain that is.</summary>
public sealed record LegalDate
{
    /// <summary>A stable name: <c>preliminary-end</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What happens on the day.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>The day; <see langword="null"/> where it cannot be told, for the reason in <see cref="Open"/>.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The day of the event from which a term is counted; <see langword="null"/> for a day that is an event itself.</summary>
    public DateOnly? From { get; init; }

    /// <summary>How it is counted.</summary>
    public required LocalizedText Rule { get; init; }

    /// <summary>The article.</summary>
    public required string Article { get; init; }

    /// <summary>How certain the rule is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>Whether the lists of Commission holidays that were counted with are confirmed; <see langword="null"/> where none was needed.</summary>
    public bool? CalendarConfirmed { get; init; }

    /// <summary>Whether it only holds if something happens that is not known: an extension, an in-depth investigation.</summary>
    public bool Conditional { get; init; }

    /// <summary>Whether something ends with the day, after which a person has to look. Not stored: it follows from what the date is.</summary>
    [JsonIgnore]
    public bool Ends { get; init; }

    /// <summary>Why there is no day.</summary>
    public LocalizedText? Open { get; init; }

    /// <summary>The year whose list of Commission holidays is missing, where that is why there is no day.</summary>
    public int? MissingYear { get; init; }

    /// <summary>The facts it was reckoned from.</summary>
    public IReadOnlyList<FactOrigin> Origins { get; init; } = [];
}
