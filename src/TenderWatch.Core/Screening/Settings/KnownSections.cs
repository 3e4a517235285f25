namespace TenderWatch.Core.Screening.Settings;

/// <summary>The sections and properties that Cardinal knows, so that a misspelt one is told instead of passed over.</summary>
internal static class KnownSections
{
    /// <summary>The names of each section; null where a section may have any.</summary>
    public static readonly IReadOnlyDictionary<string, string[]?> All = new Dictionary<string, string[]?>(StringComparer.Ordinal)
    {
        [""] = ["currency", "no_price_comparison_procurement_methods", "price_comparison_procurement_methods"],
        ["output"] = ["info_currency_mismatches"],
        // These are for Cardinal's command that corrects data beforehand; here they are read past.
        ["defaults"] = ["currency", "item_classification_scheme", "bid_status", "award_status", "party_roles"],
        ["redactions"] = ["amount", "organization_id"],
        ["corrections"] = ["award_status_by_contract_status"],
        ["modifications"] = ["move_auctions", "prefix_buyer_or_procuring_entity_id", "prefix_tenderer_or_supplier_id", "split_procurement_method_details"],
        ["codelists"] = [],
        ["codelists.bid_status"] = null,
        ["codelists.award_status"] = null,
        ["exclusions"] = ["procurement_method_details"],
        ["R003"] = ["threshold", "procurement_methods"],
        ["R003.procurement_method_details"] = null,
        ["R018"] = ["procurement_methods"],
        ["R024"] = ["threshold"],
        ["R025"] = ["percentile", "threshold"],
        ["R028"] = [],
        ["R030"] = [],
        ["R035"] = ["threshold"],
        ["R036"] = [],
        ["R038"] = ["threshold", "minimum_submitted_bids", "minimum_contracting_processes"],
        ["R048"] = ["digits", "threshold", "minimum_contracting_processes"],
        ["R058"] = ["threshold"],
    };
}
