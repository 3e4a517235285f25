using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TenderWatch.Core.Evidence;

/// <summary>
/// Canonical JSON of RFC 8785. Numbers are limited to integers that a double holds exactly: amounts go in as text, so that no
/// reader can round them.
/// </summary>
public static class CanonicalJson
{
    private const long LargestExactInteger = 9007199254740991; // 2^53 - 1, RFC 8785 section 3.2.2.3 and RFC 7493 section 2.2

    /// <summary>The canonical UTF-8 bytes of a JSON element.</summary>
    /// <exception cref="ArgumentException">A number is no exact integer, a member is repeated, or text is no well-formed Unicode.</exception>
    public static byte[] Write(JsonElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        // The strict encoder refuses lone surrogates, which RFC 8785 section 3.2.2.2 makes an error.
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        return encoding.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, element);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                var first = true;
                foreach (var item in element.EnumerateArray())
                {
                    if (!first) text.Append(',');
                    first = false;
                    Append(text, item);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendString(text, element.GetString()!);
                break;
            case JsonValueKind.Number:
                if (!element.TryGetInt64(out var integer) || Math.Abs(integer) > LargestExactInteger)
                    throw new ArgumentException($"The number {element.GetRawText()} is no exact integer; write it as text.", nameof(element));
                text.Append(integer.ToString(CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.True:
            case JsonValueKind.False:
            case JsonValueKind.Null:
                text.Append(element.GetRawText());
                break;
            default:
                throw new ArgumentException("There is no JSON value.", nameof(element));
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement element)
    {
        var members = element.EnumerateObject().ToArray();
        Array.Sort(members, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        text.Append('{');
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0)
            {
                if (members[i].Name == members[i - 1].Name) throw new ArgumentException($"The member {members[i].Name} is repeated.", nameof(element));
                text.Append(',');
            }

            AppendString(text, members[i].Name);
            text.Append(':');
            Append(text, members[i].Value);
        }

        text.Append('}');
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private static void AppendString(StringBuilder text, ReadOnlySpan<char> value)
    {
        text.Append('"');
        while (value.IndexOfAny(Escaped) is >= 0 and var at)
        {
            text.Append(value[..at]);
            AppendEscape(text, value[at]);
            value = value[(at + 1)..];
        }

        text.Append(value).Append('"');
    }

    private static void AppendEscape(StringBuilder text, char character)
    {
        switch (character)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            case '\b': text.Append("\\b"); break;
            case '\t': text.Append("\\t"); break;
            case '\n': text.Append("\\n"); break;
            case '\f': text.Append("\\f"); break;
            case '\r': text.Append("\\r"); break;
            default: text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"); break;
        }
    }
}
