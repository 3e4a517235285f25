using System.Text.Json;
using System.Text.Json.Serialization;
using TenderWatch.Core.Languages;
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
            var field = JsonFaults.PathOf(wrong);
            var members = typeof(T).GetProperties().ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            problem = RequestProblems.Wrong(field, members.TryGetValue(field[(field.LastIndexOf('.') + 1)..], out var type) && type.IsEnum
                ? "allowed: " + string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))
                : $"not what belongs there (line {(wrong.LineNumber ?? 0) + 1}); the members are {string.Join(", ", members.Keys)}, dates are like 2026-03-31");
        }

        return null;
    }
}
