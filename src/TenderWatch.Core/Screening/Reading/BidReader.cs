using System.Text.Json;

namespace TenderWatch.Core.Screening.Reading;

/// <summary>Reads /bids/details.</summary>
internal static class BidReader
{
    public static void Read(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        release.ClearBids(isList: false);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (ReleaseReader.Enter(ref reader, "details"u8)) ReadDetails(ref reader, release, texts);
            else reader.Skip();
        }
    }

    private static void ReadDetails(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        release.ClearBids(isList: reader.TokenType == JsonTokenType.StartArray);
        if (!release.HasBids)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject) release.Add(ReadBid(ref reader, release, texts));
            else reader.Skip();
        }
    }

    private static Bid ReadBid(ref Utf8JsonReader reader, Release release, TextTable texts)
    {
        var bid = Bid.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (ReleaseReader.Enter(ref reader, "status"u8)) bid = bid with { Status = ReadStatus(ref reader) };
            else if (ReleaseReader.Enter(ref reader, "date"u8)) bid = bid with { Date = release.Keep(ref reader) };
            else if (ReleaseReader.Enter(ref reader, "tenderers"u8)) bid = bid with { Tenderers = ReleaseReader.ReadOrganisations(ref reader, release, texts) };
            else if (ReleaseReader.Enter(ref reader, "value"u8)) bid = ReadValue(ref reader, release, texts, bid with { Amount = double.NaN, Currency = -1 });
            else reader.Skip();
        }

        return bid;
    }

    private static Bid ReadValue(ref Utf8JsonReader reader, Release release, TextTable texts, Bid bid)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return bid;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (ReleaseReader.Enter(ref reader, "amount"u8)) bid = bid with { Amount = ReadAmount(ref reader) };
            else if (ReleaseReader.Enter(ref reader, "currency"u8)) bid = bid with { Currency = ReleaseReader.Number(ref reader, release, texts) };
            else reader.Skip();
        }

        return bid;
    }

    // A double and not a decimal, for results are to equal those of Cardinal, which computes with doubles. The screening weighs amounts against each
    // other; it never prints one.
    private static double ReadAmount(ref Utf8JsonReader reader)
    {
        var amount = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : double.NaN;
        reader.Skip();
        return amount;
    }

    private static BidStatus ReadStatus(ref Utf8JsonReader reader)
    {
        var status = reader.TokenType != JsonTokenType.String ? BidStatus.Absent
            : reader.ValueTextEquals("valid"u8) ? BidStatus.Valid
            : reader.ValueTextEquals("disqualified"u8) ? BidStatus.Disqualified
            : reader.ValueTextEquals("pending"u8) ? BidStatus.Pending
            : reader.ValueTextEquals("invited"u8) ? BidStatus.Invited
            : reader.ValueTextEquals("withdrawn"u8) ? BidStatus.Withdrawn
            : BidStatus.Other;
        reader.Skip();
        return status;
    }
}
