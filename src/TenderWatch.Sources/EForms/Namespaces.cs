namespace TenderWatch.Sources.EForms;

/// <summary>The namespaces of eForms by the prefixes that the field list of the eForms SDK uses.</summary>
internal static class Namespaces
{
    private const string Ubl = "urn:oasis:names:specification:ubl:schema:xsd:";
    private const string Eforms = "http://data.europa.eu/p27/";

    /// <summary>The four kinds of notice, each with its own namespace.</summary>
    public static readonly IReadOnlyDictionary<string, string> Roots = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ContractNotice"] = Ubl + "ContractNotice-2",
        ["ContractAwardNotice"] = Ubl + "ContractAwardNotice-2",
        ["PriorInformationNotice"] = Ubl + "PriorInformationNotice-2",
        ["BusinessRegistrationInformationNotice"] = Eforms + "eforms-business-registration-information-notice/1",
    };

    public static string OfPrefix(string prefix) => prefix switch
    {
        "cac" => Ubl + "CommonAggregateComponents-2",
        "cbc" => Ubl + "CommonBasicComponents-2",
        "ext" => Ubl + "CommonExtensionComponents-2",
        "efext" => Eforms + "eforms-ubl-extensions/1",
        "efac" => Eforms + "eforms-ubl-extension-aggregate-components/1",
        "efbc" => Eforms + "eforms-ubl-extension-basic-components/1",
        _ => throw new ArgumentOutOfRangeException(nameof(prefix), prefix, "A prefix that eForms does not use."),
    };
}
