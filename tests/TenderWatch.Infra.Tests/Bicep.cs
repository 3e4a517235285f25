using System.Diagnostics;
using System.Reflection;

namespace TenderWatch.Infra.Tests;

/// <summary>The Bicep compiler from its package. It asks no network.</summary>
internal static class Bicep
{
    private static readonly string Path = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "BicepPath").Value!;

    /// <summary>Runs it.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="environment">What azd would set.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>Exit code, standard output and standard error.</returns>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
