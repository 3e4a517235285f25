using System.CommandLine;
using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Vectors;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>check --vectors FILE</c>: runs the methods of the low-tender panel on vectors, without storage, network or settings.</summary>
internal static class CheckCommand
{
    // Vectors are small; what is larger is another file.
    private const long LargestFile = 64 * 1024 * 1024;

    public static Command Create()
    {
        var vectors = new Option<FileInfo>("--vectors") { Description = "Inputs of methods with the figures expected of them (JSON); prints the reckoned figures beside the expected ones", HelpName = "file", Required = true };
        var json = new Option<bool>("--json") { Description = "A JSON array with one object for each vector" };
        var command = new Command("check", "Run the low-tender methods on vectors: figures expected and reckoned, without storage, network or settings") { vectors, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed.GetRequiredValue(vectors), parsed.GetValue(json), cancellationToken), cancellationToken));
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
