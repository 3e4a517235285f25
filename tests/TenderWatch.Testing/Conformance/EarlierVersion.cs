using System.Text.Json.Nodes;
using TenderWatch.Core.Reviews.Turns;

namespace TenderWatch.Testing.Conformance;

/// <summary>Results of activities as earlier versions of the program wrote them.</summary>
internal static class EarlierVersion
{
    // Of states, gathered facts, results of checks and events; all came after the first version that had procedures on prices.
    private static readonly HashSet<string> Later = ["bids", "filings", "confidentialFacts", "confidential", "revision", "thread", "traceParent"];

    /// <summary>A result without the members that came later.</summary>
    public static string Result(string activity, string json)
    {
        var result = JsonNode.Parse(json);
        Strip(result);
        if (activity == InboxActivities.Next) result!.AsObject().Remove("stuck");
        return result?.ToJsonString() ?? json;
    }

    /// <summary>The result of a check that is no longer there.</summary>
    public static string OfAnotherCheck(string json)
    {
        var result = JsonNode.Parse(json)!;
        result["check"] = "earlier-check";
        return result.ToJsonString();
    }

    /// <summary>The result of a check by the rule that it had before.</summary>
    public static string OfAnEarlierRule(string json)
    {
        var result = JsonNode.Parse(json)!;
        result["ruleVersion"] = "0";
        return result.ToJsonString();
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray list) foreach (var item in list) Strip(item);
        if (node is not JsonObject members) return;
        foreach (var (name, member) in members.ToList())
        {
            if (Later.Contains(name)) members.Remove(name);
            else Strip(member);
        }
    }
}
