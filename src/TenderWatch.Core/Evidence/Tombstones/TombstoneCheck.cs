using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Tombstones;

/// <summary>What is asked of a tombstone before it counts, in storage and in a dossier.</summary>
internal static class TombstoneCheck
{
    // The clock of another machine may be a little ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Reads a tombstone.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="sha256">The digest that its name gives.</param>
    /// <param name="kind">The container that its name gives.</param>
    /// <param name="keys">Gives a key whose signatures count.</param>
    /// <param name="now">What is later has not happened.</param>
    /// <param name="told">Told what is wrong with it: a code and the words.</param>
    /// <returns>The tombstone; <see langword="null"/> where it does not count.</returns>
    public static Tombstone? Read(ReadOnlyMemory<byte> bytes, Digest sha256, Confidentiality kind, Func<string, SigningKey?> keys, DateTimeOffset now, Action<string, LocalizedText> told)
    {
        SignedTombstone signed;
        try
        {
            signed = SignedTombstone.Parse(bytes);
        }
        catch (FormatException wrong)
        {
            told("not-a-tombstone", new($"De bytes zijn geen grafsteen meer ({wrong.Message})", $"The bytes are no longer a tombstone ({wrong.Message})"));
            return null;
        }

        if (Wrong(signed, sha256, kind, keys, now) is not { } fault) return signed.Tombstone;
        told(fault.Code, fault.What);
        return null;
    }

    private static (string Code, LocalizedText What)? Wrong(SignedTombstone signed, Digest sha256, Confidentiality kind, Func<string, SigningKey?> keys, DateTimeOffset now)
    {
        var tombstone = signed.Tombstone;
        if (keys(signed.KeyId) is not { } key)
            return ("wrong-key", new($"Ondertekend met de sleutel {signed.KeyId}, die hier niet wordt vertrouwd.", $"Signed with the key {signed.KeyId}, which is not trusted here."));
        if (!signed.IsSignedBy(key))
            return ("unsigned", new($"De handtekening is niet van de sleutel {signed.KeyId} over deze bytes.", $"The signature is not that of the key {signed.KeyId} over these bytes."));
        if (tombstone.Sha256 != sha256 || tombstone.Confidentiality != kind)
            return ("misplaced", new($"De inhoud is de grafsteen van {tombstone.Sha256}.", $"The content is the tombstone of {tombstone.Sha256}."));
        return tombstone.At > now + Ahead ? ("wrong-time", new($"Het tijdstip {tombstone.At:u} ligt in de toekomst.", $"Its time {tombstone.At:u} is in the future.")) : null;
    }
}
