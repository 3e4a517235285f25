using System.Globalization;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Which lot of a case is meant by what a file of bids calls it: its id, its number, or nothing where there is one lot.</summary>
internal static class CaseLots
{
    /// <summary>The lots of a case as findings name them; <c>procurement</c> where notices name none.</summary>
    public static IReadOnlyList<string> Of(CaseFacts facts)
    {
        string[] named = [.. facts.Notices.SelectMany(notice => notice.Notice.Lots.Select(lot => lot.Id)).OfType<string>()
            .Concat(LotAward.Of(facts.Notices).Select(award => award.Lot).OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return named.Length == 0 ? [LotAward.Whole] : named;
    }

    /// <summary>The lot that is meant; <see langword="null"/> where that cannot be told.</summary>
    /// <param name="lots">The lots of the case.</param>
    /// <param name="said">What the file calls it.</param>
    public static string? Meant(IReadOnlyList<string> lots, string said)
    {
        if (lots.FirstOrDefault(lot => lot.Equals(said, StringComparison.OrdinalIgnoreCase)) is { } same) return same;
        if (said == BidTable.OnlyLot) return lots is [var only] ? only : null;
        if (lots is [LotAward.Whole]) return null;
        return NumberOf(said) is { } number && lots.Where(lot => NumberOf(lot) == number).ToList() is [var one] ? one : null;
    }

    // The last digits: 1 of "LOT-0001", "Perceel 1" and "1".
    private static long? NumberOf(string lot)
    {
        var digits = lot.Length - lot.AsSpan().TrimEnd("0123456789").Length;
        return long.TryParse(lot.AsSpan(lot.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
