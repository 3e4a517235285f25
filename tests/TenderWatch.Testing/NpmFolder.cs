using System.Diagnostics;

namespace TenderWatch.Testing;

/// <summary>Packages from npm in a folder of their own, for what tests need besides the product.</summary>
public sealed class NpmFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenderwatch-npm-");

    /// <summary>Where a file of an installed package is.</summary>
    /// <param name="parts">The package, then the way to the file.</param>
    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([_folder.FullName, "node_modules", .. parts]);

    /// <summary>Installs packages.</summary>
    /// <param name="packages">Each with its version: <c>axe-core@4.11.0</c>.</param>
    /// <param name="cancellationToken">Stops the installation.</param>
    /// <returns>Why not, where that is not possible here.</returns>
    public async Task<string?> InstallAsync(IEnumerable<string> packages, CancellationToken cancellationToken)
    {
        var (exit, said) = await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save", .. packages], cancellationToken);
        return exit == 0 ? null : said;
    }

    /// <summary>Runs a program in the folder.</summary>
    /// <returns>Its exit code and all that it said; -1 where there is no such program.</returns>
    public async Task<(int Exit, string Said)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = _folder.FullName,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
            })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }

    /// <summary>Writes a file into the folder.</summary>
    public Task WriteAsync(string name, string text, CancellationToken cancellationToken) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
