using System.Globalization;
using System.Text.Json.Nodes;

namespace TenderWatch.Infra.Tests;

/// <summary>What is deployed, and the compiled template that it comes from.</summary>
/// <param name="Resources">Every resource, those of nested deployments too.</param>
/// <param name="Outputs">What the deployment puts out, by name.</param>
/// <param name="Template">The compiled template with all nested ones in it.</param>
internal sealed record Deployment(IReadOnlyList<Resource> Resources, JsonObject Outputs, JsonObject Template)
{
    public static Deployment Parse(string forecast, string template)
    {
        var json = JsonNode.Parse(forecast)!.AsObject();
        Assert.Empty(json["diagnostics"]!.AsArray());
        return new Deployment([.. json["predictedResources"]!.AsArray().Select(node => new Resource(node!.AsObject()))], json["outputs"]!.AsObject(), JsonNode.Parse(template)!.AsObject());
    }

    /// <summary>A copy that can be changed.</summary>
    public Deployment Copy() =>
        new([.. Resources.Select(resource => new Resource(resource.Node.DeepClone().AsObject()))], Outputs.DeepClone().AsObject(), Template.DeepClone().AsObject());

    /// <summary>The resources of a type.</summary>
    public IEnumerable<Resource> Of(string type) => Resources.Where(resource => resource.Type.Equals(type, StringComparison.OrdinalIgnoreCase));

    /// <summary>The only account with evidence in it.</summary>
    public Resource EvidenceAccount => Of("Microsoft.Storage/storageAccounts").Single(account => Of("Microsoft.Storage/storageAccounts/blobServices/containers").Any(container => container.Name == $"{account.Name}/default/ledger"));
}

/// <summary>One resource.</summary>
/// <param name="Node">As it is deployed.</param>
internal sealed record Resource(JsonObject Node)
{
    public string Id => Text("id")!;

    public string Type => Text("type")!;

    public string Name => Text("name")!;

    /// <summary>Type and name, for messages.</summary>
    public string Title => $"{Type} {Name}";

    /// <summary>What the resource is about, which the id names before the last provider: that of an extension such as a lock or a right.</summary>
    public string Scope => Id[..Id.LastIndexOf("/providers/", StringComparison.Ordinal)];

    /// <summary>A value within, by a path of names; <see langword="null"/> where there is none.</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)Node, (node, name) => node switch
    {
        JsonObject inner => inner[name],
        JsonArray list when int.TryParse(name, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
        _ => null,
    });

    /// <summary>The same as text.</summary>
    public string? Text(string path) => At(path)?.ToString();

    /// <summary>Whether a value within is this one.</summary>
    public bool Has(string path, object value) => string.Equals(Text(path), value.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Changes a value within.</summary>
    public void Set(string path, JsonNode? value)
    {
        var end = path.LastIndexOf('.');
        At(path[..end])!.AsObject()[path[(end + 1)..]] = value;
    }
}
