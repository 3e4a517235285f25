using System.CommandLine;
using TenderWatch.Local.Commands;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

var root = new RootCommand("TenderWatch watches procurement notices, routes bids through low-tender and foreign-subsidy checks, and keeps the evidence.")
{
    RunCommand.Create(),
    DemoCommand.Create(),
    IngestCommand.Create(),
    ExtractCommand.Create(),
    VerifyCommand.Create(),
    CasesCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Add --help to see what the command takes.");
    return ExitCodes.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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
