using System.Globalization;

namespace TenderWatch.Core.Messages;

/// <summary>
/// What messages and ledgers are about: a case, by its id; a source, as <c>source:NAME</c>; or many cases, as <c>digest:YEAR-MONTH</c> (the daily messages of that
/// month) or <c>flood:YEAR-MONTH</c> (messages that stand for many others). No id of a case holds a colon.
/// </summary>
public static class MessageSubject
{
    private const string Source = "source:";
    private const string Digest = "digest:";
    private const string Flood = "flood:";

    /// <summary>The subject that is a source.</summary>
    public static string OfSource(string source) => Source + source;

    /// <summary>The subject of all daily messages of the month of a date.</summary>
    public static string OfMonth(DateOnly date) => Digest + date.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The subject that is all messages of the month of a date which stand for many others.</summary>
    public static string OfFloods(DateOnly date) => Flood + date.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The source that a subject is; <see langword="null"/> for any other.</summary>
    public static string? SourceOf(string subject) => subject.StartsWith(Source, StringComparison.Ordinal) ? subject[Source.Length..] : null;

    /// <summary>Whether a subject is messages that stand for many others.</summary>
    public static bool IsFloods(string subject) => subject.StartsWith(Flood, StringComparison.Ordinal);

    /// <summary>Whether a subject is a case.</summary>
    public static bool IsCase(string subject) => !subject.Contains(':', StringComparison.Ordinal);

    /// <summary>What kind of thing a subject is: <c>case</c>, <c>source</c>, <c>digest</c> or <c>flood</c>.</summary>
    public static string KindOf(string subject) => IsCase(subject) ? "case" : subject[..subject.IndexOf(':', StringComparison.Ordinal)];
}
