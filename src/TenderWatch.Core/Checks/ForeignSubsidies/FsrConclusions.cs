using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies;

/// <summary>BT-682 in words (code list foreign-subsidy-measure-conclusion, version 20240925-0).</summary>
internal static class FsrConclusions
{
    private static readonly Dictionary<string, LocalizedText> Texts = new(StringComparer.Ordinal)
    {
        ["fsr-adm-clos"] = new("gemeld; het voorlopig onderzoek is administratief gesloten", "notified; the preliminary review was closed administratively"),
        ["fsr-commit"] = new("de Commissie heeft toezeggingen aanvaard", "the Commission accepted commitments"),
        ["fsr-irregul"] = new("de inschrijving is onregelmatig verklaard", "the tender was declared irregular"),
        ["fsr-no-obj"] = new("de Commissie heeft geen bezwaar gemaakt", "the Commission raised no objection"),
        ["fsr-proh"] = new("de Commissie heeft de gunning verboden", "the Commission prohibited the award"),
        ["fsr-stand"] = new("verklaring ingediend; gegund volgens de gewone regels", "declaration filed; awarded under the ordinary rules"),
        ["fsr-meat"] = new("verklaring ingediend; gegund aan de economisch meest voordelige inschrijving", "declaration filed; awarded to the most economically advantageous tender"),
    };

    /// <summary>What a code says; an unknown one is given as it is.</summary>
    public static LocalizedText Text(string code) => Texts.GetValueOrDefault(code) ?? new("een code buiten de codelijst", "a code outside the code list");
}
