using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using TenderWatch.Local.Hosting;

namespace TenderWatch.Local.Demo;

/// <summary>A real SMTP server on loopback, in a process of its own, that delivers nowhere and hands over what it took.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Channel<TakenMail> _taken = Channel.CreateUnbounded<TakenMail>();

    private SmtpSink(Process process, int port)
    {
        (_process, Port) = (process, port);
        _reading = ReadAsync();
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The messages it took, in order.</summary>
    public ChannelReader<TakenMail> Taken => _taken.Reader;

    /// <param name="packages">The installed packages.</param>
    /// <param name="arguments">See <c>smtp-sink.mjs</c>.</param>
    /// <exception cref="UnavailableException">The server does not start.</exception>
    public static async Task<SmtpSink> StartAsync(NodePackages packages, params string[] arguments)
    {
        var process = Process.Start(packages.Script("smtp-sink.mjs", arguments)) ?? throw new UnavailableException("The SMTP sink could not be started.");
        if (await process.StandardOutput.ReadLineAsync() is not { } line)
            throw new UnavailableException($"The SMTP sink ended while it started: {(await process.StandardError.ReadToEndAsync()).Trim()}");
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
            using var mail = JsonDocument.Parse(line);
            _taken.Writer.TryWrite(new TakenMail(
                mail.RootElement.GetProperty("from").GetString()!,
                [.. mail.RootElement.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
                mail.RootElement.GetProperty("raw").GetBytesFromBase64()));
        }

        _taken.Writer.Complete();
    }
}

/// <summary>A message as it came over the wire.</summary>
/// <param name="From">MAIL FROM.</param>
/// <param name="To">RCPT TO.</param>
/// <param name="Raw">DATA.</param>
internal sealed record TakenMail(string From, IReadOnlyList<string> To, byte[] Raw);
