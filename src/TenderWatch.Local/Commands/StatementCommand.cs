using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Supply;

namespace TenderWatch.Local.Commands;

/// <summary><c>statement CASE FILE --by NAME</c>: enters what a document says about the supply into a case, or withdraws it.</summary>
internal static class StatementCommand
{
    public static Command Create() => new EntryCommand(
        "statement",
        "Enter what a document says about suppliers, owners and origin into a case, and run the checks again",
        "statement",
        "The statement as JSON; docs/supply.md describes it",
        SupplyStatements.LargestBytes)
    {
        Enter = (services, _, entry, content, cancellationToken) => services.GetRequiredService<StatementEntry>().EnterAsync(entry.CaseId, content, entry.By, cancellationToken),
        Withdraw = (services, entry, sha256, cancellationToken) => services.GetRequiredService<StatementEntry>().WithdrawAsync(entry.CaseId, sha256, entry.By, cancellationToken),
    }.Create();
}
