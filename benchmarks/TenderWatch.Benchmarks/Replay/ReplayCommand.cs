using System.Globalization;
using TenderWatch.Local.Hosting;

namespace TenderWatch.Benchmarks.Replay;

/// <summary><c>replay [--data FOLDER] [--notices N] [--memory]</c>: a whole process, because its memory is part of the question.</summary>
internal static class ReplayCommand
{
    private const int Phases = 10;

    private static readonly string[] Formats = ["eforms", "ted-legacy"];

    /// <param name="data">The folder of real notices; its folders <c>eforms</c> and <c>ted-legacy</c> are read.</param>
    /// <param name="notices">How many are replayed.</param>
    /// <param name="inMemory">Whether Azurite keeps its data in memory; else in a folder, as the local host has it.</param>
    /// <param name="output">Where the report goes.</param>
    public static async Task<int> RunAsync(string data, int notices, bool inMemory, TextWriter output)
    {
        var files = Files(data);
        var size = notices / Phases;
        var made = new MadeNotices(files, size);
        if (notices > made.Most)
        {
            await Console.Error.WriteLineAsync($"{notices} notices cannot be made of {files.Count}: {made.Most} at most.");
            return 2;
        }

        var folder = inMemory ? null : Directory.CreateTempSubdirectory("tenderwatch-replay-").FullName;
        var packages = await NodePackages.EnsureAsync(folder: null, output.WriteLine, CancellationToken.None);
        await using (var azurite = await AzuriteProcess.StartAsync(packages, folder, new AzuritePorts(), CancellationToken.None))
        {
            var report = await ReplayRun.RunAsync(made, Phases, size, azurite, CancellationToken.None);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{notices} notices made of {files.Count} real ones; Azurite in {folder ?? "memory"}"));
            report.Write(output);
        }

        if (folder is not null) Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>The real notices of a folder.</summary>
    public static IReadOnlyList<string> Files(string data) =>
        [.. Formats.SelectMany(part => Directory.EnumerateFiles(Path.Combine(data, part), "*.xml", SearchOption.AllDirectories))];
}
