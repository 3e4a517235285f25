using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Timestamps;

/// <summary>Somebody else, who testifies by a signature that a digest was there at a moment (RFC 3161).</summary>
public interface ITimestampAuthority
{
    /// <summary>Asks for a time stamp, and checks it before it is given on. A refusal is a result, whatever the authority answers.</summary>
    /// <param name="sha256">What is stamped.</param>
    /// <param name="notBefore">When it was made: a stamp cannot be older.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<TimestampAnswer> StampAsync(Digest sha256, DateTimeOffset notBefore, CancellationToken cancellationToken);
}

/// <summary>What an authority's answer came to: a time stamp that holds, or why there is none.</summary>
/// <param name="Token">The time stamp (a TimeStampToken, DER); <see langword="null"/> when there is none.</param>
/// <param name="Fault">Why there is none; <see langword="null"/> when there is one.</param>
public sealed record TimestampAnswer(byte[]? Token, TimestampFault? Fault)
{
    /// <summary>The time that the authority gave; <see langword="null"/> when there is no time stamp.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>What is wrong with a time stamp, or with an authority's answer.</summary>
/// <param name="Code">
/// <c>not-a-token</c>, <c>wrong-imprint</c>, <c>wrong-nonce</c>, <c>wrong-policy</c>, <c>no-certificate</c>, <c>wrong-purpose</c>, <c>expired</c>, <c>unsigned</c>,
/// <c>untrusted</c>, <c>wrong-time</c>; of an answer also <c>unreachable</c>, <c>timeout</c>, <c>http-status</c>, <c>too-large</c>, <c>not-a-response</c>, <c>refused</c>.
/// </param>
/// <param name="What">What is wrong.</param>
public sealed record TimestampFault(string Code, LocalizedText What);
