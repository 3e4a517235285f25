using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace TenderWatch.Functions.Tests.Support;

/// <summary>The activities as the platform finds them: by the attribute on their methods.</summary>
internal static class Activities
{
    private static readonly Dictionary<string, MethodInfo> Methods = typeof(CaseActivityFunctions).GetMethods()
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => Methods.Keys;

    public static Task<string> CallAsync(CaseActivityFunctions functions, string activity, string input) =>
        (Task<string>)Methods[activity].Invoke(functions, [input, CancellationToken.None])!;
}
