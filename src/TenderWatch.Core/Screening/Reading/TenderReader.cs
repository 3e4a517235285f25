using System.Text.Json;

namespace TenderWatch.Core.Screening.Reading;

/// <summary>Reads /tender.</summary>
internal static class TenderReader
{
    public static Tender Read(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return Tender.Absent;
        }

        var tender = Tender.Absent with { IsStated = true };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (ReleaseReader.Enter(ref reader, "status"u8)) tender = tender with { IsCancelled = IsText(ref reader, "cancelled"u8) };
            else if (ReleaseReader.Enter(ref reader, "procurementMethod"u8)) tender = tender with { Method = release.Keep(ref reader) };
            else if (ReleaseReader.Enter(ref reader, "procurementMethodDetails"u8)) tender = tender with { MethodDetails = release.Keep(ref reader) };
            else if (ReleaseReader.Enter(ref reader, "tenderPeriod"u8)) tender = ReadPeriod(ref reader, release, tender);
            else if (ReleaseReader.Enter(ref reader, "numberOfTenderers"u8)) tender = ReadCount(ref reader, tender);
            else if (ReleaseReader.Enter(ref reader, "procuringEntity"u8)) tender = tender with { ProcuringEntity = ReleaseReader.ReadId(ref reader, release, texts) };
            else reader.Skip();
        }

        return tender;
    }

    private static bool IsText(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        var equal = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(text);
        reader.Skip();
        return equal;
    }

    private static Tender ReadPeriod(ref Utf8JsonReader reader, Release release, Tender tender)
    {
        tender = tender with { Start = Text.Absent, End = Text.Absent };
        if (reader.TokenType != JsonTokenType.StartObject) reader.Skip();
        else
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (ReleaseReader.Enter(ref reader, "startDate"u8)) tender = tender with { Start = release.Keep(ref reader) };
                else if (ReleaseReader.Enter(ref reader, "endDate"u8)) tender = tender with { End = release.Keep(ref reader) };
                else reader.Skip();
            }
        }

        return tender;
    }

    // 1 and nothing else: neither "1" nor 1.0 is a whole number in Cardinal's eyes.
    private static Tender ReadCount(ref Utf8JsonReader reader, Tender tender)
    {
        var isNumber = reader.TokenType == JsonTokenType.Number;
        tender = tender with { HasTendererCount = isNumber, HasOneTenderer = isNumber && reader.ValueSpan.SequenceEqual("1"u8) };
        reader.Skip();
        return tender;
    }
}
