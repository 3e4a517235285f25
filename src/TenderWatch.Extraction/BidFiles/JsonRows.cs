using System.Text.Json;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>
/// Bids as JSON: a list of objects, an object with a list <c>bids</c>, or one with a list <c>lots</c> whose items have <c>id</c>,
/// <c>estimate</c> and <c>bids</c>. Members have the names of the columns; <c>currency</c> and <c>estimate</c> may stand with the whole or with a lot.
/// </summary>
internal static class JsonRows
{
    public static IEnumerable<Row> Read(byte[] content)
    {
        using var document = Parse(content);
        var bids = new List<(int Number, Dictionary<string, JsonElement> Members)>();
        Add(document.RootElement, [], bids);
        var names = bids.SelectMany(bid => bid.Members.Keys).Distinct(StringComparer.Ordinal).ToArray();
        yield return new Row(0, [.. names.Select(Cell.Of)]);
        foreach (var (number, members) in bids) yield return new Row(number, [.. names.Select(name => members.TryGetValue(name, out var value) ? Read(value) : Cell.Empty)]);
    }

    private static JsonDocument Parse(byte[] content)
    {
        try
        {
            return JsonDocument.Parse(content is [0xEF, 0xBB, 0xBF, ..] ? content.AsMemory(3) : content, new JsonDocumentOptions { MaxDepth = 8 });
        }
        catch (JsonException wrong)
        {
            throw new BidFileException("json", $"dit is geen JSON die kan worden gelezen (regel {wrong.LineNumber + 1}). Kijk het bestand na met wie het maakte.", $"it is no JSON that can be read (line {wrong.LineNumber + 1}). Check the file with its writer.");
        }
    }

    private static void Add(JsonElement element, Dictionary<string, JsonElement> common, List<(int, Dictionary<string, JsonElement>)> bids)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (bids.Count == BidFileLimits.Rows) throw new BidFileException("too-many-rows", BidFileLimits.TooManyRows);
                if (item.ValueKind != JsonValueKind.Object) throw new BidFileException("json",
                    "elke inschrijving moet een object zijn zoals {\"bidder\": \"A\", \"price\": 100, \"currency\": \"EUR\"}.",
                    "each bid must be an object such as {\"bidder\": \"A\", \"price\": 100, \"currency\": \"EUR\"}.", bids.Count + 1);
                var members = new Dictionary<string, JsonElement>(common, StringComparer.Ordinal);
                foreach (var member in item.EnumerateObject()) members[member.Name] = member.Value;
                bids.Add((bids.Count + 1, members));
            }

            return;
        }

        if (element.ValueKind != JsonValueKind.Object) throw new BidFileException("json", "het moet een lijst van inschrijvingen zijn, of een object met \"bids\" of \"lots\".", "it must be a list of bids, or an object with \"bids\" or \"lots\".");
        var shared = new Dictionary<string, JsonElement>(common, StringComparer.Ordinal);
        foreach (var name in (string[])["currency", "estimate"])
        {
            if (element.TryGetProperty(name, out var value)) shared[name] = value;
        }

        if (element.TryGetProperty("lots", out var lots) && lots.ValueKind == JsonValueKind.Array) AddLots(lots, shared, bids);
        else if (element.TryGetProperty("bids", out var list) && list.ValueKind == JsonValueKind.Array) Add(list, shared, bids);
        else throw new BidFileException("json", "het heeft geen lijst \"bids\" en geen lijst \"lots\".", "it has neither a list \"bids\" nor a list \"lots\".");
    }

    private static void AddLots(JsonElement lots, Dictionary<string, JsonElement> common, List<(int, Dictionary<string, JsonElement>)> bids)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var lot in lots.EnumerateArray())
        {
            if (lot.ValueKind != JsonValueKind.Object || !lot.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
                throw new BidFileException("json", "elk onderdeel van \"lots\" moet een object zijn met een tekst \"id\".", "each item of \"lots\" must be an object with a text \"id\".");
            if (!known.Add(id.GetString()!.Trim())) throw new BidFileException("duplicate-lot",
                $"perceel '{id.GetString()}' staat er twee keer. Zet al zijn inschrijvingen in één lijst.",
                $"lot '{id.GetString()}' is there twice. Put all its bids into one list.");
            Add(lot, new Dictionary<string, JsonElement>(common, StringComparer.Ordinal) { ["lot"] = id }, bids);
        }
    }

    private static Cell Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Cell.Empty,
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? new Cell(CellKind.Number, value.GetRawText(), number) : new Cell(CellKind.Error, value.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new Cell(CellKind.Boolean, value.GetBoolean() ? "1" : "0"),
        JsonValueKind.String => Cell.Of(value.GetString()!),
        _ => new Cell(CellKind.Error, value.GetRawText()),
    };
}
