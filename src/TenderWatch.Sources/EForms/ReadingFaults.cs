using System.Xml;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>
/// Names what is wrong with bytes that are no notice. An exception's own message is never passed on: it quotes the document.
/// </summary>
internal static class ReadingFaults
{
    /// <summary>Ends the reading unless the reader stands on the root of an eForms notice.</summary>
    public static void RequireEforms(XmlReader reader)
    {
        var root = reader.LocalName;
        if (Namespaces.Roots.TryGetValue(root, out var space) && reader.NamespaceURI == space) return;
        if (root.Equals("html", StringComparison.OrdinalIgnoreCase)) throw Html();
        throw new NoticeFaultException("not-a-notice", "The document is XML, but its root element is not that of a notice (eForms, TED_EXPORT or TED_ESENDERS).");
    }

    /// <summary>The fault that made the parser stop.</summary>
    public static ReadingFault Of(XmlException exception, NoticeInput? input, string root)
    {
        var where = $"line {exception.LineNumber}, position {exception.LinePosition}";
        var head = input?.Head.TrimStart() ?? "";
        if (head.Length == 0) return new ReadingFault("empty", "There is nothing to read: no bytes, or only white space.");
        if (root.Length == 0)
        {
            if (head.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)) return Html().Fault;
            if (head.Contains("<!DOCTYPE", StringComparison.Ordinal)) return new ReadingFault("dtd", $"A document type declaration, which is refused ({where}).");
        }

        return head[0] == '<' && input!.Ended && !EndsWithEndTag(input.Tail, root)
            ? new ReadingFault("truncated", $"The document ends before its root element does ({where}).")
            : new ReadingFault("not-xml", $"Not well-formed XML ({where}).");
    }

    private static NoticeFaultException Html() => new("html", "An HTML page stands where the notice should be.");

    private static bool EndsWithEndTag(string tail, string root)
    {
        var end = tail.TrimEnd();
        var start = end.LastIndexOf("</", StringComparison.Ordinal);
        return root.Length > 0 && start >= 0 && end.EndsWith('>') && end.AsSpan(start).TrimEnd("> \t\r\n").EndsWith(root, StringComparison.Ordinal);
    }
}
