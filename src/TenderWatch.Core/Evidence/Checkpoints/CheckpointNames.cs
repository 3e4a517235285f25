using System.Globalization;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>The names of what belongs to checkpoints.</summary>
public static class CheckpointNames
{
    private const string KeyFolder = "keys/";
    private const string Json = ".json";
    private const string LeavesEnding = ".leaves.jsonl";
    private const string StampEnding = ".tst";

    /// <summary>The name of a checkpoint.</summary>
    public static string Of(long number) => Number(number) + Json;

    /// <summary>The name of the leaves that a checkpoint appended.</summary>
    public static string LeavesOf(long number) => Number(number) + LeavesEnding;

    /// <summary>The name of the time stamp on a checkpoint.</summary>
    public static string StampOf(long number) => Number(number) + StampEnding;

    /// <summary>The name of a public key.</summary>
    /// <param name="keyId">Its thumbprint.</param>
    public static string KeyOf(string keyId) => KeyFolder + keyId + Json;

    /// <summary>The number of the checkpoint that a name stands for; 0 when it stands for something else.</summary>
    public static long NumberOf(string name) => NumberOf(name, Of);

    /// <summary>The number of the checkpoint whose leaves a name stands for; 0 when it stands for something else.</summary>
    public static long NumberOfLeaves(string name) => NumberOf(name, LeavesOf);

    /// <summary>The number of the checkpoint whose time stamp a name stands for; 0 when it stands for something else.</summary>
    public static long NumberOfStamp(string name) => NumberOf(name, StampOf);

    /// <summary>Whether a name stands for a key.</summary>
    public static bool IsKey(string name) => name.StartsWith(KeyFolder, StringComparison.Ordinal) && name.EndsWith(Json, StringComparison.Ordinal);

    private static string Number(long number) => number.ToString("D10", CultureInfo.InvariantCulture);

    private static long NumberOf(string name, Func<long, string> write)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && long.TryParse(name.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && write(number) == name ? number : 0;
    }
}
