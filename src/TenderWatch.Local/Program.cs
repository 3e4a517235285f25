using System.CommandLine;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Hosting;
using TenderWatch.Local.Commands;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;
using TenderWatch.Storage;

var root = new RootCommand("TenderWatch watches procurement notices, routes bids through low-tender and foreign-subsidy checks, and keeps the evidence.")
{
    RunCommand.Create(),
    DemoCommand.Create(),
    IngestCommand.Create(),
    BackfillCommand.Create(),
    ExtractCommand.Create(),
    FactsCommand.Create(),
    SummaryCommand.Create(),
    CheckCommand.Create(),
    VerifyCommand.Create(),
    RetentionCommand.Create(),
    HoldCommand.Create(),
    CheckpointCommand.Create(),
    ExportCommand.Create(),
    CasesCommand.Create(),
    AnswersCommand.Create(),
    SourcesCommand.Create(),
    MessagesCommand.Create(),
    FsrCommand.Create(),
    StatementCommand.Create(),
    BidsCommand.Create(),
    FilingCommand.Create(),
    DocumentsCommand.Create(),
    ScreenCommand.Create(),
    ExplanationCommand.Create(),
    AidCommand.Create(),
    RecheckCommand.Create(),
    ReplayCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0) return UsageFault.Write(parsed);

try
{
    // A clean stop waits for the storage call under way; the library's own 2 seconds are short for a busy machine.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped. What was done stays done; the same command goes on from there.");
    return ExitCodes.Interrupted;
}
catch (UnavailableException missing)
{
    Console.Error.WriteLine(missing.Message);
    return ExitCodes.Unavailable;
}
catch (AccessNotRecordedException refused)
{
    Console.Error.WriteLine($"{refused.Message} {StorageFaults.Of(refused.InnerException!) ?? refused.InnerException!.Message}");
    return ExitCodes.Unavailable;
}
catch (SigningKeyException unusable)
{
    Console.Error.WriteLine(unusable.Message);
    return ExitCodes.Unavailable;
}
catch (Exception fault) when (StorageFaults.Of(fault) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return ExitCodes.Unavailable;
}
