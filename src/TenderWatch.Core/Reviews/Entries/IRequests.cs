using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Requests that are to have one effect and one answer however often they are repeated, across restarts and hosts.</summary>
public interface IRequests
{
    /// <summary>Claims a request, or tells what became of it before.</summary>
    /// <param name="id">Derived from who asks and the key that the request carries.</param>
    /// <param name="fingerprint">A digest over what it asks.</param>
    /// <param name="now">The time; a claim of which nothing was heard for <see cref="RequestClaim.GivenUpAfter"/> goes to the next who asks.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<RequestClaim> ClaimAsync(string id, Digest fingerprint, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps the answer to a claimed request.</summary>
    Task AnswerAsync(string id, Digest fingerprint, RequestAnswer answer, CancellationToken cancellationToken);

    /// <summary>Forgets a claimed request that had no effect, so that it can be made again, right this time.</summary>
    Task ReleaseAsync(string id, CancellationToken cancellationToken);

    /// <summary>Forgets the requests of which nothing was heard since a moment; see <see cref="RequestClaim.KeptFor"/>.</summary>
    /// <returns>How many there were.</returns>
    Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>What became of a request.</summary>
public abstract record RequestClaim
{
    private RequestClaim()
    {
    }

    /// <summary>So long a request may take; after it, its host is taken to have ended.</summary>
    public static TimeSpan GivenUpAfter { get; } = TimeSpan.FromMinutes(2);

    /// <summary>So long the answer to a request is kept; the same key is then a new request.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromDays(30);

    /// <summary>It is the caller's to carry out.</summary>
    public sealed record Claimed : RequestClaim;

    /// <summary>Another is carrying it out.</summary>
    public sealed record UnderWay : RequestClaim;

    /// <summary>It was carried out.</summary>
    /// <param name="Given">The answer.</param>
    public sealed record Answered(RequestAnswer Given) : RequestClaim;

    /// <summary>The same key stands for a request that asks something else.</summary>
    public sealed record Other : RequestClaim;
}

/// <summary>The answer to a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Location">Where what was made is found.</param>
/// <param name="Json">Its body.</param>
public sealed record RequestAnswer(int Status, string? Location, string Json);
