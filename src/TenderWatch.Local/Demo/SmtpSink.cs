using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using TenderWatch.Local.Hosting;

namespace TenderWatch.Local.Demo;

/// <summary>A real SMTP server on loopback that delivers nowhere and shows what arrived.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Channel<byte[]> _arrived = Channel.CreateUnbounded<byte[]>();

    private SmtpSink(Process process, int port)
    {
        (_process, Port) = (process, port);
        _reading = ReadAsync();
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The messages that arrived, in order, as they came over the wire.</summary>
    public ChannelReader<byte[]> Arrived => _arrived.Reader;

    /// <exception cref="UnavailableException">The server does not start.</exception>
    public static async Task<SmtpSink> StartAsync(NodePackages packages, CancellationToken cancellationToken)
    {
        var process = Process.Start(packages.Script("smtp-sink.mjs")) ?? throw new UnavailableException("The SMTP sink could not be started.");
        if (await process.StandardOutput.ReadLineAsync(cancellationToken) is not { } line)
            throw new UnavailableException($"The SMTP sink ended while it started: {(await process.StandardError.ReadToEndAsync(cancellationToken)).Trim()}");
        using var first = JsonDocument.Parse(line);
        return new SmtpSink(process, first.RootElement.GetProperty("port").GetInt32());
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            using var message = JsonDocument.Parse(line);
            _arrived.Writer.TryWrite(message.RootElement.GetProperty("raw").GetBytesFromBase64());
        }

        _arrived.Writer.TryComplete();
    }
}
