using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Local.Demo;

namespace TenderWatch.Sources.Tests.TenderNed;

/// <summary>The source as a host registers it, over real HTTP to a replay server that may misbehave.</summary>
internal sealed class SourceHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private SourceHost(ReplayServer server, ServiceProvider services, WatchedTime time, CollectedLog log, RequestLog requests)
    {
        Server = server;
        _services = services;
        Time = time;
        Log = log;
        Requests = requests;
    }

    public static DateOnly Day { get; } = new(2026, 9, 21);

    public ReplayServer Server { get; }

    public WatchedTime Time { get; }

    public CollectedLog Log { get; }

    public RequestLog Requests { get; }

    public INoticeSource Source => _services.GetServices<INoticeSource>().Single(source => source.Name == "tenderned");

    public INoticeSource Ted => _services.GetServices<INoticeSource>().Single(source => source.Name == "ted");

    public INoticeSource Mercell => _services.GetServices<INoticeSource>().Single(source => source.Name == "mercell");

    public IReadOnlyList<SwitchedOffSource> Off => [.. _services.GetServices<SwitchedOffSource>()];

    public IPublicationReader Reader => _services.GetRequiredService<IPublicationReader>();

    public static async Task<SourceHost> StartAsync(
        SampleFolder samples, Func<HttpContext, Func<Task>, Task>? fault = null, Action<SourcesSettings, ReplayServer>? configure = null)
    {
        var requests = new RequestLog();
        var server = await ReplayServer.StartAsync(samples.Root, "reader", "pass:wörd", async (context, next) =>
        {
            requests.Add(context.Request);
            await (fault is null ? next() : fault(context, next));
        });
        var settings = new SourcesSettings { MinimumInterval = TimeSpan.Zero, FirstRetryAfter = TimeSpan.Zero };
        settings.TenderNed.BaseAddress = server.TenderNed;
        settings.Ted.BaseAddress = settings.Ted.SearchAddress = server.Ted;
        configure?.Invoke(settings, server);
        Assert.Empty(settings.Validate());
        var time = new WatchedTime();
        var log = new CollectedLog();
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(new Random(1))
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddTenderWatchSources(settings, XmlStub.Read);
        return new SourceHost(server, services.BuildServiceProvider(), time, log, requests);
    }

    public Task<SourceResult<Publication>> ReadAsync(string id) => Source.ReadAsync(new NoticeKey("tenderned", id), TestContext.Current.CancellationToken);

    public Task<SourceFailure?> ProbeAsync() => Source.ProbeAsync(TestContext.Current.CancellationToken);

    public Task<SourceResult<DayListing>> ListAsync(bool mustBeComplete = true, DateOnly? day = null) =>
        Source.ListAsync(day ?? Day, mustBeComplete, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}

/// <summary>Stands in for the reader of eForms: the element's name decides.</summary>
internal static class XmlStub
{
    public static NoticeReading Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return text.Contains("<Notice", StringComparison.Ordinal)
            ? new NoticeReading.Read(new Notice { Format = "eforms", PublicationNumber = "643394-2026", PublicationDate = new DateOnly(2026, 9, 22), Title = "uit XML" })
            : new NoticeReading.Unreadable(new ReadingFault("not-a-notice", "no notice"));
    }
}

/// <summary>The requests that reached the server.</summary>
internal sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<(string Target, IHeaderDictionary Headers)> _requests = [];

    public IReadOnlyList<(string Target, IHeaderDictionary Headers)> All
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    public int Count => All.Count;

    public void Add(HttpRequest request)
    {
        lock (_lock) _requests.Add((request.Path + request.QueryString, new HeaderDictionary(request.Headers.ToDictionary(header => header.Key, header => header.Value))));
    }
}

/// <summary>Everything that was logged, as text with its exceptions.</summary>
internal sealed class CollectedLog : ILoggerProvider, ILogger
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    public string Text
    {
        get
        {
            lock (_lock) return string.Join('\n', _lines);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        lock (_lock) _lines.Add(state.ToString()!);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock) _lines.Add($"{eventId.Id} {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
