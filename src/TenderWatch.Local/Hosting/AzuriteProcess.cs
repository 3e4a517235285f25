using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TenderWatch.Local.Hosting;

/// <summary>The ports that Azurite listens on; 0 for any free one.</summary>
/// <param name="Blob">For blobs.</param>
/// <param name="Queue">For queues.</param>
/// <param name="Table">For tables.</param>
internal sealed record AzuritePorts(int Blob = 0, int Queue = 0, int Table = 0);

/// <summary>Azurite as a child process on 127.0.0.1. It ends with this process, and writes everything before it ends.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    // Published by Microsoft for the emulator: the same on every machine, and no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestFlush = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly FileStream? _lock;

    private AzuriteProcess(Process process, FileStream? held, AzuritePorts ports)
    {
        _process = process;
        _lock = held;
        ConnectionString = string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{ports.Blob}/{Account};QueueEndpoint=http://127.0.0.1:{ports.Queue}/{Account};TableEndpoint=http://127.0.0.1:{ports.Table}/{Account}");
    }

    /// <summary>How to connect to it.</summary>
    public string ConnectionString { get; }

    /// <summary>The id of its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="packages">The installed packages.</param>
    /// <param name="folder">Where it keeps its data; <see langword="null"/> for memory. One process at a time uses a folder.</param>
    /// <param name="ports">Where it listens.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="UnavailableException">Another process uses the folder, or Azurite does not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(NodePackages packages, string? folder, AzuritePorts ports, CancellationToken cancellationToken)
    {
        FileStream? held = null;
        try
        {
            if (folder is not null)
            {
                folder = Path.GetFullPath(folder);
                Directory.CreateDirectory(folder);
                held = await FileLock.TakeAsync(Path.Combine(folder, "azurite.lock"), LongestFlush, cancellationToken);
                await WaitForPreviousAsync(Path.Combine(folder, "azurite.pid"), cancellationToken);
            }

            var process = Start(packages, folder, ports);
            try
            {
                return new AzuriteProcess(process, held, await ListeningAsync(process, cancellationToken));
            }
            catch
            {
                process.StandardInput.Close();
                throw;
            }
        }
        catch
        {
            if (held is not null) await held.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets it write everything and end.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(cancellationToken);
        }

        if (_lock is not null) await _lock.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static Process Start(NodePackages packages, string? folder, AzuritePorts ports)
    {
        static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);
        // Newer SDKs than Azurite ask for newer versions of the API, of which they use nothing that is new.
        var start = packages.Script(
            "azurite.mjs",
            [
                "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--disableProductStyleUrl",
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
                "--blobPort", Number(ports.Blob), "--queuePort", Number(ports.Queue), "--tablePort", Number(ports.Table),
                .. folder is null ? ["--inMemoryPersistence"] : new[] { "--location", folder },
            ]);
        if (folder is not null) start.Environment["TENDERWATCH_AZURITE_FOLDER"] = folder;
        return Process.Start(start) ?? throw new UnavailableException("Azurite could not be started.");
    }

    private static async Task<AzuritePorts> ListeningAsync(Process process, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestStart);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var ports = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            while (ports.Count < 3)
            {
                var line = await process.StandardOutput.ReadLineAsync(limit.Token)
                    ?? throw new UnavailableException($"Azurite ended while it started. Is one of its ports taken? It said: {(await errors).Trim()}");
                if (Listening().Match(line) is { Success: true } match) ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnavailableException($"Azurite did not listen within {LongestStart.TotalSeconds} seconds. End what keeps this machine busy and start again.");
        }

        // Read to the end, so that Azurite never waits for a reader.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return new AzuritePorts(ports["Blob"], ports["Queue"], ports["Table"]);
    }

    // The program that started it may be gone, and Azurite still be writing.
    private static async Task WaitForPreviousAsync(string mark, CancellationToken cancellationToken)
    {
        if (!File.Exists(mark) || !int.TryParse(await File.ReadAllTextAsync(mark, cancellationToken), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return;
        try
        {
            using var previous = Process.GetProcessById(id);
            // A process that is younger than the mark has only got the same number.
            if (previous.StartTime.ToUniversalTime() > File.GetLastWriteTimeUtc(mark) + TimeSpan.FromSeconds(2)) return;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(LongestFlush);
            await previous.WaitForExitAsync(limit.Token);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It has ended.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnavailableException($"Azurite (process {id}) still uses {Path.GetDirectoryName(mark)}. End it (it writes its data when it is asked to end) and start again.");
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://127\.0\.0\.1:(?<port>\d{1,5})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listening();
}
