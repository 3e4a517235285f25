namespace TenderWatch.Sources.EForms;

/// <summary>efac:Organization: a company with its touch points.</summary>
internal sealed class OrganisationDraft : Draft
{
    public static readonly Shape<OrganisationDraft> Shape = new Shape<OrganisationDraft>()
        .On("efac:Company/cac:PartyIdentification/cbc:ID", static (xml, organisation) => organisation.Id ??= xml.Text())
        .On("efac:Company/cac:PartyName/cbc:Name", static (xml, organisation) => organisation.Name.Add(xml))
        .On("efac:Company/cac:PartyLegalEntity/cbc:CompanyID", static (xml, organisation) => organisation.CompanyIds.AddIfAny(xml.Text()))
        .On("efac:Company/cac:PostalAddress/cac:Country/cbc:IdentificationCode", static (xml, organisation) => organisation.Country ??= xml.Code())
        .On("efac:Company/efbc:CompanySizeCode", static (xml, organisation) => organisation.Size ??= xml.Code())
        .On("efac:TouchPoint/cac:PartyIdentification/cbc:ID", static (xml, organisation) => organisation.TouchPoints.AddIfAny(xml.Text()))
        .On("efbc:ListedOnRegulatedMarketIndicator", static (xml, organisation) => organisation.Listed ??= xml.Indicator())
        .On("efbc:NaturalPersonIndicator", static (xml, organisation) => organisation.NaturalPerson ??= xml.Indicator())
        .On("efac:UltimateBeneficialOwner/cbc:ID", static (xml, organisation) => organisation.Owners.AddIfAny(xml.Text()));

    public MultilingualText Name { get; } = new();

    public List<string> CompanyIds { get; } = [];

    public List<string> TouchPoints { get; } = [];

    public List<string> Owners { get; } = [];

    public string? Country { get; private set; }

    public string? Size { get; private set; }

    public bool? Listed { get; private set; }

    public bool? NaturalPerson { get; private set; }
}

/// <summary>efac:UltimateBeneficialOwner: only the nationalities are read; the owners are people.</summary>
internal sealed class OwnerDraft : Draft
{
    public static readonly Shape<OwnerDraft> Shape = new Shape<OwnerDraft>()
        .On("cbc:ID", static (xml, owner) => owner.Id ??= xml.Text())
        .On("efac:Nationality/cbc:NationalityID", static (xml, owner) => owner.Nationalities.AddIfAny(xml.Code()));

    public List<string> Nationalities { get; } = [];
}
