using System.Text.Json;

namespace TenderWatch.Core.Screening.Reading;

/// <summary>
/// Reads one line, an OCDS release or record's compiled release, into a <see cref="Release"/>. Where a member stands twice the last one counts,
/// whatever its type.
/// </summary>
internal static class ReleaseReader
{
    // One level more is refused by Cardinal's parser as well.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 127 };

    /// <summary>Reads.</summary>
    /// <returns>Null, or what is wrong with the line.</returns>
    public static string? Read(ReadOnlySpan<byte> line, Release release, TextTable texts)
    {
        try
        {
            var reader = new Utf8JsonReader(line, Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                reader.Read();
                return "is JSON but not an object; a line holds one release.";
            }

            ReadRelease(ref reader, release, texts);
            reader.Read();
            return release.Ocid.IsAbsent ? "has no ocid (a text); without it nothing can be told about the release." : null;
        }
        catch (JsonException wrong)
        {
            return $"is not valid JSON at byte {wrong.BytePositionInLine + 1}: {Sentence(wrong.Message)}";
        }
        catch (InvalidOperationException)
        {
            return "is not valid JSON: a text has an escape that is no character.";
        }
    }

    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static void ReadRelease(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Enter(ref reader, "ocid"u8)) release.Ocid = release.Keep(ref reader);
            else if (Enter(ref reader, "tender"u8)) release.Tender = TenderReader.Read(ref reader, release, texts);
            else if (Enter(ref reader, "bids"u8)) BidReader.Read(ref reader, release, texts);
            else if (Enter(ref reader, "awards"u8)) AwardReader.Read(ref reader, release, texts);
            else if (Enter(ref reader, "buyer"u8)) release.Buyer = ReadId(ref reader, release, texts);
            else reader.Skip();
        }
    }

    /// <summary>Moves to the value of the member if it has this name.</summary>
    public static bool Enter(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    /// <summary>The number of the member id of an object; -1 when there is none.</summary>
    public static int ReadId(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        var id = -1;
        if (reader.TokenType != JsonTokenType.StartObject) reader.Skip();
        else
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (Enter(ref reader, "id"u8)) id = Number(ref reader, release, texts);
                else reader.Skip();
            }
        }

        return id;
    }

    /// <summary>The number of the text that the reader stands on; -1 when it is no text.</summary>
    public static int Number(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        var text = release.Keep(ref reader);
        return text.IsAbsent ? -1 : texts.Add(release.Bytes(text));
    }

    /// <summary>A list of organisation references.</summary>
    public static Slice ReadOrganisations(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return Slice.Absent;
        }

        var start = release.OrganisationCount;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) release.AddOrganisation(ReadId(ref reader, release, texts));
        return new Slice(start, release.OrganisationCount - start);
    }
}
