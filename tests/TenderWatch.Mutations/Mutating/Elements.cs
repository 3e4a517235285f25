using System.Text;

namespace TenderWatch.Mutations.Mutating;

/// <summary>An element of a document, as places in its bytes.</summary>
/// <param name="Name">Its name with its prefix.</param>
/// <param name="Start">Where its start tag begins.</param>
/// <param name="Content">Where its content begins.</param>
/// <param name="ContentEnd">Where its content ends.</param>
/// <param name="End">Behind its end tag.</param>
public readonly record struct Element(string Name, int Start, int Content, int ContentEnd, int End)
{
    /// <summary>Whether another element lies wholly beside this one.</summary>
    public bool IsApart(Element other) => End <= other.Start || other.End <= Start;
}

/// <summary>Finds elements in XML and HTML without a parser's strictness: what is mutated twice is no longer well-formed.</summary>
public static class Elements
{
    /// <summary>The elements in the order of their ends; what has no end is left out.</summary>
    public static List<Element> Of(ReadOnlySpan<byte> document)
    {
        var found = new List<Element>();
        var open = new Stack<(string Name, int Start, int Content)>();
        for (var at = 0; at < document.Length;)
        {
            var start = document[at..].IndexOf((byte)'<');
            if (start < 0) break;
            start += at;
            var length = document[start..].IndexOf((byte)'>');
            if (length < 0) break;
            at = start + length + 1;
            var tag = document[(start + 1)..(at - 1)];
            if (tag.IsEmpty || tag[0] is (byte)'!' or (byte)'?') continue;
            if (tag[0] == '/') Close(Name(tag[1..]), start, at, open, found);
            else if (tag[^1] == '/') found.Add(new Element(Name(tag), start, at, at, at));
            else open.Push((Name(tag), start, at));
        }

        return found;
    }

    private static void Close(string name, int start, int end, Stack<(string Name, int Start, int Content)> open, List<Element> found)
    {
        if (!open.Any(element => element.Name == name)) return;
        while (open.TryPop(out var element))
        {
            if (element.Name != name) continue;
            found.Add(new Element(name, element.Start, element.Content, start, end));
            return;
        }
    }

    private static string Name(ReadOnlySpan<byte> tag)
    {
        var end = tag.IndexOfAny(" \t\r\n/"u8);
        return Encoding.UTF8.GetString(end < 0 ? tag : tag[..end]);
    }
}
