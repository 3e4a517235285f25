using TenderWatch.Core.Notices;

namespace TenderWatch.Mutations.Parsers;

/// <summary>What a parser made of an input.</summary>
/// <param name="Fault">The code of its declared failure; <see langword="null"/> where it read something.</param>
/// <param name="Notice">The notice that it read, where it reads notices.</param>
/// <param name="Wrong">What is wrong with what it read, where the parser's own check found something.</param>
public sealed record Answer(string? Fault, Notice? Notice = null, string? Wrong = null)
{
    /// <summary>A reading of something other than a notice.</summary>
    public static Answer Read { get; } = new((string?)null);

    /// <summary>What reading a notice gave.</summary>
    public static Answer Of(NoticeReading reading) => reading switch
    {
        NoticeReading.Read read => new Answer(null, read.Notice),
        NoticeReading.Unreadable unreadable => new Answer(unreadable.Fault.Code),
        _ => throw new ArgumentOutOfRangeException(nameof(reading)),
    };
}
