using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TenderWatch.Sources.Tests.TenderNed;

/// <summary>A folder of samples of a test's own, as the replay server reads it.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly JsonArray _list = [];

    public SampleFolder()
    {
        Root = Directory.CreateTempSubdirectory("tenderwatch-sources-").FullName;
        Directory.CreateDirectory(Path.Combine(Root, "tenderned", "publicaties"));
        Directory.CreateDirectory(Path.Combine(Root, "ted"));
        WriteList();
    }

    public string Root { get; }

    /// <summary>Adds a publication whose detail, related list and rendering can be asked for.</summary>
    public SampleFolder Add(string id, DateOnly day, string type = "AAO", string? ted = null, string html = "", string detail = "{}", string related = "[]")
    {
        AddToList(new JsonObject
        {
            ["publicatieId"] = id,
            ["publicatieDatum"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["typePublicatie"] = new JsonObject { ["code"] = type },
            ["aanbestedingNaam"] = "Opdracht " + id,
            ["aantalDagenTotSluitingsDatum"] = 14,
            ["score"] = 0.5,
        });
        var merged = JsonNode.Parse(detail)!.AsObject();
        merged["publicatieId"] ??= long.Parse(id, CultureInfo.InvariantCulture);
        merged["publicatieDatum"] ??= day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T09:00:00.123456";
        if (ted is not null) merged["pbNummerTed"] = ted;
        Write($"tenderned/publicaties/{id}.json", merged.ToJsonString());
        Write($"tenderned/publicaties/{id}.gerelateerd.json", related);
        Write($"tenderned/publicaties/{id}.html.json", JsonSerializer.Serialize(new { html }));
        return this;
    }

    public void AddToList(JsonNode item)
    {
        _list.Insert(0, item);
        WriteList();
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Root, name), text);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void WriteList() => Write("tenderned/list.json", _list.ToJsonString());
}
