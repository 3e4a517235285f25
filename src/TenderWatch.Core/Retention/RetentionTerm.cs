using System.Globalization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Retention;

/// <summary>From when evidence of a class may be deleted.</summary>
/// <param name="Class">The class.</param>
/// <param name="From">The first day; <see langword="null"/> for never, as far as is known now.</param>
/// <param name="Why">Why then, or why not.</param>
/// <param name="Rule">The rule with its dates, as a tombstone names it.</param>
public sealed record RetentionTerm(RetentionClass Class, DateOnly? From, LocalizedText Why, string Rule)
{
    // Another number when the rule reckons otherwise.
    private const string Version = "retention 1";

    /// <summary>The term of a class in a case. Nothing but its arguments counts.</summary>
    /// <param name="kind">The class.</param>
    /// <param name="contract">When the contract of the case ends.</param>
    /// <param name="settings">For how long is kept what.</param>
    public static RetentionTerm Of(RetentionClass kind, ContractTerm contract, RetentionSettings settings)
    {
        if (kind == RetentionClass.Lasting) return new(kind, null, new("Het wordt nooit verwijderd.", "It is never deleted."), $"{Version}: lasting");
        var file = File(kind, contract, settings);
        if (kind != RetentionClass.NotAwarded || contract.Awarded is not { } awarded) return file;
        var from = Add(awarded, settings.YearsAfterAward);
        // Where the contract is short, the file of the case goes first and takes them along.
        if (file.From is { } whole && whole <= from) return file;
        return new(kind, from, LocalizedText.Of(
                w => $"{settings.YearsAfterAward} jaar na de gunning van het laatste perceel ({w.Date(awarded)}).",
                w => $"{settings.YearsAfterAward} years after the award of the last lot ({w.Date(awarded)})."),
            string.Create(CultureInfo.InvariantCulture, $"{Version}: not-awarded, {settings.YearsAfterAward} years after {awarded:yyyy-MM-dd}"));
    }

    /// <summary>The terms of what is kept for a time.</summary>
    /// <param name="contract">When the contract of the case ends.</param>
    /// <param name="settings">For how long is kept what.</param>
    public static IReadOnlyList<RetentionTerm> All(ContractTerm contract, RetentionSettings settings) =>
        [.. ((RetentionClass[])[RetentionClass.Record, RetentionClass.Awarded, RetentionClass.NotAwarded]).Select(kind => Of(kind, contract, settings))];

    /// <summary>The same, not before storage itself lets go of the bytes.</summary>
    /// <param name="stored">When they were named first: they were stored before.</param>
    /// <param name="days">For how many days after it storage keeps them.</param>
    public RetentionTerm NotBefore(DateTimeOffset stored, int days)
    {
        // A day more: names and bytes are of two clocks.
        var free = DutchTime.DateOf(stored).AddDays(days == 0 ? 0 : days + 1);
        return From is { } from && free > from
            ? this with { From = free, Why = LocalizedText.Of(w => $"{Why.Nl} De opslag houdt het vast tot {w.Date(free)}.", w => $"{Why.En} Storage keeps it until {w.Date(free)}.") }
            : this;
    }

    private static RetentionTerm File(RetentionClass kind, ContractTerm contract, RetentionSettings settings)
    {
        if (contract.End is not { } end)
            return new(kind, null, new($"Wordt niet verwijderd: het einde is onbekend. {contract.Why.Nl}", $"Is not deleted: the end is unknown. {contract.Why.En}"), $"{Version}: end unknown");
        return new(kind, Add(end, settings.YearsAfterContract), LocalizedText.Of(
                w => $"{settings.YearsAfterContract} jaar na het einde van het contract ({w.Date(end)}).",
                w => $"{settings.YearsAfterContract} years after the end of the contract ({w.Date(end)})."),
            string.Create(CultureInfo.InvariantCulture, $"{Version}: contract, {settings.YearsAfterContract} years after {end:yyyy-MM-dd}"));
    }

    // The day after the last day on which it is kept.
    private static DateOnly Add(DateOnly day, int years) => day.AddYears(years).AddDays(1);
}
