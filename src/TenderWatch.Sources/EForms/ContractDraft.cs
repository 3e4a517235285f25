namespace TenderWatch.Sources.EForms;

/// <summary>efac:SettledContract: a concluded contract; the bids that it names have won.</summary>
internal sealed class ContractDraft : Draft
{
    public static readonly Shape<ContractDraft> Shape = new Shape<ContractDraft>()
        .On("cbc:ID", static (xml, contract) => contract.Id ??= xml.Text())
        .On("cbc:Title", static (xml, contract) => contract.Title.Add(xml))
        .On("cbc:IssueDate", static (xml, contract) => contract.Concluded ??= xml.Date())
        .On("cbc:AwardDate", static (xml, contract) => contract.Decided ??= xml.Date())
        .On("efac:ContractReference/cbc:ID", static (xml, contract) => contract.Reference ??= xml.Text())
        .On("efac:LotTender/cbc:ID", static (xml, contract) => contract.Bids.AddIfAny(xml.Text()));

    public MultilingualText Title { get; } = new();

    public string? Reference { get; private set; }

    public List<string> Bids { get; } = [];

    public DateOnly? Concluded { get; private set; }

    public DateOnly? Decided { get; private set; }
}
