using System.Text.Json;

namespace TenderWatch.Core.Screening.Results;

/// <summary>Writes why indicators say nothing, which Cardinal's result cannot tell from "nothing found".</summary>
internal static class ExplanationWriter
{
    public static void Write(Utf8JsonWriter writer, ScreeningPart all)
    {
        writer.WriteStartObject("Explain");
        writer.WriteNumber("releases", all.Releases);
        writer.WriteNumber("unreadableLines", all.BadLines.Count);
        writer.WriteNumber("pricesInOtherCurrencies", all.OtherCurrencies);
        WriteIndicators(writer, all);
        LowPriceWriter.Write(writer, all);
        WriteReleases(writer, all);
        foreach (var group in all.Explanation.ByOrganisation.GroupBy(note => note.Group).OrderBy(group => group.Key)) WriteOrganisations(writer, group.Key, group, all);
        WriteReasons(writer);
        writer.WriteEndObject();
    }

    private static void WriteIndicators(Utf8JsonWriter writer, ScreeningPart all)
    {
        writer.WriteStartObject("Indicators");
        Span<int> counts = stackalloc int[1 << Explanation.BitsPerReason];
        foreach (var indicator in all.Indicators)
        {
            counts.Clear();
            foreach (ref readonly var release in all.Explanation.ByOcid)
            {
                if (release.Line > 0) counts[(int)Explanation.Of(release.Reasons, indicator.Code)]++;
            }

            writer.WriteStartObject(IndicatorNames.All[(int)indicator.Code]);
            writer.WriteNumber("assessed", counts[0]);
            writer.WriteStartObject("notAssessable");
            for (var reason = 1; reason < counts.Length; reason++)
            {
                if (counts[reason] > 0) writer.WriteNumber(ReasonWords.Of((Reason)reason).Code, counts[reason]);
            }

            writer.WriteEndObject();
            if (all.Explanation.ByIndicator.TryGetValue(indicator.Code, out var whole)) writer.WriteString("nothingFlagged", ReasonWords.Of(whole).Code);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteReleases(Utf8JsonWriter writer, ScreeningPart all)
    {
        writer.WriteStartObject(nameof(Group.OCID));
        var byOcid = all.Explanation.ByOcid;
        var keys = new List<int>();
        for (var key = 0; key < byOcid.Length; key++)
        {
            if (Explanation.OfIndicators(byOcid[key].Reasons) != 0) keys.Add(key);
        }

        foreach (var key in ResultWriter.InOrder([.. keys], all.Ocids))
        {
            writer.WriteStartObject(all.Ocids[key]);
            foreach (var indicator in all.Indicators)
            {
                var reason = Explanation.Of(byOcid[key].Reasons, indicator.Code);
                if (reason != Reason.Assessed) writer.WriteString(IndicatorNames.All[(int)indicator.Code], ReasonWords.Of(reason).Code);
            }

            writer.WriteEndObject();
            ResultWriter.FlushNowAndThen(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteOrganisations(Utf8JsonWriter writer, Group group, IEnumerable<(Group Group, int Organisation, IndicatorCode Code, Reason Reason)> notes, ScreeningPart all)
    {
        writer.WriteStartObject(group.ToString());
        var byOrganisation = notes.ToLookup(note => note.Organisation);
        foreach (var organisation in ResultWriter.InOrder([.. byOrganisation.Select(one => one.Key)], all.Texts))
        {
            writer.WriteStartObject(all.Texts[organisation]);
            foreach (var note in byOrganisation[organisation].OrderBy(note => note.Code)) writer.WriteString(IndicatorNames.All[(int)note.Code], ReasonWords.Of(note.Reason).Code);
            writer.WriteEndObject();
            ResultWriter.FlushNowAndThen(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteReasons(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("Reasons");
        foreach (var reason in Enum.GetValues<Reason>().Where(reason => reason != Reason.Assessed))
        {
            var word = ReasonWords.Of(reason);
            writer.WriteStartObject(word.Code);
            writer.WriteString("nl", word.Text.Nl);
            writer.WriteString("en", word.Text.En);
            writer.WriteStartArray("fields");
            foreach (var field in word.Fields) writer.WriteStringValue(field);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
