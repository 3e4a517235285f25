using System.Collections;
using System.Globalization;
using TenderWatch.Hosting.Settings;

namespace TenderWatch.Local.Tests.Settings;

/// <summary>Every setting as the environment names it, found by reflection, with its default as the page writes it.</summary>
internal static class KnownSettings
{
    public static IReadOnlyDictionary<string, string> Defaults() => new SortedDictionary<string, string>(
        Of("TenderWatch", typeof(TenderWatchSettings), new TenderWatchSettings()).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Of(string name, Type type, object? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
        {
            var item = type.GetGenericArguments()[0];
            return Of(name + "__0", item, item == typeof(string) ? null : Activator.CreateInstance(item));
        }

        if (type.Namespace!.StartsWith("TenderWatch", StringComparison.Ordinal) && !type.IsEnum)
            return type.GetProperties().Where(property => property.CanWrite).SelectMany(property => Of($"{name}__{property.Name}", property.PropertyType, value is null ? null : property.GetValue(value)));
        return [KeyValuePair.Create(name, Text(value))];
    }

    private static string Text(object? value) => value switch
    {
        null or "" => "none",
        bool flag => flag ? "`true`" : "`false`",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };
}
