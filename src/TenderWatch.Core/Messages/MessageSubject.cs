namespace TenderWatch.Core.Messages;

/// <summary>What messages and ledgers are about: a case, by its id, or a source, as <c>source:NAME</c>. No id of a case holds a colon.</summary>
public static class MessageSubject
{
    private const string Source = "source:";

    /// <summary>The subject that is a source.</summary>
    public static string OfSource(string source) => Source + source;

    /// <summary>The source that a subject is; <see langword="null"/> for a case.</summary>
    public static string? SourceOf(string subject) => subject.StartsWith(Source, StringComparison.Ordinal) ? subject[Source.Length..] : null;
}
