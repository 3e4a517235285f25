using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Local.Commands;

/// <summary><c>filing CASE FILE --by NAME</c>: enters what a tenderer filed under the Foreign Subsidies Regulation into a case, or withdraws it.</summary>
internal static class FilingCommand
{
    public static Command Create() => new EntryCommand(
        "filing",
        "Enter what a tenderer filed under the Foreign Subsidies Regulation into a case, as confidential evidence, and run the checks again",
        "filing",
        "The filing as JSON; docs/fsr-filings.md describes it",
        FilingDocument.LargestBytes)
    {
        Enter = (services, _, entry, content, cancellationToken) => services.GetRequiredService<FilingEntry>().EnterAsync(entry.CaseId, content, entry.By, cancellationToken),
        Withdraw = (services, entry, sha256, cancellationToken) => services.GetRequiredService<FilingEntry>().WithdrawAsync(entry.CaseId, sha256, entry.By, cancellationToken),
    }.Create();
}
