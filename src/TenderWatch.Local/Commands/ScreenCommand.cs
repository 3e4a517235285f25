using System.CommandLine;
using System.Globalization;
using TenderWatch.Core.Screening;
using TenderWatch.Core.Screening.Settings;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>screen FILE</c>: bulk screening of OCDS releases; the result on standard output, what was wrong on standard error.</summary>
internal static class ScreenCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file|-") { Description = "OCDS releases as JSON lines, one compiled release a line; or - for standard input" };
        var settings = new Option<string?>("--settings") { Description = "A settings file of OCP Cardinal (INI); without one all indicators run with their defaults", HelpName = "file" };
        var explain = new Option<bool>("--explain") { Description = "Add why an indicator says nothing about a release or an organisation" };
        var map = new Option<bool>("--map") { Description = "Add which organisations belong to which contracting processes" };
        var noMeta = new Option<bool>("--no-meta") { Description = "Leave out the quartiles and fences" };
        var command = new Command("screen", "Screen OCDS releases with the indicators of OCP Cardinal") { file, settings, explain, map, noMeta };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(
                parsed.GetRequiredValue(file),
                parsed.GetValue(settings),
                new ScreeningOptions { Explain = parsed.GetValue(explain), Maps = parsed.GetValue(map), Meta = !parsed.GetValue(noMeta) },
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static int Run(string path, string? settingsPath, ScreeningOptions options, CancellationToken cancellationToken)
    {
        if (Settings(settingsPath) is not { } settings) return ExitCodes.Usage;
        if (!settings.HasIndicators) Console.Error.WriteLine($"{settingsPath} turns no indicator on; a section such as [R024] does.");
        if (Open(path) is not { } input) return ExitCodes.Usage;
        using (input)
        {
            try
            {
                var result = BulkScreening.Run(input, settings, options, cancellationToken);
                using var output = Console.OpenStandardOutput();
                result.WriteTo(output);
                return Tell(result, settings);
            }
            catch (IOException broken)
            {
                Console.Error.WriteLine($"{path} cannot be read to its end: {broken.Message}");
                return ExitCodes.Fault;
            }
        }
    }

    private static ScreeningSettings? Settings(string? path)
    {
        if (path is null) return ScreeningSettings.Default;
        try
        {
            var reading = SettingsReader.Read(File.ReadAllText(path));
            foreach (var fault in reading.Faults) Console.Error.WriteLine($"{path}, {fault}");
            return reading.Settings;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The settings file {path} cannot be read: {wrong.Message}");
            return null;
        }
    }

    private static Stream? Open(string path)
    {
        if (path == "-") return Console.OpenStandardInput();
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(Directory.Exists(path) ? $"{path} is a folder; name a file with one release a line." : File.Exists(path) ? $"{path} cannot be opened: {wrong.Message}" : $"There is no file {path}.");
            return null;
        }
    }

    private static int Tell(ScreeningResult result, ScreeningSettings settings)
    {
        foreach (var bad in result.BadLines) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Line {bad.Line} {bad.Fault}"));
        var unnamed = result.BadLineCount - result.BadLines.Count;
        if (unnamed > 0) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"And {unnamed} more lines that hold no release."));
        if (result.OtherCurrencies > 0 && !settings.CurrencyMismatchIsInformation)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.OtherCurrencies} prices are not in {result.Currency} and were not compared."));
        }

        return result.BadLineCount == 0 ? ExitCodes.Ok : ExitCodes.Fault;
    }
}
