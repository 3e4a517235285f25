using Cronos;
using TenderWatch.Core.Languages;

namespace TenderWatch.Local.Hosting;

/// <summary>Waits for the moments of a cron expression in Dutch time.</summary>
internal static class Schedule
{
    /// <summary>Runs an action at every moment of the expression, one run after the other; moments that pass during a run are left out.</summary>
    public static async Task RunAsync(string cron, TimeProvider time, Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        var expression = CronExpression.Parse(cron);
        while (true)
        {
            var now = time.GetUtcNow();
            if (expression.GetNextOccurrence(now, DutchTime.Zone) is not { } next) return;
            await Task.Delay(next - now, time, cancellationToken);
            await action(cancellationToken);
        }
    }
}
