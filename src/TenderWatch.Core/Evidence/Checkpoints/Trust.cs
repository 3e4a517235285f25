namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>What whoever verifies knows from elsewhere than the storage that is verified: it may have been written anew as a whole.</summary>
/// <param name="Keys">The keys whose signatures count; <see langword="null"/> for those that storage itself holds.</param>
/// <param name="Checkpoint">The digest of a checkpoint that must be among the stored ones, as a mail gave it; <see langword="null"/> for none.</param>
public sealed record Trust(IReadOnlyList<SigningKey>? Keys = null, Digest? Checkpoint = null)
{
    /// <summary>Nothing but storage itself.</summary>
    public static Trust OnlyStorage { get; } = new();
}
