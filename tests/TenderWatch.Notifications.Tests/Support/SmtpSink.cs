using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using TenderWatch.Testing;

namespace TenderWatch.Notifications.Tests.Support;

/// <summary>A real mail server in a process of its own, which hands over what it took.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<TakenMail> _taken = Channel.CreateUnbounded<TakenMail>();
    private readonly Task _reading;

    private SmtpSink(Process process, int port)
    {
        _process = process;
        Port = port;
        _reading = ReadAsync();
    }

    public int Port { get; }

    public ChannelReader<TakenMail> Taken => _taken.Reader;

    public static async Task<SmtpSink> StartAsync(params string[] arguments)
    {
        var folder = Path.Combine(SharedData.Repository, "src", "TenderWatch.Local", "node");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server")), "smtp-server is not installed: run `npm ci` in src/TenderWatch.Local/node");
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments.Prepend("smtp-sink.mjs")) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("smtp-sink.mjs ended before it named its port.");
        return new SmtpSink(process, JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32());
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
            var mail = JsonDocument.Parse(line).RootElement;
            Assert.Equal("email", mail.GetProperty("channel").GetString());
            _taken.Writer.TryWrite(new TakenMail(
                mail.GetProperty("from").GetString()!,
                [.. mail.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
                Convert.FromBase64String(mail.GetProperty("raw").GetString()!)));
        }

        _taken.Writer.Complete();
    }
}

public sealed record TakenMail(string From, string[] To, byte[] Raw);
