using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Local.Commands;

/// <summary><c>bids CASE FILE --by NAME</c>: enters the bids on lots of a case, or withdraws them.</summary>
internal static class BidsCommand
{
    private const long LargestBytes = 32 * 1024 * 1024;

    public static Command Create()
    {
        var reading = new BidReadingOptions();
        return new EntryCommand(
            "bids",
            "Enter the bids on lots of a case, as confidential evidence, and run the checks again",
            "file of bids",
            "Bids as CSV, XLSX or JSON; docs/bids.md describes the columns",
            LargestBytes)
        {
            Enter = (services, parsed, entry, content, cancellationToken) => services.GetRequiredService<BidEntry>().EnterAsync(entry.CaseId, content, reading.Of(parsed), entry.By, cancellationToken),
            Withdraw = (services, entry, sha256, cancellationToken) => services.GetRequiredService<BidEntry>().WithdrawAsync(entry.CaseId, sha256, entry.By, cancellationToken),
            Options = reading.All,
        }.Create();
    }
}
