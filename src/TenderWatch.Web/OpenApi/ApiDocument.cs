using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using TenderWatch.Core.Checks;

namespace TenderWatch.Web.OpenApi;

/// <summary>The OpenAPI 3.1 document, made from the endpoints that are mapped.</summary>
internal static class ApiDocument
{
    private const string Problem = "Problem";

    public static IResult Get(EndpointDataSource endpoints, HttpContext context) => Results.Text(Of(endpoints, context.Request.PathBase.ToUriComponent()).ToJsonString(), "application/json");

    public static JsonObject Of(EndpointDataSource endpoints, string basePath)
    {
        var paths = new JsonObject();
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<Operation>() is not { } operation) continue;
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (paths[path] is not JsonObject item) paths[path] = item = [];
            item[operation.Requests.Count > 0 ? "post" : "get"] = Operation(operation, endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name));
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "TenderWatch",
                ["version"] = ProgramVersion.Current.Split('+')[0],
                ["description"] = "Cases on procurement notices: read them, enter what people know, have checks run again, decide. See docs/api.md.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = basePath.Length == 0 ? "/" : basePath }),
            ["security"] = new JsonArray(new JsonObject { ["entra"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["entra"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = "A token of Microsoft Entra ID with the role reader, officer or admin. On one machine none is needed." } },
                ["schemas"] = ApiSchemas.All(),
            },
        };
    }

    private static JsonObject Operation(Operation operation, IEnumerable<string> inPath)
    {
        var parameters = new JsonArray([.. inPath.Select(name => Parameter(new(name, "path", ApiSchemas.PathParameters[name], Required: true))), .. operation.Parameters.Select(Parameter)]);
        if (operation.HasTag) parameters.Add(Parameter(new("If-None-Match", "header", "The ETag that the caller has; 304 when it is still right.")));
        if (operation.Requests.Count > 0) parameters.Add(Parameter(new("Idempotency-Key", "header", "Another for each new request; the same with the same content gives the same answer and has one effect.", """{"type":"string","minLength":1,"maxLength":100,"examples":["2f1c7f0e-5a5e-4d37-9b3a-0f6a3c1f7d10"]}""", Required: true)));

        var responses = new JsonObject { [Number(operation.Success)] = Success(operation) };
        if (operation.HasTag) responses["304"] = new JsonObject { ["description"] = "Not modified" };
        foreach (var status in (int[])[.. operation.Role is null ? [] : new[] { 401, 403 }, .. operation.Requests.Count > 0 ? new[] { 400, 409, 413, 415, 422 } : [], .. operation.Problems])
            responses[Number(status)] = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(status), ["content"] = new JsonObject { ["application/problem+json"] = Content(Problem, ApiSchemas.ProblemExample(status)) } };

        var described = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["description"] = operation.Role is { } role ? $"Needs the role {role}." : "For everybody.",
            ["parameters"] = parameters,
            ["responses"] = responses,
        };
        if (operation.Role is null) described["security"] = new JsonArray();
        if (operation.Requests.Count == 0) return described;
        var content = new JsonObject();
        foreach (var request in operation.Requests)
        {
            var media = new JsonObject { ["schema"] = JsonNode.Parse(request.Schema) };
            if (request.Example is { } example) media["example"] = example.DeepClone();
            content[request.MediaType] = media;
        }

        described["requestBody"] = new JsonObject { ["required"] = true, ["content"] = content };
        return described;
    }

    private static JsonObject Success(Operation operation)
    {
        var answer = new JsonObject
        {
            ["description"] = ReasonPhrases.GetReasonPhrase(operation.Success),
            ["content"] = operation.File is { } file
                ? new JsonObject { [file] = new JsonObject { ["schema"] = JsonNode.Parse(OperationContent.Bytes(file).Schema) } }
                : new JsonObject { ["application/json"] = Content(operation.Schema, operation.Example) },
        };
        string[] headers = [.. operation.HasTag ? ["ETag"] : Array.Empty<string>(), .. operation.Success == 202 ? ["Location"] : Array.Empty<string>(), .. operation.Id == "listCases" ? ["Link"] : Array.Empty<string>()];
        if (headers.Length > 0) answer["headers"] = new JsonObject(headers.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } })));
        return answer;
    }

    private static JsonObject Content(string schema, string example) =>
        new() { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + schema }, ["example"] = JsonNode.Parse(example) };

    private static JsonNode Parameter(OperationParameter parameter)
    {
        var described = new JsonObject { ["name"] = parameter.Name, ["in"] = parameter.In, ["description"] = parameter.Description, ["schema"] = JsonNode.Parse(parameter.Schema) };
        if (parameter.Required) described["required"] = true;
        return described;
    }

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
