using System.Diagnostics;
using System.Text;

namespace TenderWatch.Local.Tests.Support;

/// <summary>The command line as a user runs it: a process of its own, in a folder of its own.</summary>
internal sealed class Cli : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "tenderwatch.dll");

    public Cli() => Folder = Directory.CreateTempSubdirectory("tenderwatch-").FullName;

    public string Folder { get; }

    /// <summary>Environment variables beside those of the test run; settings, for the most part.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public async Task<CliResult> RunAsync(params string[] arguments) => await RunAsync(arguments, null);

    public async Task<CliResult> RunAsync(string[] arguments, byte[]? input)
    {
        using var process = Start(arguments);
        if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        // Longer than the storage client waits for an answer that does not come and asks again: then the command ends by itself and says so.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException stopped)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"tenderwatch {string.Join(' ', arguments)} did not end. It said: {await output}{await error}", stopped);
        }

        return new CliResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the command without waiting.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record CliResult(int ExitCode, string Output, string Error);
