using System.Text.Json;

namespace TenderWatch.Core.Screening.Results;

/// <summary>Writes Cardinal's maps from contracting processes to organisations.</summary>
internal static class MapsWriter
{
    public static void Write(Utf8JsonWriter writer, Maps maps, ScreeningPart all)
    {
        writer.WriteStartObject("Maps");
        WriteSingle(writer, "ocid_buyer_r038", maps.Buyers, all);
        WriteSingle(writer, "ocid_procuringentity_r038", maps.Entities, all);
        foreach (var (name, code) in Maps.Names) WriteLists(writer, name, maps.Pairs(code), all);
        writer.WriteEndObject();
    }

    private static void WriteSingle(Utf8JsonWriter writer, string name, IEnumerable<(int Ocid, int Organisation)> pairs, ScreeningPart all)
    {
        writer.WriteStartObject(name);
        var map = pairs.ToDictionary(pair => pair.Ocid, pair => pair.Organisation);
        foreach (var ocid in ResultWriter.InOrder([.. map.Keys], all.Ocids)) writer.WriteString(all.Ocids[ocid], all.Texts[map[ocid]]);
        writer.WriteEndObject();
    }

    private static void WriteLists(Utf8JsonWriter writer, string name, IEnumerable<(int Ocid, int Organisation)> pairs, ScreeningPart all)
    {
        writer.WriteStartObject(name);
        var lists = pairs.ToLookup(pair => pair.Ocid, pair => pair.Organisation);
        foreach (var ocid in ResultWriter.InOrder([.. lists.Select(list => list.Key)], all.Ocids))
        {
            writer.WriteStartArray(all.Ocids[ocid]);
            foreach (var organisation in ResultWriter.InOrder([.. lists[ocid]], all.Texts)) writer.WriteStringValue(all.Texts[organisation]);
            writer.WriteEndArray();
            ResultWriter.FlushNowAndThen(writer);
        }

        writer.WriteEndObject();
    }
}
