using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.EForms;

/// <summary>The field list of the eForms SDK as it lies beside the project: field identifier → XPath.</summary>
internal sealed class FieldList
{
    private readonly Dictionary<string, string> _paths;

    private FieldList(Dictionary<string, string> paths) => _paths = paths;

    public static XmlNamespaceManager Namespaces { get; } = NewNamespaces();

    public static FieldList Load()
    {
        var rows = File.ReadLines(Path.Combine(SharedData.Root!, "..", "reference", "eforms-fields.csv")).Skip(1).Select(Columns);
        return new FieldList(rows.ToDictionary(row => row[1], row => row[^1], StringComparer.Ordinal));
    }

    /// <summary>The elements at a field's XPath.</summary>
    public IEnumerable<XElement> Elements(XDocument document, string field) => document.XPathSelectElements(_paths[field], Namespaces);

    /// <summary>The elements at a field's XPath within one element that stands at <paramref name="root"/>, the XPath of its kind.</summary>
    public IEnumerable<XElement> Elements(XElement element, string root, string field)
    {
        var path = _paths[field];
        Assert.StartsWith(root + "/", path, StringComparison.Ordinal);
        return element.XPathSelectElements(path[(root.Length + 1)..], Namespaces);
    }

    private static XmlNamespaceManager NewNamespaces()
    {
        var manager = new XmlNamespaceManager(new NameTable());
        manager.AddNamespace("cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2");
        manager.AddNamespace("cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2");
        manager.AddNamespace("ext", "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2");
        manager.AddNamespace("efext", "http://data.europa.eu/p27/eforms-ubl-extensions/1");
        manager.AddNamespace("efac", "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1");
        manager.AddNamespace("efbc", "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1");
        return manager;
    }

    private static List<string> Columns(string line)
    {
        List<string> columns = [];
        var column = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                columns.Add(column.ToString());
                column.Clear();
            }
            else column.Append(c);
        }

        columns.Add(column.ToString());
        return columns;
    }
}
