using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>The organisations of a notice by their identifiers and those of their touch points, with their owners' nationalities.</summary>
internal sealed class PartyDirectory
{
    private readonly Dictionary<string, OrganisationDraft> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OwnerDraft> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<OrganisationDraft, Party> _known = [];
    private readonly NoticeDraft _notice;
    private readonly Notes _notes;
    private int _left;

    public PartyDirectory(NoticeDraft notice, Notes notes, int limit)
    {
        _notice = notice;
        _notes = notes;
        _left = limit;
        foreach (var organisation in notice.Organisations)
        {
            if (organisation.Id is { } id) _organisations.TryAdd(id, organisation);
            foreach (var touchPoint in organisation.TouchPoints) _organisations.TryAdd(touchPoint, organisation);
        }

        foreach (var owner in notice.Owners)
        {
            if (owner.Id is { } id) _owners.TryAdd(id, owner);
        }
    }

    /// <summary>The party that an identifier means; one that is not in the notice is a problem.</summary>
    public Party? Find(string id, string? at)
    {
        if (_organisations.TryGetValue(id, out var organisation)) return Known(organisation);
        _notes.Problem("unresolved-reference", $"refers to the organisation {id}, which the notice does not hold", at ?? id);
        return null;
    }

    /// <summary>The members of a tendering party.</summary>
    public IReadOnlyList<Party> Find(List<MemberDraft> members, string? at)
    {
        List<Party> parties = [];
        foreach (var member in members)
        {
            if (Find(member.Id!, at) is { } party) parties.Add(member.Leader is null ? party : party with { Leader = member.Leader });
        }

        return parties;
    }

    /// <summary>Counts parties that are about to be listed: a reference is short, what it stands for is not.</summary>
    public void Spend(IReadOnlyList<Party> parties)
    {
        foreach (var party in parties)
        {
            _left -= 1 + party.Ids.Count + party.OwnerNationalities.Count;
            if (_left < 0) throw new NoticeFaultException("too-large", "The notice refers to more parties than are read.");
        }
    }

    private Party Known(OrganisationDraft organisation)
    {
        if (_known.TryGetValue(organisation, out var party)) return party;
        party = new Party
        {
            Name = organisation.Name.In(_notice.Language),
            Ids = [.. organisation.CompanyIds.Distinct(StringComparer.Ordinal)],
            Country = organisation.Country,
            Size = organisation.Size,
            Listed = organisation.Listed,
            NaturalPerson = organisation.NaturalPerson,
            OwnerNationalities = Nationalities(organisation),
        };
        _known.Add(organisation, party);
        return party;
    }

    private List<string> Nationalities(OrganisationDraft organisation)
    {
        if (organisation.Owners.Count == 0) return [];
        var found = new HashSet<string>(StringComparer.Ordinal);
        List<string> nationalities = [];
        foreach (var id in organisation.Owners.Distinct(StringComparer.Ordinal))
        {
            if (!_owners.TryGetValue(id, out var owner))
            {
                _notes.Problem("unresolved-reference", $"refers to the beneficial owner {id}, which the notice does not hold", organisation.Id ?? id);
                continue;
            }

            _left -= owner.Nationalities.Count;
            if (_left < 0) throw new NoticeFaultException("too-large", "The notice refers to more owners than are read.");
            foreach (var nationality in owner.Nationalities)
            {
                if (found.Add(nationality)) nationalities.Add(nationality);
            }
        }

        return nationalities;
    }
}
