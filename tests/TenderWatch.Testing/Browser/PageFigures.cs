using System.Text.Json;
using Microsoft.Playwright;

namespace TenderWatch.Testing;

/// <summary>What a page costs whoever opens it, as the browser measured it.</summary>
internal static class PageFigures
{
    private const double MostBytes = 100_000;
    // A table whose last rows come in a later packet moves its columns by pixels. Lighthouse calls 0.1 good (web.dev, Cumulative Layout Shift).
    private const double MostShift = 0.01;

    private const string Measure = """
        async () => {
            const shift = await new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value)).observe({ type: 'layout-shift', buffered: true });
                // Buffered entries come before the next frame but one.
                requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
            });
            const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
            return {
                shift,
                bytes: loaded.reduce((sum, entry) => sum + entry.transferSize, 0),
                scripts: document.scripts.length,
                wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            };
        }
        """;

    /// <summary>What is wrong with them: a line for each.</summary>
    /// <param name="page">A page that was opened with an empty cache.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var figures = await page.EvaluateAsync<JsonElement>(Measure);
        double Of(string name) => figures.GetProperty(name).GetDouble();
        return
        [
            .. Of("shift") > MostShift ? [$"its parts moved while it loaded ({Of("shift")})"] : Array.Empty<string>(),
            .. Of("bytes") is > MostBytes or <= 0 ? [$"{Of("bytes")} bytes were transferred"] : Array.Empty<string>(),
            .. Of("scripts") > 0 ? ["it has a script"] : Array.Empty<string>(),
            .. Of("wide") > 0 ? [$"it is {Of("wide")} px too wide"] : Array.Empty<string>(),
        ];
    }
}
