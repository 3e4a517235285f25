using System.IO.Compression;
using System.Text.Json;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary>An installation with the case of the sample purchase: its call, and its award where it is asked for.</summary>
internal sealed class ExportedCase : IDisposable
{
    public const string By = "A. Voorbeeld";

    private ExportedCase(Installation installation) => Installation = installation;

    public Installation Installation { get; }

    public Cli Cli => Installation.Cli;

    public string Id { get; private set; } = "";

    public static async Task<ExportedCase> CreateAsync(bool isAwarded = true, bool prints = false, Func<string, string>? edit = null)
    {
        var exported = new ExportedCase(await Installation.CreateAsync());
        if (!prints) exported.Cli.Environment["TenderWatch__Evidence__Browser"] = "none";
        foreach (var name in isAwarded ? new[] { "99000003-2025.xml", "99000004-2025.xml" } : ["99000003-2025.xml"])
        {
            var notice = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", name));
            exported.Cli.Write("in/" + name, edit is null ? notice : edit(notice));
        }

        var run = await exported.Cli.RunAsync("ingest", "in", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        using var json = JsonDocument.Parse((await exported.Cli.RunAsync("cases", "--json")).Output);
        exported.Id = Assert.Single(json.RootElement.GetProperty("cases").EnumerateArray()).GetProperty("state").GetProperty("id").GetString()!;
        return exported;
    }

    /// <summary>Runs <c>export</c>.</summary>
    /// <returns>The file.</returns>
    public async Task<string> ExportAsync(string audience = "public", string language = "nl", string file = "dossier.zip")
    {
        var run = await Cli.RunAsync("export", Id, "--audience", audience, "--language", language, "--out", file, "--by", By);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return Path.Combine(Cli.Folder, file);
    }

    public static IReadOnlyDictionary<string, byte[]> FilesOf(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var stream = entry.Open();
                using var content = new MemoryStream();
                stream.CopyTo(content);
                return content.ToArray();
            },
            StringComparer.Ordinal);
    }

    public void Dispose() => Installation.Dispose();
}
