using TenderWatch.Core.Watching;

namespace TenderWatch.Notifications.Tests.Support;

/// <summary>Alarms as they are raised and ended.</summary>
internal static class Alarms
{
    // A Thursday morning.
    public static readonly DateTimeOffset Moment = new(2026, 11, 19, 7, 40, 0, TimeSpan.Zero);

    public static SourceAlarm Silent { get; } = Raised(SourceCondition.Silent, Moment.AddHours(-40)) is var raised
        ? raised with { Health = raised.Health with { Expected = 81, LastNew = Moment.AddHours(-40) } }
        : null!;

    public static SourceAlarm Untrusted { get; } = Failing(SourceCondition.Untrusted, "canary", "https://www.tenderned.nl/papi must find nothing and found 145300: TenderNed no longer filters by day.");

    public static SourceAlarm Failing(SourceCondition condition, string code, string text, string source = "tenderned")
    {
        var raised = Raised(condition, Moment.AddHours(-7));
        return raised with { Health = raised.Health with { Source = source, Failure = text, FailureCode = code } };
    }

    public static SourceAlarm Raised(SourceCondition condition, DateTimeOffset? since) => new()
    {
        At = Moment,
        Health = new SourceHealth
        {
            Source = "tenderned",
            Condition = condition,
            Since = since,
            LastSuccess = Moment.AddHours(-12),
            LastNew = Moment.AddHours(-15),
            Days =
            [
                new DayHealth(new DateOnly(2026, 11, 19), true, true, 0, 0, 81, false, 0),
                new DayHealth(new DateOnly(2026, 11, 18), true, true, 0, 0, 81, true, 0),
                new DayHealth(new DateOnly(2026, 11, 17), true, true, 73, 73, 81, false, 0),
            ],
        },
    };
}
