using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Reviews.Turns;

namespace TenderWatch.Functions.Tests.Support;

/// <summary>The orchestration of cases and its activities, as the platform finds them: by the attribute on their methods.</summary>
internal static class Activities
{
    private static readonly Dictionary<string, MethodInfo> Methods = typeof(CaseActivityFunctions).GetMethods()
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.Ordinal);

    /// <summary>Registers them.</summary>
    /// <param name="tasks">Where.</param>
    /// <param name="services">The product.</param>
    /// <param name="around">Goes around each call of an activity: its name, its input, the call.</param>
    public static void Add(DurableTaskRegistry tasks, IServiceProvider services, Func<string, string, Func<Task<string>>, Task<string>> around)
    {
        tasks.AddOrchestratorFunc<string[]>(CaseOrchestration.Name, (context, _) => new CaseOrchestration(services.GetRequiredService<CaseTurn>()).RunAsync(context));
        foreach (var (activity, method) in Methods)
        {
            tasks.AddActivityFunc<string, string>(activity, (_, input) => around(activity, input, () =>
                (Task<string>)method.Invoke(new CaseActivityFunctions(services.GetRequiredService<ActivityCalls>()), [input, CancellationToken.None])!));
        }
    }
}
