using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TenderWatch.Hosting;
using TenderWatch.Notifications;

namespace TenderWatch.Infra.Tests.Promises;

/// <summary>What holds of alerts.</summary>
internal static partial class AlertPromises
{
    private const string Rule = "Microsoft.Insights/scheduledQueryRules";

    /// <summary>Every event that the code logs: its number, its name, and where.</summary>
    public static IReadOnlyList<(int Id, string Name, string Where)> Events { get; } =
    [
        .. new[] { typeof(NotificationSettings).Assembly, typeof(TenderWatchServices).Assembly, typeof(Core.Notices.Notice).Assembly, typeof(Sources.SourcesSettings).Assembly,
                typeof(Storage.StorageAccount).Assembly, typeof(Web.WebSettings).Assembly, Assembly.Load("tenderwatch") }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (Event: method.GetCustomAttribute<LoggerMessageAttribute>(), Method: method))
            .Where(one => one.Event is not null)
            .Select(one => (one.Event!.EventId, one.Event.EventName ?? one.Method.Name, $"{one.Method.DeclaringType}.{one.Method.Name}")),
    ];

    public static IEnumerable<Promise> All =>
    [
        new("every alert looks for events that the code logs", EventsExist),
        new("people are told of silent sources, dead letters, stuck cases, a service that stands still, and cost", Covered),
        new("every alert reaches somebody", Reaches),
    ];

    private static IEnumerable<string> EventsExist(Deployment deployment) => deployment.Of(Rule).SelectMany(rule => Numbers(rule)
        .Where(id => !Events.Any(one => one.Id == id && Names(rule).Contains(one.Name, StringComparer.Ordinal))).Select(id => $"{rule.Title} looks for event {id}, which nothing logs, or not by that name"));

    private static IEnumerable<string> Covered(Deployment deployment)
    {
        var numbers = deployment.Of(Rule).Where(rule => rule.Has("properties.enabled", true)).SelectMany(Numbers).ToHashSet();
        foreach (var (id, what) in new[] { (104, "a source in trouble"), (5003, "dead letters"), (210, "stuck cases") })
        {
            if (!numbers.Contains(id)) yield return $"{Rule}: nobody is told of {what} (event {id})";
        }

        if (!deployment.Of(Rule).Any(rule => rule.Has("properties.criteria.allOf.0.operator", "LessThan"))) yield return $"{Rule}: nobody is told when the service stands still";
        if (deployment.Outputs["TENDERWATCH_EVIDENCE_RETENTION_DAYS"]!.GetValue<int>() > 1 && !deployment.Of("Microsoft.Consumption/budgets").Any()) yield return "Microsoft.Consumption/budgets: nobody is told of cost";
    }

    private static IEnumerable<string> Reaches(Deployment deployment)
    {
        var groups = deployment.Of("Microsoft.Insights/actionGroups").Where(group => group.At("properties.emailReceivers")!.AsArray().Count > 0).Select(group => group.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return deployment.Of(Rule).Where(rule => !groups.Contains(rule.Text("properties.actions.actionGroups.0") ?? "")).Select(rule => $"{rule.Title} reaches nobody");
    }

    private static IEnumerable<int> Numbers(Resource rule) => Listed().Matches(rule.Text("properties.criteria.allOf.0.query")!)
        .SelectMany(match => match.Groups["ids"].Value.Split(',')).Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    private static IEnumerable<string> Names(Resource rule) => Named().Matches(rule.Text("properties.criteria.allOf.0.query")!).SelectMany(match => match.Groups["names"].Value.Split(',')).Select(name => name.Trim(' ', '"'));

    [GeneratedRegex(@"tostring\(Properties\.EventName\) in \((?<names>[^)]+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"toint\(Properties\.EventId\) in \((?<ids>[\d, ]+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listed();
}
