using Microsoft.Playwright;

namespace TenderWatch.Testing;

/// <summary>Pictures of what people see, into the folder that TENDERWATCH_SCREENSHOTS names; without it none is taken.</summary>
internal static class Screens
{
    // A part is cut where a screen of 1280 by 900 would end.
    private const float Height = 900;

    /// <summary>Whether pictures are asked for.</summary>
    public static bool AreAskedFor => Folder is { Length: > 0 };

    private static string? Folder => Environment.GetEnvironmentVariable("TENDERWATCH_SCREENSHOTS");

    /// <summary>Pictures the whole page as <c>NAME.png</c>, the first screen of a page as <c>NAME-first.png</c>, and each part that is on it as <c>NAME-PART.png</c>.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The name of its pictures.</param>
    /// <param name="parts">Names of parts, each with the selector of its element.</param>
    public static async Task TakeAsync(IPage page, string name, params (string Part, string Selector)[] parts)
    {
        if (!AreAskedFor) return;
        await page.ScreenshotAsync(new() { Path = PathOf(name), FullPage = true });
        if (page.ViewportSize?.Height >= Height) await page.ScreenshotAsync(new() { Path = PathOf(name + "-first") });
        foreach (var (part, selector) in parts)
        {
            var box = await page.Locator(selector).CountAsync() > 0 ? await page.Locator(selector).First.BoundingBoxAsync() : null;
            if (box is null) continue;
            var clip = new Clip { X = Math.Max(0, box.X - 12), Y = Math.Max(0, box.Y - 12), Width = box.Width + 24, Height = Math.Min(box.Height + 24, Height) };
            await page.ScreenshotAsync(new() { Path = PathOf($"{name}-{part}"), FullPage = true, Clip = clip });
        }
    }

    private static string PathOf(string name) => Path.Combine(Directory.CreateDirectory(Folder!).FullName, name + ".png");
}
