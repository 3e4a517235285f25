using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>efac:FieldsPrivacy: one field that the buyer withholds.</summary>
internal sealed class WithheldDraft : Draft
{
    public static readonly Shape<WithheldDraft> Shape = new Shape<WithheldDraft>()
        .On("efbc:FieldIdentifierCode", static (xml, field) => field.Field ??= xml.Text())
        .On("cbc:ReasonCode", static (xml, field) => field.Reason ??= xml.Text())
        .On("efbc:PublicationDate", static (xml, field) => field.Until ??= xml.Date());

    public string? Field { get; private set; }

    private string? Reason { get; set; }

    private DateOnly? Until { get; set; }

    public WithheldField ToField() => new() { Field = Field, Reason = Reason, Until = Until };
}
