using System.Text.Json.Nodes;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Api;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_describes_every_call_and_passes_the_linter()
    {
        await using var host = await ApiHost.StartAsync();
        var text = await host.Client.GetStringAsync("/openapi.json", TestContext.Current.CancellationToken);

        var document = JsonNode.Parse(text)!;
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        string[] expected =
        [
            "GET /api/cases", "POST /api/cases", "GET /api/cases/{id}", "GET /api/cases/{id}/timeline", "GET /api/cases/{id}/answers", "GET /api/cases/{id}/answers/{template}", "POST /api/cases/{id}/rechecks", "GET /api/cases/{id}/rechecks/{number}",
            "POST /api/cases/{id}/bids", "POST /api/cases/{id}/filings", "POST /api/cases/{id}/statements", "POST /api/cases/{id}/entries/{sha256}/withdrawals", "POST /api/cases/{id}/documents", "POST /api/cases/{id}/explanations", "POST /api/cases/{id}/decisions", "POST /api/cases/{id}/dossiers", "POST /api/cases/{id}/holds", "GET /api/cases/{id}/retention",
            "GET /api/cases/{id}/facts", "POST /api/cases/{id}/facts/{fact}/confirmations", "POST /api/cases/{id}/facts/{fact}/corrections", "POST /api/cases/{id}/facts/{fact}/withdrawals", "GET /api/model",
            "GET /api/messages", "POST /api/messages/{id}/resends", "GET /api/sources", "GET /api/quarantine", "POST /api/quarantine/{source}/{id}/retries", "GET /api/notices/{source}/{id}", "GET /health/live", "GET /health/ready",
        ];
        Assert.Equal("3.1.0", document["openapi"]!.GetValue<string>());
        Assert.Equal(expected.Order(StringComparer.Ordinal), operations.Order(StringComparer.Ordinal));
        await LintAsync(text);
    }

    [Fact]
    public async Task Every_example_is_what_its_schema_says_and_a_wrong_one_is_not()
    {
        await using var host = await ApiHost.StartAsync();
        var document = JsonNode.Parse(await host.Client.GetStringAsync("/openapi.json", TestContext.Current.CancellationToken))!;

        var examples = 0;
        foreach (var (path, operation) in document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Value!))))
        {
            var contents = new[] { operation["requestBody"]?["content"] }.Concat(operation["responses"]!.AsObject().Select(response => response.Value!["content"])).OfType<JsonObject>();
            foreach (var content in contents.SelectMany(content => content).Where(content => content.Value!["example"] is not null))
            {
                examples++;
                var schema = await SchemaAsync(document, content.Value!["schema"]!);
                var wrong = schema.Validate(content.Value["example"]!.ToJsonString());
                Assert.True(wrong.Count == 0, $"{path} {content.Key}: {string.Join(", ", wrong)}");
                var saysNothing = path.EndsWith("retries", StringComparison.Ordinal) || path.EndsWith("documents", StringComparison.Ordinal) || path.EndsWith("resends", StringComparison.Ordinal) || path.Contains("/entries/", StringComparison.Ordinal);
                Assert.True(saysNothing || content.Value["example"]!.ToJsonString() != "{}", $"{path} {content.Key}: an empty example");
            }
        }

        Assert.True(examples > 30, $"{examples}");
        foreach (var (name, wrong) in new[]
        {
            ("Bids", """{"bids":[{"bidder":"A"}]}"""), ("Bids", "[]"), ("Filing", """{"bidder":"A","stage":"later"}"""), ("Filing", """{"bidder":"A","stage":"tender","sum":1}"""), ("Statement", """{"source":{"title":"x"}}"""),
            ("TakeStep", """{"lot":"1","bid":"1","step":"accept"}"""), ("Decide", """{"lot":"1","bid":"1","decision":"accept","reason":"x"}"""), ("AskRecheck", """{"checks":["alt"]}"""),
        })
            Assert.NotEmpty((await SchemaAsync(document, JsonNode.Parse($$"""{"$ref":"#/components/schemas/{{name}}"}""")!)).Validate(wrong));
    }

    [Theory]
    [InlineData("bids", "Bids")]
    [InlineData("filings", "Filing")]
    [InlineData("statements", "Statement")]
    [InlineData("rechecks", "AskRecheck")]
    public async Task An_example_can_be_sent_as_it_stands(string what, string schema)
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        var document = JsonNode.Parse(await host.Client.GetStringAsync("/openapi.json", TestContext.Current.CancellationToken))!;
        var content = document["paths"]![$"/api/cases/{{id}}/{what}"]!["post"]!["requestBody"]!["content"]!["application/json"]!;
        Assert.EndsWith("/" + schema, content["schema"]!["$ref"]!.GetValue<string>(), StringComparison.Ordinal);

        using var answer = await host.PostAsync($"/api/cases/{id}/{what}", ApiHost.Json(content["example"]!.ToJsonString()));

        Assert.True((int)answer.StatusCode == 202, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<NJsonSchema.JsonSchema> SchemaAsync(JsonNode document, JsonNode schema)
    {
        var definitions = document["components"]!["schemas"]!.DeepClone();
        var whole = new JsonObject { ["definitions"] = definitions, ["allOf"] = new JsonArray(schema.DeepClone()) };
        return await NJsonSchema.JsonSchema.FromJsonAsync(whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private static async Task LintAsync(string document)
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new NpmFolder();
        var why = await folder.InstallAsync(["@redocly/cli@2.77.0"], stop);
        Assert.SkipUnless(why is null, "the linter of OpenAPI documents cannot be installed here: " + why);
        await folder.WriteAsync("openapi.json", document, stop);
        await folder.WriteAsync("redocly.yaml", "extends: [recommended]\n", stop);
        var (exit, said) = await folder.RunAsync("node", [folder.PathOf("@redocly", "cli", "bin", "cli.js"), "lint", "openapi.json", "--format", "summary"], stop);
        Assert.True(exit == 0, said);
    }
}
