using System.Globalization;

namespace TenderWatch.Storage;

/// <summary>The names of ledger entries.</summary>
internal static class LedgerNames
{
    public static string Of(string caseId, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{caseId}/{sequence:D10}.json");

    /// <summary>The number that a name gives; 0 when it gives none.</summary>
    public static long SequenceOf(string caseId, string name)
    {
        var number = name.AsSpan(caseId.Length + 1);
        return number.EndsWith(".json", StringComparison.Ordinal)
            && long.TryParse(number[..^".json".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && Of(caseId, sequence) == name
            ? sequence
            : 0;
    }
}
