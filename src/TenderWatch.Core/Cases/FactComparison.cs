using System.Globalization;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>Whether two facts say the same, however they write it.</summary>
internal static class FactComparison
{
    /// <summary>What each side says that the other does not, in the order of the sides.</summary>
    public static (IReadOnlyList<Fact> Left, IReadOnlyList<Fact> Right) Differences(IEnumerable<Fact> left, IEnumerable<Fact> right)
    {
        var (onlyLeft, onlyRight) = (left.ToList(), right.ToList());
        foreach (var fact in onlyLeft.ToList())
        {
            var same = onlyRight.FindIndex(other => Same(fact, other));
            if (same < 0) continue;
            onlyRight.RemoveAt(same);
            onlyLeft.Remove(fact);
        }

        return (onlyLeft, onlyRight);
    }

    /// <summary>Amounts as decimals, dates as moments in Dutch time, texts without regard to case and white space.</summary>
    public static bool Same(Fact left, Fact right)
    {
        if (left.Value == right.Value && left.Unit == right.Unit) return left.Kind == right.Kind;
        if (left.Kind == FactKind.Withheld || right.Kind == FactKind.Withheld) return left.Kind == right.Kind;
        if (left.Kind == FactKind.Date && right.Kind == FactKind.Date) return SameMoment(left.Value, right.Value);
        if (Number(left) is { } one && Number(right) is { } other) return one == other && (left.Unit == right.Unit || left.Unit is null || right.Unit is null);
        return string.Equals(Fold(left.Value), Fold(right.Value), StringComparison.OrdinalIgnoreCase);
    }

    private static decimal? Number(Fact fact) =>
        fact.Kind is FactKind.Money or FactKind.Placeholder or FactKind.Number or FactKind.Percentage
        && decimal.TryParse(fact.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    // One source gives the offset, another leaves it out, a third gives the day alone.
    private static bool SameMoment(string left, string right)
    {
        if (Read(left) is not { } one || Read(right) is not { } other) return left == right;
        if (one.Time is null || other.Time is null) return one.Date == other.Date;
        return one.TryInstant(DutchTime.Zone) is { } moment && other.TryInstant(DutchTime.Zone) is { } second ? moment == second : one.Date == other.Date && one.Time == other.Time;
    }

    private static LocalDeadline? Read(string value)
    {
        try
        {
            return LocalDeadline.Parse(value);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
