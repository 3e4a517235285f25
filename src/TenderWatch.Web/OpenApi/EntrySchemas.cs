using System.Text.Json.Nodes;

namespace TenderWatch.Web.OpenApi;

/// <summary>The schemas of what people enter as JSON (bids, filings, statements) with an example of each: <c>entries.json</c>. Its reader says in full what is wrong.</summary>
internal static class EntrySchemas
{
    /// <summary>The schemas by name.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> All() => Read().Select(schema => KeyValuePair.Create(schema.Key, schema.Value?.DeepClone()));

    /// <summary>The example of a schema.</summary>
    /// <param name="schema">Its name.</param>
    public static string Example(string schema) => Read()[schema]!["examples"]![0]!.ToJsonString();

    private static JsonObject Read()
    {
        using var stream = typeof(EntrySchemas).Assembly.GetManifestResourceStream("entries.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
