using System.Xml;

namespace TenderWatch.Sources.EForms;

/// <summary>
/// What to read at which path below one kind of element: the XPaths of the eForms field list as a tree, walked along with the document.
/// </summary>
/// <typeparam name="T">What the facts are gathered in.</typeparam>
internal sealed class Shape<T>
    where T : Draft
{
    private readonly Node _root = new("", "");
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Reads a fact at a path; <paramref name="read"/> stands on the element.</summary>
    public Shape<T> On(string path, Action<NoticeCursor, T> read)
    {
        var node = _root;
        foreach (var step in path.Split('/'))
        {
            var colon = step.IndexOf(':', StringComparison.Ordinal);
            // Interned, so that the same name is the same object in every shape and, through the name table, in the document.
            var space = string.Intern(Namespaces.OfPrefix(step[..colon]));
            var name = string.Intern(step[(colon + 1)..]);
            _names.Add(space);
            _names.Add(name);
            node = node.Child(space, name);
        }

        node.Read = read;
        return this;
    }

    /// <summary>Reads an aggregate at a path by its own shape. What <paramref name="end"/> answers with <see langword="false"/> does not count: its problems are forgotten.</summary>
    public Shape<T> Each<TPart>(string path, Shape<TPart> shape, Func<TPart> begin, Func<T, TPart, bool> end)
        where TPart : Draft
    {
        _names.UnionWith(shape._names);
        return On(path, (xml, whole) =>
        {
            xml.CountPart();
            var part = begin();
            var mark = xml.Notes.Mark();
            shape.Read(xml, part);
            if (end(whole, part)) xml.Notes.NameProblems(mark, part.Id);
            else xml.Notes.ForgetProblems(mark);
            if (part.NamesWithheldFields) xml.Notes.NameWithheld(mark, part.Id);
        });
    }

    /// <summary>Notes which fields BT-195 names here.</summary>
    public Shape<T> Withholding(string path = "efac:FieldsPrivacy") => On(path, static (xml, draft) => draft.Withhold(xml.Withheld()));

    /// <summary>Makes the parser use this shape's own strings for names, so that comparing references is enough.</summary>
    public void AddNamesTo(XmlNameTable table)
    {
        foreach (var name in _names) table.Add(name);
    }

    /// <summary>Reads the content of the element that the cursor stands on.</summary>
    public void Read(NoticeCursor xml, T draft) => Read(_root, xml, draft);

    private static void Read(Node node, NoticeCursor xml, T draft)
    {
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (node.Find(xml.Space, xml.Name) is not { } child) continue;
            if (child.Read is { } read) read(xml, draft);
            else Read(child, xml, draft);
        }
    }

    private sealed class Node(string space, string name)
    {
        private Node[] _children = [];

        public Action<NoticeCursor, T>? Read { get; set; }

        public Node? Find(string childSpace, string childName)
        {
            foreach (var child in _children)
            {
                if (ReferenceEquals(child.Name, childName) && ReferenceEquals(child.Space, childSpace)) return child;
            }

            return null;
        }

        public Node Child(string childSpace, string childName)
        {
            if (Find(childSpace, childName) is { } known) return known;
            var child = new Node(childSpace, childName);
            _children = [.. _children, child];
            return child;
        }

        private string Name { get; } = name;

        private string Space { get; } = space;
    }
}
