using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>What cac:ProcurementProject says of the procedure and of a lot alike.</summary>
internal abstract class ProjectDraft : Draft
{
    private readonly List<string> _mainCpv = [];
    private readonly List<string> _additionalCpv = [];

    public MultilingualText Title { get; } = new();

    public MultilingualText Description { get; } = new();

    public Money? EstimatedValue { get; private set; }

    public Money? FrameworkMaximum { get; private set; }

    /// <summary>The main code first, wherever it stands.</summary>
    public IReadOnlyList<string> Cpv => [.. _mainCpv.Concat(_additionalCpv).Distinct(StringComparer.Ordinal)];

    /// <summary>Adds the fields that the procedure and its lots share to a shape.</summary>
    public static Shape<T> AddTo<T>(Shape<T> shape)
        where T : ProjectDraft => shape
        .On("cac:ProcurementProject/cbc:Name", static (xml, project) => project.Title.Add(xml))
        .On("cac:ProcurementProject/cbc:Description", static (xml, project) => project.Description.Add(xml))
        .On("cac:ProcurementProject/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount", static (xml, project) => project.EstimatedValue ??= xml.Money())
        .On(
            $"cac:ProcurementProject/cac:RequestedTenderTotal/{NoticeDraft.Extension}/efbc:FrameworkMaximumAmount",
            static (xml, project) => project.FrameworkMaximum ??= xml.Money())
        .On("cac:ProcurementProject/cac:MainCommodityClassification/cbc:ItemClassificationCode", static (xml, project) => project._mainCpv.AddIfAny(xml.Cpv()))
        .On("cac:ProcurementProject/cac:AdditionalCommodityClassification/cbc:ItemClassificationCode", static (xml, project) => project._additionalCpv.AddIfAny(xml.Cpv()));
}
