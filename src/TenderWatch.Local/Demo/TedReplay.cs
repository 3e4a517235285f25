using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Notices;
using TenderWatch.Sources;

namespace TenderWatch.Local.Demo;

/// <summary>
/// TED as far as it is asked: the search by day of publication in its iterating mode, and notices as XML. Of a query only the day counts;
/// everything else is taken to match. Unknown fields and limits above 250 are refused as TED refuses them.
/// </summary>
internal static partial class TedReplay
{
    private const int LargestLimit = 250;

    public static void Map(WebApplication application, string folder)
    {
        application.MapPost("/v3/notices/search", async (HttpRequest request) => Search(await JsonDocument.ParseAsync(request.Body), folder));
        application.MapGet("/en/notice/{number}/xml", (string number) =>
            Number().IsMatch(number) && File.Exists(Path.Combine(folder, number + ".xml"))
                ? Results.Bytes(File.ReadAllBytes(Path.Combine(folder, number + ".xml")), "application/xml")
                : Results.NotFound());
    }

    private static IResult Search(JsonDocument body, string folder)
    {
        using var asked = body;
        var root = asked.RootElement;
        var limit = root.GetProperty("limit").GetInt32();
        if (limit is < 1 or > LargestLimit) return Wrong("SEARCH_EXCEEDS_MAX_LIMIT");
        string[] fields = [.. root.GetProperty("fields").EnumerateArray().Select(field => field.GetString()!)];
        if (fields.Length == 0 || fields.Any(field => field is not ("publication-number" or "publication-date"))) return Wrong("fields: publication-number, publication-date");

        var all = Published(folder).Where(Filter(root.GetProperty("query").GetString()!)).OrderBy(notice => notice.Number, StringComparer.Ordinal).ToList();
        var from = root.TryGetProperty("iterationNextToken", out var token) && token.GetString() is { } text
            ? int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(text)), CultureInfo.InvariantCulture)
            : 0;
        var page = all.Skip(from).Take(limit).Select(notice => new Dictionary<string, string>
        {
            ["publication-number"] = notice.Number,
            ["publication-date"] = FormattableString.Invariant($"{notice.Day:yyyy-MM-dd}+01:00"),
        }).ToList();
        var next = page.Count > 0 ? Convert.ToBase64String(Encoding.ASCII.GetBytes((from + page.Count).ToString(CultureInfo.InvariantCulture))) : null;
        return Results.Json(new { notices = page, totalNoticeCount = all.Count, iterationNextToken = next, timedOut = false });
    }

    private static IEnumerable<(string Number, DateOnly Day)> Published(string folder)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml"))
        {
            using var stream = File.OpenRead(file);
            if (NoticeXml.Read(stream) is NoticeReading.Read { Notice.PublicationDate: { } day }) yield return (Path.GetFileNameWithoutExtension(file), day);
        }
    }

    private static Func<(string Number, DateOnly Day), bool> Filter(string query)
    {
        var asked = DayOfQuery().Match(query);
        if (!asked.Success) return _ => true;
        var day = DateOnly.ParseExact(asked.Groups["day"].Value, "yyyyMMdd", CultureInfo.InvariantCulture);
        return asked.Groups["sign"].Value == "=" ? notice => notice.Day == day : notice => notice.Day >= day;
    }

    private static IResult Wrong(string message) => Results.Json(new { message }, statusCode: StatusCodes.Status400BadRequest);

    [GeneratedRegex("publication-date (?<sign>>?=) (?<day>[0-9]{8})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayOfQuery();

    [GeneratedRegex("^[0-9]{1,9}-[0-9]{4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
