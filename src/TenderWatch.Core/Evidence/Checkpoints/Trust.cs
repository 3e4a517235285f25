using TenderWatch.Core.Evidence.Timestamps;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>What whoever verifies knows from elsewhere than the storage that is verified: it may have been written anew as a whole.</summary>
/// <param name="Keys">The keys whose signatures count; <see langword="null"/> for those that storage itself holds.</param>
/// <param name="Checkpoint">The digest of a checkpoint that must be among the stored ones, as a mail gave it; <see langword="null"/> for none.</param>
public sealed record Trust(IReadOnlyList<SigningKey>? Keys = null, Digest? Checkpoint = null)
{
    /// <summary>Nothing but storage itself.</summary>
    public static Trust OnlyStorage { get; } = new();

    /// <summary>
    /// The digest of a checkpoint up to which everything was verified before: only what later checkpoints signed is verified, each ledger that grew as a whole;
    /// <see langword="null"/> to verify everything.
    /// </summary>
    public Digest? Since { get; init; }

    /// <summary>The authorities whose time stamps count. With them the latest checkpoint must be stamped; <see langword="null"/> when nobody asks for time stamps: those that are there are then checked without asking who made them.</summary>
    public TimestampTrust? Stamps { get; init; }
}
