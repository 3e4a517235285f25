namespace TenderWatch.Core.Sources;

/// <summary>A place that publishes notices and can be watched by publication day.</summary>
public interface INoticeSource
{
    /// <summary>Its name: <c>tenderned</c>, <c>ted</c>, <c>mercell</c>.</summary>
    string Name { get; }

    /// <summary>How many past days each run lists again.</summary>
    int DaysBack { get; }

    /// <summary>Sends the control request with an impossible filter.</summary>
    /// <returns><see langword="null"/> when it answers with no result, as it must; else why its lists cannot be trusted.</returns>
    Task<SourceFailure?> ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Lists the publications of one day, newest first, each once.</summary>
    /// <param name="day">The day in Dutch time.</param>
    /// <param name="mustBeComplete">Whether the number of distinct publications must equal the total the source gives (a past day; today's list moves).</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<SourceResult<DayListing>> ListAsync(DateOnly day, bool mustBeComplete, CancellationToken cancellationToken);

    /// <summary>Retrieves all documents of one publication.</summary>
    Task<SourceResult<Publication>> ReadAsync(Notices.NoticeKey key, CancellationToken cancellationToken);
}

/// <summary>Reads the documents of a publication: pure, so that stored evidence can be read again years later.</summary>
public interface IPublicationReader
{
    /// <summary>The version of the rules of extraction; quarantined notices are read again when it changes.</summary>
    string Version { get; }

    /// <summary>Joins the documents of one publication into one notice with its links.</summary>
    PublicationReading Read(Notices.NoticeKey key, IReadOnlyList<SourceDocument> documents);
}

/// <summary>What the documents of a publication say.</summary>
public abstract record PublicationReading
{
    private PublicationReading()
    {
    }

    /// <summary>A notice.</summary>
    /// <param name="Notice">Its facts.</param>
    /// <param name="Links">What ties it to other publications.</param>
    /// <param name="Published">The day of publication at this source.</param>
    public sealed record Read(Notices.Notice Notice, PublicationLinks Links, DateOnly? Published) : PublicationReading;

    /// <summary>No notice: it goes into quarantine with its bytes.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Unreadable(Notices.ReadingFault Fault) : PublicationReading;
}

/// <summary>What a source says about the other publications of the same purchase.</summary>
public sealed record PublicationLinks
{
    /// <summary>TenderNed's key of the tender, the same for all notices of one procedure.</summary>
    public long? Kenmerk { get; init; }

    /// <summary>TenderNed publications named as related.</summary>
    public IReadOnlyList<string> RelatedPublications { get; init; } = [];

    /// <summary>TED publication numbers without leading zeros: its own (pbNummerTed, OPP-010).</summary>
    public IReadOnlyList<string> TedNumbers { get; init; } = [];

    /// <summary>Ids of the tender at Mercell S2C (<c>s2c.mercell.com/today/{id}</c>), wherever they stand: BT-15, BT-615, TenderNed's fields, or its own.</summary>
    public IReadOnlyList<string> MercellIds { get; init; } = [];

    /// <summary>The page for people.</summary>
    public string? Page { get; init; }
}

/// <summary>A source that is not asked for anything, by the settings.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Reason">Why, and what would turn it on.</param>
public sealed record SwitchedOffSource(string Source, string Reason);
