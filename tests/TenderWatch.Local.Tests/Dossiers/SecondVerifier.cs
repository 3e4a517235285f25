using System.Diagnostics;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary>The verifier in another language that was written from the format's page.</summary>
internal static class SecondVerifier
{
    private const string NotChecked = "not checked: ";

    private static readonly string Program = Path.Combine(SharedData.Repository, "tests", "verifier", "verify.mjs");

    /// <summary>The files that it names.</summary>
    public static async Task<HashSet<string>> FaultsAsync(string dossier) => (await RunAsync(dossier)).Faults;

    /// <summary>The files that it names, and what it says it leaves to others.</summary>
    public static async Task<(HashSet<string> Faults, IReadOnlyList<string> NotChecked)> RunAsync(string place, string? kept = null)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Program, place, .. kept is null ? Array.Empty<string>() : [kept]]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var left = (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(node.ExitCode is 0 or 1 && left.All(line => line.StartsWith(NotChecked, StringComparison.Ordinal)), await error);
        Assert.Equal(lines.Length > 0, node.ExitCode == 1);
        return (lines.Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal), left);
    }
}
