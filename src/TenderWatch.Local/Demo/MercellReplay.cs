using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TenderWatch.Local.Demo;

/// <summary>
/// Mercell S2C as far as it is asked: <c>mercell/list.json</c> (the entries of the list) newest first, by places counted from 1, and
/// <c>mercell/tenders/{id}.json</c>. A search that is not sent as JSON fails with 500, as theirs does; filters are ignored without a word.
/// </summary>
internal static class MercellReplay
{
    private const string Api = "/api/v1/PublishedTender";

    public static void Map(WebApplication application, string folder)
    {
        application.MapGet("/robots.txt", () => Bytes(Path.Combine(folder, "robots.txt"), "text/plain"));
        application.MapPost(Api + "/GetPublishedTendersBySpecified", async (HttpRequest request) =>
            request.HasJsonContentType() ? List(await JsonDocument.ParseAsync(request.Body), folder) : Results.StatusCode(StatusCodes.Status500InternalServerError));
        application.MapGet(Api + "/GetPublishedTenderDetails", (long tenderId) => Bytes(Path.Combine(folder, "tenders", $"{tenderId}.json"), "application/json"));
    }

    private static IResult List(JsonDocument body, string folder)
    {
        using var asked = body;
        var search = asked.RootElement.GetProperty("SearchParameters");
        var (first, last) = (search.GetProperty("StartIndex").GetInt32(), search.GetProperty("EndIndex").GetInt32());
        var path = Path.Combine(folder, "list.json");
        using var list = JsonDocument.Parse(File.Exists(path) ? File.ReadAllBytes(path) : "[]"u8.ToArray());
        var all = list.RootElement.EnumerateArray().OrderByDescending(entry => entry.GetProperty("CreatedDate").GetDateTimeOffset()).ToList();
        var page = all.Skip(first - 1).Take(last - first + 1).Select(entry => entry.Clone()).ToList(); // written after the list is disposed
        return Results.Json(new { ResultsCount = all.Count, CurrentPageResults = page }, new JsonSerializerOptions());
    }

    private static IResult Bytes(string path, string mediaType) => File.Exists(path) ? Results.Bytes(File.ReadAllBytes(path), mediaType) : Results.NotFound();
}
