using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>From rows to bids: the header, the way numbers are written, then each row, then what only the rows together show.</summary>
internal static class BidRows
{
    public static BidTable Read(IEnumerable<Row> rows, BidFileOptions options)
    {
        BidHeader? header = null;
        var bodies = new List<Row>();
        foreach (var row in rows)
        {
            if (row.IsEmpty) continue;
            if (header is null)
            {
                header = new BidHeader(row);
                continue;
            }

            if (bodies.Count == BidFileLimits.Rows) throw new BidFileException("too-many-rows", BidFileLimits.TooManyRows, row.Number);
            bodies.Add(row);
        }

        if (header is null || bodies.Count == 0) throw new BidFileException("empty",
            "het bestand bevat geen inschrijvingen: een eerste rij met de namen van de kolommen, en dan één rij voor elke inschrijving.",
            "the file has no bids: a first row with the names of the columns, then one row for each bid.");
        var (style, doubt) = WrittenNumbers.Decide(header, bodies, options.Numbers);
        if (doubt is not null) return BidTable.Unreadable([doubt]);

        var faults = new List<BidFault>();
        var bids = new List<SubmittedBid>();
        foreach (var row in bodies)
        {
            var reading = new BidRow(header, row, style, options);
            if (reading.Read() is { } bid) bids.Add(bid);
            faults.AddRange(reading.Faults);
        }

        faults.AddRange(BidConsistency.FaultsOf(bids, header));
        return new BidTable(bids, [.. faults.OrderBy(fault => fault.Row)], header.Unread);
    }
}
