using System.CommandLine;
using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Vectors;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>check BIDS</c> and <c>check --vectors FILE</c>: the low-tender panel on bids from a file, or its methods on vectors; without storage, network or settings.</summary>
internal static class CheckCommand
{
    // Vectors are small; what is larger is another file.
    private const long LargestFile = 64 * 1024 * 1024;

    public static Command Create()
    {
        var vectors = new Option<FileInfo?>("--vectors") { Description = "Inputs of methods with the figures expected of them (JSON); prints the reckoned figures beside the expected ones", HelpName = "file" };
        var json = new Option<bool>("--json") { Description = "Everything as JSON on standard output" };
        var bids = new Argument<FileInfo?>("bids") { Description = "Bids as CSV, XLSX or JSON; docs/bids.md describes the columns", Arity = ArgumentArity.ZeroOrOne };
        var picture = new Option<FileInfo?>("--picture") { Description = "Draws the bids with every limit (SVG)", HelpName = "file" };
        var settings = new Option<FileInfo?>("--settings") { Description = "Settings file with other limits [default: local.settings.json in this folder, if there is one]", HelpName = "file" };
        var options = new BidOptions();
        var command = new Command("check", "Hold bids from a file against the low-tender methods, or run the methods on vectors; nothing is stored or sent") { bids, vectors, json, picture, settings };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => (parsed.GetValue(bids), parsed.GetValue(vectors)) switch
        {
            ({ } file, null) => BidCheck.Run(file, options, parsed, parsed.GetValue(json), parsed.GetValue(picture), parsed.GetValue(settings)),
            (null, { } file) => Run(file, parsed.GetValue(json), cancellationToken),
            _ => Wrong("Name either a file of bids or --vectors with a file of vectors."),
        }, cancellationToken));
        return command;
    }

    private static int Run(FileInfo file, bool json, CancellationToken cancellationToken)
    {
        if (!file.Exists) return Wrong($"There is no file {file}.");
        if (file.Length > LargestFile) return Wrong($"The file {file} has {file.Length} bytes; at most {LargestFile} are read.");
        try
        {
            using var stream = file.OpenRead();
            using var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Array) return Wrong($"The file {file} is no JSON array of vectors.");
            var results = new List<VectorResult>();
            foreach (var vector in document.RootElement.EnumerateArray())
            {
                cancellationToken.ThrowIfCancellationRequested();
                results.Add(VectorRun.Of(vector));
            }

            if (json) VectorOutput.WriteJson(results);
            else VectorOutput.WriteText(Terminal.For(json: false), results);
            return results.TrueForAll(result => result.IsEqual) ? ExitCodes.Ok : ExitCodes.Fault;
        }
        catch (JsonException wrong)
        {
            return Wrong($"The file {file} is no JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Wrong($"The file {file} cannot be read: it is locked, not permitted or damaged.");
        }
    }

    private static int Wrong(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.Usage;
    }
}
