using System.Security;
using System.Text;
using AngleSharp.Html.Parser;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary>Dossiers of a notice whose title was made to deceive whoever reads it.</summary>
public sealed class HostileTitleTests
{
    private const string Title = "Communicatiemodules voor slimme meters";

    public static TheoryData<string> Titles => new(
        "<script>alert(1)</script><img src=x onerror=alert(1)>\"><a href='https://evil.example'>",
        "**bold** [click](https://evil.example) ![x](https://evil.example/p.png) `code` # heading",
        "\r\nBcc: evil@example.net\r\n\r\n<html>",
        "\u202Etxet desrever\u202C \u2066isolate\u2069 \u200Bzero\uFEFFwidth",
        new string('W', 10_000));

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_title_made_to_deceive_stays_a_title_in_a_dossier_that_verifies(string hostile)
    {
        var title = Title + " " + hostile;
        // As character references: a parser of XML makes one line of a line end that is not.
        var written = SecurityElement.Escape(title).Replace("\r", "&#13;", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal);
        using var exported = await ExportedCase.CreateAsync(edit: notice => notice.Replace($">{Title}<", $">{written}<", StringComparison.Ordinal));

        foreach (var language in new[] { "nl", "en" })
        {
            var archive = await exported.ExportAsync(language: language, file: language + ".zip");
            var verified = await exported.Cli.RunAsync("verify", archive);
            Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
            Assert.DoesNotContain(verified.Output, IsDeceptive);
            foreach (var (path, bytes) in ExportedCase.FilesOf(archive).Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
            {
                var html = Encoding.UTF8.GetString(bytes);
                var page = new HtmlParser().ParseDocument(html);
                Assert.DoesNotContain(html + page.Body!.TextContent, IsDeceptive);
                Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, embed, base, form"));
                Assert.DoesNotContain(page.QuerySelectorAll("[href], [src]"), element => (element.GetAttribute("href") + element.GetAttribute("src")).Contains("evil", StringComparison.Ordinal));
                Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
                Assert.InRange(page.Title!.Length, 1, 310);
                Assert.InRange(page.QuerySelector("h1")!.TextContent.Length, 1, 310);
                if (path == "index.html") Assert.Contains(Title, page.Body.TextContent, StringComparison.Ordinal);
            }
        }
    }

    private static bool IsDeceptive(char character) => character != '\t' && Hostile.IsDeceptive(character);
}
