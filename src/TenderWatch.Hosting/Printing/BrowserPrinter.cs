using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Dossiers.Making;

namespace TenderWatch.Hosting.Printing;

/// <summary>
/// Prints with a Chromium that is installed: no network, no script (the policy of the page allows none; Chromium drives its own printing by one), a profile of its own that is gone afterwards, one at a time and not for ever. Its sandbox is on, unless this process
/// is that of the superuser, for which Chromium has none.
/// </summary>
/// <param name="browser">The program; <see langword="null"/> for none.</param>
/// <param name="log">Told why something could not be printed.</param>
public sealed partial class BrowserPrinter(string? browser, ILogger<BrowserPrinter> log) : IPagePrinter, IDisposable
{
    private const string PageName = "index.html";
    private const string PrintName = "print.pdf";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <inheritdoc/>
    public bool CanPrint => browser is not null;

    /// <inheritdoc/>
    public async Task<byte[]?> PrintAsync(byte[] html, CancellationToken cancellationToken)
    {
        if (browser is null) return null;
        await _oneAtATime.WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("tenderwatch-print-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, PageName), html, cancellationToken);
            if (!await RunAsync(folder.FullName, cancellationToken)) return null;
            var print = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, PrintName), cancellationToken);
            return PdfDates.Without(print);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            LogNotPrinted(fault.Message);
            return null;
        }
        finally
        {
            Discard(folder);
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<bool> RunAsync(string folder, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update",
            "--disable-dev-shm-usage", "--proxy-server=127.0.0.1:9", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            "--user-data-dir=" + Path.Combine(folder, "profile"), "--print-to-pdf=" + Path.Combine(folder, PrintName),
            .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? (string[])["--no-sandbox"] : [],
            new Uri(Path.Combine(folder, PageName)).AbsoluteUri,
        ];
        var start = new ProcessStartInfo(browser!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            LogNotPrinted($"{browser} did not end within {Patience.TotalSeconds:0} seconds");
            return false;
        }

        await output;
        if (process.ExitCode == 0 && File.Exists(Path.Combine(folder, PrintName))) return true;
        LogNotPrinted($"{browser} ended with exit code {process.ExitCode}: {Last(await error)}");
        return false;
    }

    private static string Last(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var line] ? line[..Math.Min(300, line.Length)] : "it said nothing";

    private void Discard(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogLeft(folder.FullName, fault.Message);
        }
    }

    [LoggerMessage(EventId = 7011, EventName = "NotPrinted", Level = LogLevel.Warning, Message = "A dossier has no PDF: {Reason}. Its page says how to print it; TenderWatch:Evidence:Browser names the browser")]
    private partial void LogNotPrinted(string reason);

    [LoggerMessage(EventId = 7012, EventName = "PrintLeft", Level = LogLevel.Warning, Message = "The folder {Folder} could not be removed: {Reason}")]
    private partial void LogLeft(string folder, string reason);
}
