using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TenderWatch.Local.Hosting;

/// <summary>Settles the cases as soon as somebody has entered something, without waiting for the next minute.</summary>
internal sealed partial class PromptSettling(Pipeline pipeline, ILogger<PromptSettling> log) : IAsyncDisposable
{
    // One that waits is enough: settling takes everything that is there.
    private readonly Channel<bool> _entered = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _ends = new();
    private Task _running = Task.CompletedTask;

    /// <summary>After a request that may have entered something.</summary>
    public async Task AfterAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) _entered.Writer.TryWrite(true);
    }

    /// <summary>Begins to settle.</summary>
    public void Start() => _running = Task.Run(RunAsync);

    private async Task RunAsync()
    {
        try
        {
            await foreach (var _ in _entered.Reader.ReadAllAsync(_ends.Token)) await SettleAsync();
        }
        catch (OperationCanceledException)
        {
            // The host ends.
        }
    }

    private async Task SettleAsync()
    {
        try
        {
            await pipeline.SettleAsync(null, _ends.Token);
        }
        catch (Exception fault) when (!_ends.IsCancellationRequested)
        {
            LogFailed(log, fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        await _running;
        _ends.Dispose();
    }

    [LoggerMessage(EventId = 203, EventName = "SettlingFailed", Level = LogLevel.Warning, Message = "Settling after an entry failed and is done again within a minute")]
    private static partial void LogFailed(ILogger log, Exception fault);
}
