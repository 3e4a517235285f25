using System.Text.Json;
using Microsoft.Playwright;

namespace TenderWatch.Testing;

/// <summary>The accessibility rules of axe-core, run on a page in the browser. The page must be one of a context that bypasses its Content-Security-Policy, which allows no script.</summary>
internal sealed class Axe : IDisposable
{
    private readonly NpmFolder _folder = new();

    /// <summary>Installs the rules.</summary>
    /// <returns>Why not, where that is not possible here.</returns>
    public Task<string?> InstallAsync(CancellationToken cancellationToken) => _folder.InstallAsync(["axe-core@4.14.1"], cancellationToken);

    /// <summary>What breaks a rule of WCAG 2.2 A or AA, or a best practice, seriously: a line for each, with rule, element and what to do.</summary>
    /// <param name="page">The page.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.AddScriptTagAsync(new() { Path = _folder.PathOf("axe-core", "axe.min.js") });
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        return
        [
            .. from violation in found.GetProperty("violations").EnumerateArray()
               where violation.GetProperty("impact").GetString() is "serious" or "critical"
               from node in violation.GetProperty("nodes").EnumerateArray()
               select $"{violation.GetProperty("id").GetString()} at {string.Join(' ', node.GetProperty("target").EnumerateArray().Select(part => part.ToString()))}: {node.GetProperty("failureSummary").GetString()}",
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
