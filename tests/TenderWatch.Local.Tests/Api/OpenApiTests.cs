using System.Diagnostics;
using System.Text.Json.Nodes;

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
            "GET /api/cases", "POST /api/cases", "GET /api/cases/{id}", "GET /api/cases/{id}/timeline", "POST /api/cases/{id}/rechecks", "GET /api/cases/{id}/rechecks/{number}",
            "POST /api/cases/{id}/bids", "POST /api/cases/{id}/filings", "POST /api/cases/{id}/statements", "POST /api/cases/{id}/explanations", "POST /api/cases/{id}/decisions", "POST /api/cases/{id}/holds", "GET /api/cases/{id}/retention",
            "GET /api/sources", "GET /api/quarantine", "GET /api/notices/{source}/{id}", "GET /health/live", "GET /health/ready",
        ];
        Assert.Equal("3.1.0", document["openapi"]!.GetValue<string>());
        Assert.Equal(expected.Order(StringComparer.Ordinal), operations.Order(StringComparer.Ordinal));
        await LintAsync(text);
    }

    private static async Task LintAsync(string document)
    {
        var folder = Directory.CreateTempSubdirectory("tenderwatch-lint-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "openapi.json"), document, TestContext.Current.CancellationToken);
            var (installed, how) = await RunAsync(folder.FullName, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save", "@redocly/cli@2.77.0");
            Assert.SkipUnless(installed == 0, "the linter of OpenAPI documents cannot be installed here: " + how);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "redocly.yaml"), "extends: [recommended]\n", TestContext.Current.CancellationToken);
            var (exit, said) = await RunAsync(folder.FullName, "node", Path.Combine("node_modules", "@redocly", "cli", "bin", "cli.js"), "lint", "openapi.json", "--format", "summary");
            Assert.True(exit == 0, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Exit, string Said)> RunAsync(string folder, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
            })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }
}
