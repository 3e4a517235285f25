using System.Globalization;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>The bids of a file as a case takes them: on lots of the case, each with a number that names nobody, or what is wrong with them.</summary>
internal static class EnteredBids
{
    // Some hundreds is the most that was ever tendered for one lot.
    private const int MostOnLot = 1000;

    /// <summary>The bids; empty with the faults where any keeps them from being judged: a missing price would change every mean.</summary>
    public static (IReadOnlyList<SubmittedBid> Bids, IReadOnlyList<LocalizedText> Faults) Of(BidTable table, IReadOnlyList<string> lots, Digest file)
    {
        var meant = table.Lots.ToDictionary(said => said, said => CaseLots.Meant(lots, said), StringComparer.Ordinal);
        LocalizedText[] faults =
        [
            .. table.Faults.Concat(table.Lots.SelectMany(lot => BidLot.FaultsOf(lot, [.. table.Bids.Where(bid => bid.Lot == lot)]))).Select(fault => fault.Located()),
            .. meant.Where(pair => pair.Value is null).Select(pair => Unknown(pair.Key, lots)),
            .. meant.Where(pair => pair.Value is not null).GroupBy(pair => pair.Value!, pair => pair.Key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => Twice(group.Key, group)),
            .. table.Bids.CountBy(bid => bid.Lot).Where(lot => lot.Value > MostOnLot).Select(lot => new LocalizedText(
                $"perceel {lot.Key} heeft {lot.Value} inschrijvingen; een zaak neemt er hoogstens {MostOnLot}. Kijk de kolom van het perceel na.",
                $"lot {lot.Key} has {lot.Value} bids; a case takes {MostOnLot} at most. Check the column of the lot.")),
            .. table.Bids.Count == 0 && table.Faults.Count == 0 ? [new("het bestand bevat geen inschrijving.", "there is no bid in the file.")] : (LocalizedText[])[],
        ];
        if (faults.Length > 0) return ([], faults);
        return ([.. table.Bids.Select((bid, place) => bid with { Lot = meant[bid.Lot]!, Id = Number(file, place + 1) })], []);
    }

    // Of the file too: in a corrected file another bidder may stand in the same place, and a procedure on a price must not pass to it.
    private static string Number(Digest file, int place) => string.Create(CultureInfo.InvariantCulture, $"BID-{file.Hex[..6]}-{place}");

    private static LocalizedText Unknown(string said, IReadOnlyList<string> lots) => said == BidTable.OnlyLot
        ? new($"het bestand zegt niets over percelen, en de zaak heeft er meer: {Names(lots)}. Voeg een kolom Perceel toe.", $"the file says nothing of lots, and the case has several: {Names(lots)}. Add a column Lot.")
        : new($"'{said}' is geen perceel van de zaak; zij heeft {Names(lots)}.", $"'{said}' is no lot of the case; it has {Names(lots)}.");

    private static LocalizedText Twice(string lot, IEnumerable<string> said)
    {
        string[] quoted = [.. said.Select(one => $"'{one}'")];
        return new($"{string.Join(" en ", quoted)} betekenen alle {lot}; noem het perceel op één manier.", $"{string.Join(" and ", quoted)} all mean {lot}; call it one way.");
    }

    private static string Names(IReadOnlyList<string> lots) => string.Join(", ", lots.Take(20)) + (lots.Count > 20 ? ", …" : "");
}
