using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TenderWatch.Core.Notices;

/// <summary>The JSON of notices: what <c>extract</c> prints, and the fuller form that cases store.</summary>
public static class NoticeJson
{
    /// <summary>The public form: camelCase, absent facts and empty lists left out, one line, members in the documented order.</summary>
    public static JsonSerializerOptions Public { get; } = Options(property => property.AttributeProvider?.IsDefined(typeof(NotInPublicFormAttribute), false) == true);

    /// <summary>The stored form: every member, the same conventions.</summary>
    public static JsonSerializerOptions Stored { get; } = Options(_ => false);

    private static JsonSerializerOptions Options(Func<JsonPropertyInfo, bool> leaveOut)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Printed to files and terminals, never into HTML or script: legible names of towns and firms matter more.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { info => LeaveOut(info, leaveOut) } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOut(JsonTypeInfo info, Func<JsonPropertyInfo, bool> leaveOut)
    {
        if (info.Kind != JsonTypeInfoKind.Object) return;
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            var property = info.Properties[i];
            if (leaveOut(property))
            {
                info.Properties.RemoveAt(i);
            }
            else if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                // A list that the constructor asks for must be written when it is empty, or it would be read back as null.
                if (property.AssociatedParameter is null) property.ShouldSerialize = (_, value) => value is ICollection { Count: > 0 };
            }
            else if (property.PropertyType == typeof(SubmissionCounts))
            {
                property.ShouldSerialize = (_, value) => value is SubmissionCounts { Counts.Count: > 0 };
            }
        }
    }
}
