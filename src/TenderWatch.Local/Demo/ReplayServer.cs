using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TenderWatch.Local.Demo;

/// <summary>
/// Serves a folder of samples on this machine as TenderNed, TED and Mercell would, with their quirks: unknown parameters are ignored without a
/// word, pages end at 99 and sizes at 100, one type filter returns everything, the XML needs a password.
/// </summary>
/// <remarks>
/// <c>tenderned/list.json</c> (the items of the list), <c>tenderned/publicaties/{id}.json</c>, <c>{id}.gerelateerd.json</c>,
/// <c>{id}.html.json</c>, <c>ted/{number}.xml</c>; <c>mercell/list.json</c>, <c>mercell/tenders/{id}.json</c> and <c>mercell/robots.txt</c>. Files are read for each request, so that they may change while it runs.
/// </remarks>
public sealed partial class ReplayServer : IAsyncDisposable
{
    private const string Api = "/papi/tenderned-rs-tns/v2";

    private readonly WebApplication _application;
    private readonly string _folder;
    private readonly string? _credentials;
    private readonly DateOnly? _listedOn;

    private ReplayServer(string folder, string? credentials, Func<HttpContext, Func<Task>, Task>? fault, DateOnly? listedOn, int port)
    {
        _folder = folder;
        _credentials = credentials;
        _listedOn = listedOn;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _application = builder.Build();
        if (fault is not null) _application.Use((context, next) => fault(context, () => next(context)));
        Map();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The base address of TenderNed's API.</summary>
    public string TenderNed => Address.GetLeftPart(UriPartial.Authority) + Api;

    /// <summary>The base address of TED.</summary>
    public string Ted => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>The base address of Mercell's API, and of its site.</summary>
    public string Mercell => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Starts a server on 127.0.0.1.</summary>
    /// <param name="folder">The samples.</param>
    /// <param name="user">The user who may read the XML; nobody may without one.</param>
    /// <param name="password">That user's password.</param>
    /// <param name="fault">Sees every request first: answers it, breaks it off, or calls on.</param>
    /// <param name="listedOn">The day on which TenderNed lists every publication; without one, the day that its item names.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<ReplayServer> StartAsync(
        string folder, string? user = null, string? password = null, Func<HttpContext, Func<Task>, Task>? fault = null, DateOnly? listedOn = null, int port = 0, CancellationToken cancellationToken = default)
    {
        var credentials = user is null ? null : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        var server = new ReplayServer(folder, credentials, fault, listedOn, port);
        try
        {
            await server._application.StartAsync(cancellationToken);
            server.Address = new Uri(server._application.Urls.Single());
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private void Map()
    {
        _application.MapGet(Api + "/publicaties", List);
        _application.MapGet(Api + "/publicaties/{id:long}", (long id) => Json($"{id}.json"));
        _application.MapGet(Api + "/publicaties/{id:long}/gerelateerd", (long id) => Json($"{id}.gerelateerd.json"));
        _application.MapGet(Api + "/publicaties/{id:long}/html", (long id) => Json($"{id}.html.json"));
        _application.MapGet(Api + "/publicaties/{id:long}/public-xml", PublicXml);
        _application.MapGet("/papi/tenderned-rs-tns/publicaties/{**rest}", (HttpContext context, string? rest) =>
            Results.Redirect($"{Api}/publicaties{(rest is null ? "" : "/" + rest)}{context.Request.QueryString}", permanent: true));
        TedReplay.Map(_application, Path.Combine(_folder, "ted"));
        MercellReplay.Map(_application, Path.Combine(_folder, "mercell"));
    }

    private IResult List(HttpRequest request)
    {
        // Answers 400 in words of its own; what is out of range is never corrected silently.
        if (!TryReadInteger(request, "page", 0, out var page) || page is < 0 or > 99) return Wrong("page", "0 - 99");
        if (!TryReadInteger(request, "size", 10, out var size) || size is < 1 or > 100) return Wrong("size", "1 - 100");
        if (!TryReadDay(request, "publicatieDatumVanaf", out var from)) return Wrong("publicatieDatumVanaf", "yyyy-MM-dd");
        if (!TryReadDay(request, "publicatieDatumTot", out var until)) return Wrong("publicatieDatumTot", "yyyy-MM-dd");
        var type = request.Query["publicatieType"].ToString();
        if (type is not ("" or "VAK" or "AAO" or "AGO" or "REC" or "MAC" or "VBE" or "AAW")) return Wrong("publicatieType", "VAK, AAO, AGO, REC, MAC, VBE, AAW");

        var list = JsonNode.Parse(System.IO.File.ReadAllBytes(Path.Combine(_folder, "tenderned", "list.json")))!.AsArray();
        if (_listedOn is { } listed)
        {
            foreach (var item in list) item!["publicatieDatum"] = listed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var all = list.Where(item => IsWanted(item!, from, until, type)).ToList();
        var content = all.Skip(page * size).Take(size).ToList();
        var pages = (all.Count + size - 1) / size;
        return Results.Json(new
        {
            content,
            totalElements = all.Count,
            totalPages = pages,
            size,
            number = page,
            numberOfElements = content.Count,
            first = page == 0,
            last = page >= pages - 1,
        });
    }

    private static bool IsWanted(JsonNode item, DateOnly? from, DateOnly? until, string type)
    {
        var day = DateOnly.ParseExact((string)item["publicatieDatum"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        // The filter on VBE lets everything through.
        var isOfType = type is "" or "VBE" || (string?)item["typePublicatie"]!["code"] == type;
        return isOfType && !(day < from) && !(day > until);
    }

    private static bool TryReadInteger(HttpRequest request, string name, int absent, out int value)
    {
        value = absent;
        return !request.Query.TryGetValue(name, out var text) || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryReadDay(HttpRequest request, string name, out DateOnly? value)
    {
        value = null;
        if (!request.Query.TryGetValue(name, out var text)) return true;
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        value = day;
        return isDay;
    }

    private IResult PublicXml(HttpRequest request, long id)
    {
        if (_credentials is null || request.Headers.Authorization != _credentials) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var path = Path.Combine(_folder, "tenderned", "publicaties", $"{id}.json");
        if (!System.IO.File.Exists(path)) return Results.NotFound();
        using var detail = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        var number = detail.RootElement.TryGetProperty("pbNummerTed", out var named) ? named.GetString() : null;
        return number is not null && TedNumber().IsMatch(number) ? File(Path.Combine(_folder, "ted", number + ".xml"), "application/xml") : Results.NotFound();
    }

    private IResult Json(string name) => File(Path.Combine(_folder, "tenderned", "publicaties", name), "application/json");

    private static IResult File(string path, string mediaType) =>
        System.IO.File.Exists(path) ? Results.Bytes(System.IO.File.ReadAllBytes(path), mediaType) : Results.NotFound();

    private static IResult Wrong(string name, string allowed) =>
        Results.Json(new { status = 400, error = "Bad Request", message = $"{name}: {allowed}" }, statusCode: StatusCodes.Status400BadRequest);

    [GeneratedRegex("^[0-9]{1,9}-[0-9]{4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TedNumber();
}
