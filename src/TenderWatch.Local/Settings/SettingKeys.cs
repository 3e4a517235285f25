using System.Collections;
using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using TenderWatch.Core.Settings;

namespace TenderWatch.Local.Settings;

/// <summary>Holds configuration keys and values against the settings classes: unknown keys and values of another type are faults.</summary>
internal static class SettingKeys
{
    private static readonly string[] Secrets = ["Password", "ConnectionString", "Webhook", "Key", "Secret"];

    public static IEnumerable<SettingFault> Check(IConfigurationSection section, Type type) => Check(section, type, "");

    private static IEnumerable<SettingFault> Check(IConfigurationSection section, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsLeaf(type)) return Leaf(section, type, path);
        if (Item(type) is { } item) return section.GetChildren().SelectMany(child => Check(child, item, Join(path, child.Key)));
        return section.GetChildren().SelectMany(child => Member(child, type, path));
    }

    private static IEnumerable<SettingFault> Member(IConfigurationSection child, Type type, string path)
    {
        var members = type.GetProperties().Where(property => property.CanWrite).ToList();
        var member = members.Find(candidate => candidate.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
        return member is not null
            ? Check(child, member.PropertyType, Join(path, member.Name))
            : [new SettingFault(Join(path, child.Key), "an unknown setting", string.Join(", ", members.Select(candidate => Join(path, candidate.Name))))];
    }

    private static IEnumerable<SettingFault> Leaf(IConfigurationSection section, Type type, string path)
    {
        if (section.Value is not { } text || type == typeof(string)) yield break;
        bool fits;
        try
        {
            fits = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is not null;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            fits = false;
        }

        if (!fits) yield return new SettingFault(path, Shown(path, text), Allowed(type));
    }

    private static string Shown(string path, string text) => Secrets.Any(secret => path.EndsWith(secret, StringComparison.OrdinalIgnoreCase)) ? "(not shown)" : text;

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

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}:{name}";
}
