using System.Text;
using System.Xml;
using TenderWatch.Sources.EForms;

namespace TenderWatch.Sources.TedExport;

/// <summary>
/// An element of a standard form by its local name: publication and reception XML differ in their namespaces only. One form is held at a
/// time, never the translations beside it.
/// </summary>
internal sealed class TedElement
{
    // Marks within a paragraph (superscript and the like): their text belongs to the paragraph.
    private const string Mark = "FT";
    private const int MostElements = 300_000;

    // Most elements have no attribute and either children or text, so that each is made when it is needed.
    private List<KeyValuePair<string, string>>? _attributes;
    private List<TedElement>? _children;
    private string? _text;
    private StringBuilder? _texts;

    private TedElement(string name) => Name = name;

    public string Name { get; }

    public IReadOnlyList<TedElement> Children => _children ?? [];

    /// <summary>Reads the element that the reader stands on, and leaves the reader on its end.</summary>
    public static TedElement Read(XmlReader reader, EformsLimits limits)
    {
        var root = Start(reader);
        if (reader.IsEmptyElement) return root;
        var open = new Stack<TedElement>([root]);
        var count = 0;
        while (open.Count > 0 && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == Mark:
                    break;
                case XmlNodeType.Element:
                    if (++count > MostElements || open.Count >= limits.MaxDepth)
                        throw new NoticeFaultException("too-large", "The form has more or deeper nested elements than any real one.");
                    var child = Start(reader);
                    (open.Peek()._children ??= []).Add(child);
                    if (!reader.IsEmptyElement) open.Push(child);
                    break;
                case XmlNodeType.EndElement when reader.LocalName != Mark:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    open.Peek().Append(reader.Value);
                    break;
                // Between marks it is a space; before any text it only indents.
                case XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Peek()._text is not null:
                    open.Peek().Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return root;
    }

    public string? Attribute(string name) => _attributes?.FindLast(attribute => attribute.Key == name).Value?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The first child of that name.</summary>
    public TedElement? Child(string name) => _children?.Find(child => child.Name == name);

    /// <summary>The children of that name.</summary>
    public IEnumerable<TedElement> All(string name) => Children.Where(child => child.Name == name);

    /// <summary>The text, its paragraphs joined by a line feed; <see langword="null"/> where there is none.</summary>
    public string? Text()
    {
        if (Child("P") is null) return OwnText();
        var text = string.Join('\n', All("P").Select(paragraph => paragraph.OwnText()).OfType<string>());
        return text.Length > 0 ? text : null;
    }

    private string? OwnText() => (_texts?.ToString() ?? _text)?.Trim() is { Length: > 0 } text ? text : null;

    private void Append(string text)
    {
        if (_text is null) _text = text;
        else (_texts ??= new StringBuilder(_text)).Append(text);
    }

    private static TedElement Start(XmlReader reader)
    {
        var element = new TedElement(reader.LocalName);
        while (reader.MoveToNextAttribute()) (element._attributes ??= []).Add(new(reader.LocalName, reader.Value));
        reader.MoveToElement();
        return element;
    }
}
