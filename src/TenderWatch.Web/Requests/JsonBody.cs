using System.Text.Json;
using System.Text.Json.Serialization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Web.Requests;

/// <summary>Reads what a request says as JSON; what is wrong is named by its path.</summary>
internal static class JsonBody
{
    private static readonly JsonSerializerOptions Strict = new(NoticeJson.Stored)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    /// <summary>What it says; <see langword="null"/> with a problem.</summary>
    public static T? Read<T>(byte[] body, out Problem? problem)
        where T : class
    {
        problem = null;
        try
        {
            if (JsonSerializer.Deserialize<T>(body, Strict) is { } value) return value;
            problem = RequestProblems.Wrong("$", "an object is needed");
        }
        catch (JsonException wrong)
        {
            var allowed = string.Join(", ", typeof(T).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)));
            problem = RequestProblems.Wrong(FieldOf(wrong), $"not what belongs there (line {(wrong.LineNumber ?? 0) + 1}); the members are {allowed}, dates are like 2026-03-31");
        }

        return null;
    }

    // A member that is missing is named by the message alone.
    private static string FieldOf(JsonException wrong)
    {
        if (wrong.Path is { Length: > 1 } path) return path;
        var named = wrong.Message.LastIndexOf("including: '", StringComparison.Ordinal);
        return named >= 0 ? "$." + wrong.Message[(named + 12)..].Split('\'')[0] : "$";
    }
}
