using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TenderWatch.Local.Tests.Watching.Support;

/// <summary>Answers of the replay server, changed on their way.</summary>
internal static class Respond
{
    /// <summary>Lets the server answer, and changes the JSON it gives.</summary>
    public static async Task ChangedAsync(HttpContext context, Func<Task> next, Action<JsonNode> change)
    {
        var bytes = await BodyAsync(context, next);
        var json = JsonNode.Parse(bytes)!;
        if (context.Response.StatusCode == StatusCodes.Status200OK) change(json);
        context.Response.ContentType ??= "application/json";
        await context.Response.WriteAsync(json.ToJsonString());
    }

    /// <summary>Lets the server answer, and keeps what it gives back.</summary>
    public static async Task<byte[]> BodyAsync(HttpContext context, Func<Task> next)
    {
        var body = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        await next();
        context.Response.Body = body;
        context.Response.ContentLength = null;
        return held.ToArray();
    }

    /// <summary>Takes the first item away, where there is one.</summary>
    public static void DropFirst(JsonArray items)
    {
        if (items.Count > 0) items.RemoveAt(0);
    }
}
