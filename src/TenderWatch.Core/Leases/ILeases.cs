namespace TenderWatch.Core.Leases;

/// <summary>
/// Lets one host at a time do a thing on one storage. A lease ends by itself when its holder does, so it is no promise for ever: what
/// is written under one is written conditionally all the same.
/// </summary>
public interface ILeases
{
    /// <summary>Takes a lease; it is renewed until it is disposed.</summary>
    /// <param name="name">What is leased: <c>case:ID</c>, <c>source:NAME</c>, <c>alarm:NAME</c>, <c>outbox</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The lease, or who has it.</returns>
    Task<LeaseResult> TryTakeAsync(string name, CancellationToken cancellationToken);
}

/// <summary>The lease, or who has it.</summary>
/// <param name="Lease">The lease; <see langword="null"/> when another host holds it.</param>
/// <param name="HeldBy">That other host, for people; <see langword="null"/> when the lease was taken.</param>
public readonly record struct LeaseResult(ILease? Lease, string? HeldBy);

/// <summary>A lease that this host holds. Disposing it hands it back.</summary>
public interface ILease : IAsyncDisposable
{
    /// <summary>Cancelled when the lease could not be renewed in time, or when another host has it.</summary>
    CancellationToken Lost { get; }
}
