using System.Globalization;
using System.Text.RegularExpressions;

namespace TenderWatch.Sources.TenderNed;

/// <summary>The addresses of what is read.</summary>
internal sealed class TenderNedAddresses(SourcesSettings settings)
{
    private readonly string _api = settings.TenderNed.BaseAddress.TrimEnd('/');
    private readonly string _ted = settings.Ted.BaseAddress.TrimEnd('/');

    public Uri Page(DateOnly from, DateOnly? until, int page, int size)
    {
        var query = $"publicatieDatumVanaf={Iso(from)}";
        if (until is { } last) query += $"&publicatieDatumTot={Iso(last)}";
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"{_api}/publicaties?{query}&page={page}&size={size}"));
    }

    public Uri Detail(string id) => new($"{_api}/publicaties/{id}");

    public Uri Related(string id) => new($"{_api}/publicaties/{id}/gerelateerd");

    public Uri PublicXml(string id) => new($"{_api}/publicaties/{id}/public-xml");

    public Uri Rendering(string id) => new($"{_api}/publicaties/{id}/html");

    public Uri Documents(string id) => new($"{_api}/publicaties/{id}/documenten");

    public Uri Document(string id, string document) => new($"{_api}/publicaties/{id}/documenten/{document}/content");

    public Uri TedXml(string number) => new($"{_ted}/en/notice/{number}/xml");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Publication numbers of TED.</summary>
public static partial class TedNumbers
{
    /// <summary>The number without leading zeros, or <see langword="null"/> when the text is none.</summary>
    public static string? Normal(string? text)
    {
        var number = text?.Trim();
        return number is not null && Form().IsMatch(number) ? number.TrimStart('0') : null;
    }

    [GeneratedRegex("^0*[1-9][0-9]{0,8}-[0-9]{4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
