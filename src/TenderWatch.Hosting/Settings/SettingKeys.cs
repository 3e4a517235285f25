using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace TenderWatch.Hosting.Settings;

/// <summary>Holds configuration keys and values against the settings classes: unknown keys and values of another type are faults.</summary>
internal static class SettingKeys
{
    /// <summary>Every fault as a sentence; of values, only those of another type than text are repeated, and a secret is text.</summary>
    public static IEnumerable<string> Check(IConfigurationSection section, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsLeaf(type)) return Leaf(section, type);
        return Item(type) is { } item ? List(section, item) : Group(section, type);
    }

    private static IEnumerable<string> Group(IConfigurationSection section, Type type)
    {
        var members = type.GetProperties().Where(property => property.CanWrite).ToList();
        var names = string.Join(", ", members.Select(member => member.Name));
        if (section.Value is not null) return [$"Setting {section.Path} has no value of its own; it has: {names}."];
        if (!section.Exists()) return [];
        return section.GetChildren().SelectMany(child =>
                members.Find(member => member.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } known
                    ? Check(child, known.PropertyType)
                    : [$"Setting {child.Path} is unknown; {section.Path} has: {names}."])
            .Concat(Incomplete(section, type, members));
    }

    // A text in two languages is made of both.
    private static IEnumerable<string> Incomplete(IConfigurationSection section, Type type, IEnumerable<PropertyInfo> members) =>
        type.GetConstructor([]) is not null
            ? []
            : members.Where(member => section[member.Name] is null).Select(member => $"Setting {section.Path}:{member.Name} is not set; it goes with the others of {section.Path}.");

    private static IEnumerable<string> List(IConfigurationSection section, Type item)
    {
        if (!string.IsNullOrEmpty(section.Value)) return [$"Setting {section.Path} is a list: each item has its number, the first is {section.Path}:0."];
        return section.GetChildren().SelectMany((child, index) =>
            child.Key == index.ToString(CultureInfo.InvariantCulture)
                ? Check(child, item)
                : [$"Setting {child.Path} is unknown; the items of {section.Path} are numbered from 0 without gaps, and here stands {section.Path}:{index}."]);
    }

    private static IEnumerable<string> Leaf(IConfigurationSection section, Type type)
    {
        foreach (var child in section.GetChildren()) yield return $"Setting {child.Path} is unknown; {section.Path} is a single value.";
        if (section.Value is { } text && !Fits(text, type)) yield return $"Setting {section.Path} is '{SettingsLoader.Shown(text)}'; allowed: {Allowed(type)}.";
    }

    private static bool Fits(string text, Type type)
    {
        if (type == typeof(string) || (text.Length == 0 && !type.IsValueType)) return true;
        // The converter would also take numbers that stand for nothing, and several names.
        if (type.IsEnum) return Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase);
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is not null;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Allowed(Type type) => type switch
    {
        { IsEnum: true } => string.Join(", ", Enum.GetNames(type)),
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(decimal) || type == typeof(double) => "a number with a decimal point",
        _ when type == typeof(TimeSpan) => "a time span such as 00:00:01",
        _ when type == typeof(Uri) => "an address such as https://example.org/",
        _ => $"a {type.Name}",
    };

    private static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(TimeSpan) || type == typeof(Uri);

    private static Type? Item(Type type) => !typeof(IEnumerable).IsAssignableFrom(type) ? null
        : type.IsArray ? type.GetElementType()
        : type.GetGenericArguments()[^1];
}
