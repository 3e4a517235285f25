using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>NAME CASE FILE --by NAME</c>: enters a file into a case, or withdraws one, runs the checks again and shows the case.</summary>
/// <param name="Name">The name of the command.</param>
/// <param name="Description">What it does.</param>
/// <param name="What">What the file holds: <c>statement</c>.</param>
/// <param name="File">What the file is.</param>
/// <param name="LargestBytes">The largest file that is read.</param>
internal sealed record EntryCommand(string Name, string Description, string What, string File, long LargestBytes)
{
    /// <summary>Enters the bytes.</summary>
    public required Func<IServiceProvider, ParseResult, Entry, byte[], CancellationToken, Task<EntryOutcome>> Enter { get; init; }

    /// <summary>Withdraws what has a SHA-256 that begins so.</summary>
    public required Func<IServiceProvider, Entry, string, CancellationToken, Task<EntryOutcome>> Withdraw { get; init; }

    /// <summary>Options beside those that every entry has.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    public Command Create()
    {
        var caseId = new Argument<string>("case") { Description = "The id of a case; 'tenderwatch cases' lists them" };
        var file = new Argument<FileInfo?>("file") { Description = File, Arity = ArgumentArity.ZeroOrOne };
        var by = new Option<string>("--by") { Description = "Who enters or withdraws it; stands in the ledger", HelpName = "name", Required = true };
        var withdraw = new Option<string?>("--withdraw") { Description = $"Withdraws a {What} in place of entering one: it counts no more and stays in the ledger", HelpName = "sha256" };
        var common = new HostOptions();
        var command = new Command(Name, Description) { caseId, file, by, withdraw };
        foreach (var option in Options) command.Add(option);
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (path, sha256) = (parsed.GetValue(file), parsed.GetValue(withdraw));
            if ((path is null) == (sha256 is null)) return Usage($"Name either the file of a {What} or --withdraw with the SHA-256 of one.");
            var content = path is null ? null : Load(path);
            if (path is not null && content is null) return ExitCodes.Usage;
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var entry = new Entry(parsed.GetRequiredValue(caseId), parsed.GetRequiredValue(by));
            var outcome = content is not null ? await Enter(host.Services, parsed, entry, content, cancellationToken) : await Withdraw(host.Services, entry, sha256!, cancellationToken);
            if (outcome.Fault is { } fault) return EntryText.Write(fault, path);
            await host.Pipeline.SettleAsync(null, cancellationToken);
            await ShowAsync(host, outcome.CaseId!, entry.By, terminal, common.IsJson(parsed), cancellationToken);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>The bytes; otherwise why not has been said.</summary>
    private byte[]? Load(FileInfo path)
    {
        try
        {
            if (path.Length <= LargestBytes) return System.IO.File.ReadAllBytes(path.FullName);
            Usage($"{path.FullName} is larger than a {What} can be ({LargestBytes / 1024} KiB). Nothing was entered.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Usage($"{path.FullName} cannot be opened: it is not there, or not permitted. Nothing was entered.");
        }

        return null;
    }

    // JSON goes to programs and files: it has what is public. Who has just entered bids may see what came of them.
    private static async Task ShowAsync(LocalHost host, string caseId, string by, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        var view = await host.Services.GetRequiredService<ConfidentialReading>().FindAsync(caseId, json ? null : CommandReader.Of(by), cancellationToken);
        if (view is null) return;
        if (json) CaseOutput.WriteJson(view);
        else CaseText.Write(terminal, view, host.Services.GetServices<ICheck>());
    }

    private static int Usage(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.Usage;
    }

    /// <summary>Into which case something is entered, and by whom.</summary>
    internal sealed record Entry(string CaseId, string By);
}
