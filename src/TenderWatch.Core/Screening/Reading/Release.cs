using System.Runtime.InteropServices;
using System.Text.Json;

namespace TenderWatch.Core.Screening.Reading;

/// <summary>
/// One OCDS release as far as the indicators look at it. Filled by <see cref="ReleaseReader"/> again and again, so that reading a release
/// allocates nothing. A member that is absent and one of a wrong type are the same: not stated.
/// </summary>
internal sealed class Release
{
    private readonly List<Award> _awards = [];
    private readonly List<Bid> _bids = [];
    private readonly List<int> _organisations = [];
    private readonly List<Text> _classifications = [];
    private byte[] _buffer = [];
    private byte[] _unescaped = new byte[256];
    private int _offset;
    private int _unescapedLength;

    /// <summary>The line of the file, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The block that the line stands in; see <see cref="MainCurrency"/>.</summary>
    public long Block { get; private set; }

    public Text Ocid { get; set; }

    /// <summary>The number of /buyer/id; -1 when not stated.</summary>
    public int Buyer { get; set; }

    /// <summary>/tender; empty when it is not an object.</summary>
    public Tender Tender { get; set; }

    /// <summary>Whether /awards is a list.</summary>
    public bool HasAwards { get; set; }

    /// <summary>Whether /bids/details is a list.</summary>
    public bool HasBids { get; set; }

    public ReadOnlySpan<Award> Awards => CollectionsMarshal.AsSpan(_awards);

    public ReadOnlySpan<Bid> Bids => CollectionsMarshal.AsSpan(_bids);

    public void Begin(byte[] buffer, int offset, long line, long block)
    {
        (_buffer, _offset, Line, Block, _unescapedLength) = (buffer, offset, line, block, 0);
        (Ocid, Buyer, Tender) = (Text.Absent, -1, Tender.Absent);
        _organisations.Clear();
        _classifications.Clear();
        ClearAwards(isList: false);
        ClearBids(isList: false);
    }

    public void ClearAwards(bool isList)
    {
        HasAwards = isList;
        _awards.Clear();
    }

    public void ClearBids(bool isList)
    {
        HasBids = isList;
        _bids.Clear();
    }

    public void Add(Award award) => _awards.Add(award);

    public void Add(Bid bid) => _bids.Add(bid);

    public int OrganisationCount => _organisations.Count;

    public int ClassificationCount => _classifications.Count;

    public void AddOrganisation(int id) => _organisations.Add(id);

    public void AddClassification(Text text) => _classifications.Add(text);

    /// <summary>The organisations of a list; -1 where one has no id.</summary>
    public ReadOnlySpan<int> Organisations(Slice list) => list.Count <= 0 ? [] : CollectionsMarshal.AsSpan(_organisations).Slice(list.Start, list.Count);

    public ReadOnlySpan<Text> Classifications(Slice list) => list.Count <= 0 ? [] : CollectionsMarshal.AsSpan(_classifications).Slice(list.Start, list.Count);

    public ReadOnlySpan<byte> Bytes(Text text) => text.Length <= 0 ? []
        : text.Start >= 0 ? _buffer.AsSpan(text.Start, text.Length) : _unescaped.AsSpan(~text.Start, text.Length);

    /// <summary>The text that the reader stands on; absent when it stands on something else, which is left behind.</summary>
    public Text Keep(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return Text.Absent;
        }

        if (!reader.ValueIsEscaped) return new Text(_offset + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        if (_unescaped.Length - _unescapedLength < reader.ValueSpan.Length) Array.Resize(ref _unescaped, (_unescaped.Length * 2) + reader.ValueSpan.Length);
        var start = _unescapedLength;
        var length = reader.CopyString(_unescaped.AsSpan(start));
        _unescapedLength += length;
        return new Text(~start, length);
    }
}
