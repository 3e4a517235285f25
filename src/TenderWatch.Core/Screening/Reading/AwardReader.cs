using System.Text.Json;

namespace TenderWatch.Core.Screening.Reading;

/// <summary>Reads /awards.</summary>
internal static class AwardReader
{
    public static void Read(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        release.ClearAwards(isList: reader.TokenType == JsonTokenType.StartArray);
        if (!release.HasAwards)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject) release.Add(ReadAward(ref reader, release, texts));
            else reader.Skip();
        }
    }

    private static Award ReadAward(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        var award = Award.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (ReleaseReader.Enter(ref reader, "status"u8)) award = award with { Status = ReadStatus(ref reader) };
            else if (ReleaseReader.Enter(ref reader, "suppliers"u8)) award = award with { Suppliers = ReleaseReader.ReadOrganisations(ref reader, release, texts) };
            else if (ReleaseReader.Enter(ref reader, "items"u8)) award = award with { Items = ReadItems(ref reader, release) };
            else reader.Skip();
        }

        return award;
    }

    private static AwardStatus ReadStatus(ref Utf8JsonReader reader)
    {
        var status = reader.TokenType != JsonTokenType.String ? AwardStatus.Absent
            : reader.ValueTextEquals("active"u8) ? AwardStatus.Active
            : reader.ValueTextEquals("cancelled"u8) ? AwardStatus.Cancelled
            : reader.ValueTextEquals("unsuccessful"u8) ? AwardStatus.Unsuccessful
            : AwardStatus.NotFinal;
        reader.Skip();
        return status;
    }

    private static Slice ReadItems(ref Utf8JsonReader reader, Release release)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return Slice.Absent;
        }

        var start = release.ClassificationCount;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var classification = Text.Absent;
            if (reader.TokenType != JsonTokenType.StartObject) reader.Skip();
            else
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (ReleaseReader.Enter(ref reader, "classification"u8)) classification = ReadClassification(ref reader, release);
                    else reader.Skip();
                }
            }

            if (!classification.IsAbsent) release.AddClassification(classification);
        }

        return new Slice(start, release.ClassificationCount - start);
    }

    private static Text ReadClassification(ref Utf8JsonReader reader, Release release)
    {
        var id = Text.Absent;
        if (reader.TokenType != JsonTokenType.StartObject) reader.Skip();
        else
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (ReleaseReader.Enter(ref reader, "id"u8)) id = release.Keep(ref reader);
                else reader.Skip();
            }
        }

        return id;
    }
}
