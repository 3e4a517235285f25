using System.Text;
using System.Xml;

namespace TenderWatch.Sources.EForms;

/// <summary>Moves forward through a notice, element by element. What nobody asks for is passed by, except the withheld fields: they count everywhere.</summary>
internal sealed class NoticeCursor
{
    private readonly XmlReader _reader;
    private readonly NoticeInput _input;
    private readonly int _maxDepth;
    private readonly int _maxParts;
    private readonly string _privacyName;
    private readonly string _privacySpace;
    private int _parts;
    private bool _privacyRead;
    private string _lastElement = "";

    public NoticeCursor(XmlReader reader, NoticeInput input, EformsLimits limits)
    {
        _reader = reader;
        _input = input;
        _maxDepth = limits.MaxDepth;
        _maxParts = limits.MaxParts;
        Notes = new Notes(limits.MaxParts);
        _privacyName = reader.NameTable.Add("FieldsPrivacy");
        _privacySpace = reader.NameTable.Add(Namespaces.OfPrefix("efac"));
    }

    public Notes Notes { get; }

    public string Name => _reader.LocalName;

    public string Space => _reader.NamespaceURI;

    public int Depth => _reader.Depth;

    public bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>Goes to the next child of the element at <paramref name="depth"/>; what is left of the child before is passed by.</summary>
    public bool NextChild(int depth)
    {
        // A child that nobody looked at can still say that a field is withheld.
        if (IsUnreadPrivacy && _reader.Depth == depth + 1) Withheld();
        while (Move())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (_reader.Depth == depth + 1) return true;
                    if (IsUnreadPrivacy) Withheld();
                    break;
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    return false;
                case XmlNodeType.Text when _input.HasPlaceholderText && TextFacts.IsPlaceholder(_reader.Value):
                    Notes.Problem(TextFacts.PlaceholderProblem, $"{_lastElement} holds the text of a template that was never filled in.");
                    break;
            }
        }

        return false;
    }

    /// <summary>An attribute, trimmed; <see langword="null"/> where it is absent or blank.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>An attribute compared as it stands, as XPath does.</summary>
    public bool HasAttribute(string name, string value) => _reader.GetAttribute(name) == value;

    /// <summary>The text of the element, trimmed; <see langword="null"/> where it is blank.</summary>
    public string? Text()
    {
        if (_reader.IsEmptyElement) return null;
        var depth = _reader.Depth;
        var name = _reader.LocalName;
        string? first = null;
        StringBuilder? all = null;
        while (Move())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    // Comments and CDATA sections cut a text into several.
                    if (first is null) first = _reader.Value;
                    else (all ??= new StringBuilder(first)).Append(_reader.Value);
                    break;
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    var text = (all?.ToString() ?? first)?.Trim();
                    if (string.IsNullOrEmpty(text)) return null;
                    if (_input.HasPlaceholderText && TextFacts.IsPlaceholder(text))
                    {
                        Notes.Problem(TextFacts.PlaceholderProblem, $"{name} holds the text of a template that was never filled in.");
                    }

                    return text;
            }
        }

        return null;
    }

    /// <summary>Reads the withheld field that the cursor stands on.</summary>
    /// <returns>BT-195: which field it is.</returns>
    public string? Withheld()
    {
        CountPart();
        var draft = new WithheldDraft();
        WithheldDraft.Shape.Read(this, draft);
        Notes.Add(draft.ToField());
        _privacyRead = true;
        return draft.Field;
    }

    /// <summary>Counts an aggregate that is about to be kept.</summary>
    public void CountPart()
    {
        if (++_parts > _maxParts) throw new NoticeFaultException("too-large", $"The notice has more than {_maxParts} lots, bids, organisations and other parts.");
    }

    private bool IsUnreadPrivacy =>
        ReferenceEquals(_reader.LocalName, _privacyName) && !_privacyRead && _reader.NodeType == XmlNodeType.Element && ReferenceEquals(_reader.NamespaceURI, _privacySpace);

    private bool Move()
    {
        if (!_reader.Read()) return false;
        _privacyRead = false;
        if (_reader.NodeType != XmlNodeType.Element) return true;
        if (_reader.Depth > _maxDepth) throw new NoticeFaultException("too-deep", $"Elements are nested more than {_maxDepth} levels deep.");
        if (_input.HasPlaceholderText) _lastElement = _reader.LocalName;
        return true;
    }
}
