namespace TenderWatch.Sources.EForms;

/// <summary>efac:TenderingParty: who bids together, and their subcontractors.</summary>
internal sealed class TenderingPartyDraft : Draft
{
    public static readonly Shape<TenderingPartyDraft> Shape = new Shape<TenderingPartyDraft>()
        .On("cbc:ID", static (xml, party) => party.Id ??= xml.Text())
        .Each("efac:Tenderer", MemberDraft.Shape, static () => new MemberDraft(), static (party, member) => party.Add(party.Tenderers, member))
        .Each("efac:SubContractor", MemberDraft.Shape, static () => new MemberDraft(), static (party, member) => party.Add(party.Subcontractors, member));

    public List<MemberDraft> Tenderers { get; } = [];

    public List<MemberDraft> Subcontractors { get; } = [];

    private bool Add(List<MemberDraft> list, MemberDraft member)
    {
        if (member.Id is not null) list.Add(member);
        return true;
    }
}

/// <summary>One organisation in a tendering party; its identifier is the organisation's.</summary>
internal sealed class MemberDraft : Draft
{
    public static readonly Shape<MemberDraft> Shape = new Shape<MemberDraft>()
        .On("cbc:ID", static (xml, member) => member.Id ??= xml.Text())
        .On("efbc:GroupLeadIndicator", static (xml, member) => member.Leader ??= xml.Indicator());

    public bool? Leader { get; private set; }
}
