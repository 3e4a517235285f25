using System.Text.Json.Nodes;

namespace TenderWatch.Web.OpenApi;

/// <summary>What the OpenAPI document says of an endpoint; it stands where the endpoint is mapped.</summary>
/// <param name="Id">Its operationId.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Success">The status of success.</param>
/// <param name="Schema">The schema of the answer, by name.</param>
/// <param name="Example">An example of the answer, as JSON.</param>
/// <param name="Problems">The statuses of problems that it can answer with, beside those of every operation.</param>
internal sealed record Operation(string Id, string Summary, int Success, string Schema, string Example, params int[] Problems)
{
    /// <summary>Its query parameters and headers.</summary>
    public IReadOnlyList<OperationParameter> Parameters { get; init; } = [];

    /// <summary>What it can be sent, by media type; nothing where it only reads.</summary>
    public IReadOnlyList<OperationContent> Requests { get; init; } = [];

    /// <summary>The role that it needs; <see langword="null"/> for everybody.</summary>
    public string? Role { get; init; } = Access.Roles.Reader;

    /// <summary>The media type of an answer that is a file; <see langword="null"/> for JSON.</summary>
    public string? File { get; init; }

    /// <summary>Whether the answer has an ETag and can be asked for with If-None-Match.</summary>
    public bool HasTag { get; init; }
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>query</c> or <c>header</c>.</param>
/// <param name="Description">What it means.</param>
/// <param name="Schema">Its schema, as JSON.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record OperationParameter(string Name, string In, string Description, string Schema = """{"type":"string"}""", bool Required = false);

/// <summary>A kind of body.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Schema">Its schema, as JSON.</param>
/// <param name="Example">An example; <see langword="null"/> for bytes.</param>
internal sealed record OperationContent(string MediaType, string Schema, JsonNode? Example = null)
{
    public static OperationContent Json(string schema, string example) => new("application/json", $$"""{"$ref":"#/components/schemas/{{schema}}"}""", JsonNode.Parse(example));

    public static OperationContent Entry(string schema) => Json(schema, EntrySchemas.Example(schema));

    public static OperationContent Bytes(string mediaType) => new(mediaType, """{"type":"string","contentMediaType":"application/octet-stream"}""");
}
