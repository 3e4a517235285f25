using System.Globalization;
using TenderWatch.Core.Settings;

namespace TenderWatch.Core.Retention;

/// <summary>For how long evidence is kept; <c>docs/retention.md</c> gives the reasons.</summary>
public sealed class RetentionSettings : ISettings
{
    private const int MostYears = 100;
    private const int MostDays = 146_000;

    /// <summary>The file of a case: years after the contract ends, with every renewal.</summary>
    public int YearsAfterContract { get; set; } = 7;

    /// <summary>Confidential documents with data of tenderers who did not win: years after the last lot was awarded.</summary>
    public int YearsAfterAward { get; set; } = 3;

    /// <summary>For how many days storage itself keeps public evidence (its immutability policy): nothing is tried before.</summary>
    public int ImmutableDays { get; set; }

    /// <summary>For how many days storage itself keeps confidential evidence.</summary>
    public int ConfidentialImmutableDays { get; set; }

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate() =>
        Outside(nameof(YearsAfterContract), YearsAfterContract, MostYears)
            .Concat(Outside(nameof(YearsAfterAward), YearsAfterAward, MostYears))
            .Concat(Outside(nameof(ImmutableDays), ImmutableDays, MostDays))
            .Concat(Outside(nameof(ConfidentialImmutableDays), ConfidentialImmutableDays, MostDays));

    private static IEnumerable<SettingFault> Outside(string name, int value, int most) =>
        value < 0 || value > most ? [new SettingFault(name, value.ToString(CultureInfo.InvariantCulture), $"0 to {most}")] : [];
}
