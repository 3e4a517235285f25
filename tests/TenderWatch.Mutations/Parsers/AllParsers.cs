namespace TenderWatch.Mutations.Parsers;

/// <summary>Every parser of what comes from outside.</summary>
public static class AllParsers
{
    /// <summary>All of them, in the order in which they are run.</summary>
    public static IReadOnlyList<Parser> List { get; } =
    [
        .. XmlParsers.All,
        .. TenderNedParsers.All,
        .. TedParsers.All,
        .. MercellParsers.All,
        .. BodyParsers.All,
        .. DocumentParsers.All,
    ];
}
