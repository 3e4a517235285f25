using System.Text.Json;

namespace TenderWatch.Core.Screening.Results;

/// <summary>The codes as they are written, by their place.</summary>
internal static class IndicatorNames
{
    public static readonly JsonEncodedText[] All = [.. Enum.GetNames<IndicatorCode>().Select(name => JsonEncodedText.Encode(name))];
}
