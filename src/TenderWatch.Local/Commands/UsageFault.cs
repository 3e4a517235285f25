using System.CommandLine;
using System.CommandLine.Parsing;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary>A command line that cannot be understood.</summary>
internal static class UsageFault
{
    /// <summary>Says what is wrong and where the help is.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // With an unknown command the parser says as well that none was given.
        var wrong = command is RootCommand && parsed.UnmatchedTokens is [var unknown, ..] ? [$"There is no command or option '{unknown}'."] : parsed.Errors.Select(error => error.Message);
        foreach (var message in wrong) Console.Error.WriteLine(message);
        Console.Error.WriteLine(command is RootCommand ? "'tenderwatch --help' lists the commands." : $"'tenderwatch {PathOf(parsed.CommandResult)} --help' says what the command takes.");
        return ExitCodes.Usage;
    }

    // "fsr clock", not "clock": help is asked for by the whole path.
    private static string PathOf(SymbolResult result) => result.Parent is CommandResult { Command: not RootCommand } parent ? $"{PathOf(parent)} {((CommandResult)result).Command.Name}" : ((CommandResult)result).Command.Name;
}
