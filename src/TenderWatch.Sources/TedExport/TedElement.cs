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

    private readonly List<(string Name, string Value)> _attributes = [];
    private readonly List<TedElement> _children = [];
    private StringBuilder? _text;

    private TedElement(string name) => Name = name;

    public string Name { get; }

    public IReadOnlyList<TedElement> Children => _children;

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
                    open.Peek()._children.Add(child);
                    if (!reader.IsEmptyElement) open.Push(child);
                    break;
                case XmlNodeType.EndElement when reader.LocalName != Mark:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    (open.Peek()._text ??= new StringBuilder()).Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return root;
    }

    public string? Attribute(string name) => _attributes.FindLast(attribute => attribute.Name == name).Value?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The first child of that name.</summary>
    public TedElement? Child(string name) => _children.Find(child => child.Name == name);

    /// <summary>The children of that name.</summary>
    public IEnumerable<TedElement> All(string name) => _children.Where(child => child.Name == name);

    /// <summary>The text, its paragraphs joined by a line feed; <see langword="null"/> where there is none.</summary>
    public string? Text()
    {
        var paragraphs = _children.Any(child => child.Name == "P") ? All("P").Select(paragraph => paragraph._text) : [_text];
        var text = string.Join('\n', paragraphs.Select(paragraph => paragraph?.ToString().Trim() ?? "").Where(paragraph => paragraph.Length > 0));
        return text.Length > 0 ? text : null;
    }

    private static TedElement Start(XmlReader reader)
    {
        var element = new TedElement(reader.LocalName);
        while (reader.MoveToNextAttribute()) element._attributes.Add((reader.LocalName, reader.Value));
        reader.MoveToElement();
        return element;
    }
}
