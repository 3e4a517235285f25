using System.Diagnostics;

namespace TenderWatch.Notifications.Tests.Support;

/// <summary>Microsoft's own renderer of Adaptive Cards and the Markdown that it asks for, from npm, in a folder of their own.</summary>
internal sealed class CardFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenderwatch-cards-");

    public string Renderer => Path.Combine(_folder.FullName, "node_modules", "adaptivecards", "dist", "adaptivecards.js");

    public string Markdown => Path.Combine(_folder.FullName, "node_modules", "markdown-it", "dist", "markdown-it.min.js");

    /// <summary>Installs them.</summary>
    /// <returns>Why not, where that is not possible here.</returns>
    public async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save", "adaptivecards@3.0.5", "markdown-it@14.1.0"])
            {
                WorkingDirectory = _folder.FullName,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            var said = await output + await errors;
            return process.ExitCode == 0 ? null : said;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
