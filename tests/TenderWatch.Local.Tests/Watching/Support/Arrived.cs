using Microsoft.Extensions.Logging;
using TenderWatch.Core.Messages;
using TenderWatch.Notifications.Sending;

namespace TenderWatch.Local.Tests.Watching.Support;

/// <summary>What came out of the product: the messages as their recipients got them, and what was logged.</summary>
internal sealed class Arrived : ILoggerProvider, ILogger
{
    private readonly Lock _lock = new();
    private readonly List<OutboxMessage> _messages = [];
    private readonly List<int> _logged = [];
    private readonly List<string> _lines = [];

    public IReadOnlyList<OutboxMessage> Messages
    {
        get
        {
            lock (_lock) return [.. _messages];
        }
    }

    /// <summary>What was logged, with the exceptions.</summary>
    public IReadOnlyList<string> Logged
    {
        get
        {
            lock (_lock) return [.. _lines];
        }
    }

    public int TimesLogged(int number)
    {
        lock (_lock) return _logged.Count(one => one == number);
    }

    public void Add(OutboxMessage message)
    {
        lock (_lock) _messages.Add(message);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{formatter(state, exception)} {exception}";
        lock (_lock)
        {
            _logged.Add(eventId.Id);
            _lines.Add(line);
        }
    }

    public void Dispose()
    {
    }
}

/// <summary>Brings messages into memory.</summary>
internal sealed class ArrivingSender(string channel, Arrived arrived) : IMessageSender
{
    public string Channel => channel;

    public Task<SendResult> SendAsync(OutboxMessage message, byte[] content, CancellationToken cancellationToken)
    {
        arrived.Add(message);
        return Task.FromResult<SendResult>(new SendResult.Sent());
    }
}
