namespace TenderWatch.Core.Sources;

/// <summary>Bytes as a source gave them.</summary>
/// <param name="Role">See <see cref="Evidence.EvidenceRoles"/>.</param>
/// <param name="MediaType">As declared.</param>
/// <param name="Origin">URL or file name.</param>
/// <param name="RetrievedAt">When.</param>
/// <param name="HttpStatus">The status, for HTTP.</param>
/// <param name="Content">The bytes.</param>
public sealed record SourceDocument(string Role, string MediaType, string Origin, DateTimeOffset RetrievedAt, int? HttpStatus, ReadOnlyMemory<byte> Content);

/// <summary>The item of a source's list of publications.</summary>
/// <param name="Key">The publication.</param>
/// <param name="Published">Its day.</param>
/// <param name="ListingDigest">The digest of the item without its volatile members (day counters, score): another digest means the item changed.</param>
public sealed record Listing(Notices.NoticeKey Key, DateOnly Published, Evidence.Digest ListingDigest);

/// <summary>The publications of one day.</summary>
/// <param name="Items">Newest first, each once.</param>
public sealed record DayListing(IReadOnlyList<Listing> Items);

/// <summary>An answer of a source that is no result: a clear state, never an empty success.</summary>
/// <param name="Code">A stable code: <c>canary</c>, <c>unreachable</c>, <c>refused</c>, <c>empty-answer</c>, <c>not-json</c>, <c>shape</c>, <c>incomplete</c>, <c>open-circuit</c>, <c>not-found</c>, …</param>
/// <param name="Text">What was wrong, where, what to do.</param>
/// <param name="Documents">The bytes that were received, to be kept.</param>
public sealed record SourceFailure(string Code, string Text, IReadOnlyList<SourceDocument> Documents);

/// <summary>A result of a source, or why there is none.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public readonly record struct SourceResult<T>
    where T : class
{
    private SourceResult(T? value, SourceFailure? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>The result; <see langword="null"/> on failure.</summary>
    public T? Value { get; }

    /// <summary>Why there is none; <see langword="null"/> on success.</summary>
    public SourceFailure? Failure { get; }

    /// <summary>A result.</summary>
    public static implicit operator SourceResult<T>(T value) => new(value, null);

    /// <summary>No result.</summary>
    public static implicit operator SourceResult<T>(SourceFailure failure) => new(null, failure);
}

/// <summary>The documents of one publication as they were retrieved.</summary>
/// <param name="Key">The publication.</param>
/// <param name="Documents">Detail, related notices, XML or rendering: at least one.</param>
/// <param name="Failure">A document that should have been there and is not; the others are kept and the notice is read again later.</param>
public sealed record Publication(Notices.NoticeKey Key, IReadOnlyList<SourceDocument> Documents, SourceFailure? Failure = null);
