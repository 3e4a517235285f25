using System.Text;

namespace TenderWatch.Mutations.Mutating;

/// <summary>What can happen to a document of elements: swaps, removals, repetitions, other names, other texts, nesting, and the attacks on XML.</summary>
public static class MarkupMutations
{
    private static readonly string[] Prologues =
    [
        "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY x \"5\">]>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;]>", "<!DOCTYPE html>", "<?xml version=\"1.0\"?>", "<?xml version=\"1.1\"?>", "<?xml-stylesheet href=\"x\"?>", "<!-- -->", "\n", "x",
        "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\">]>",
    ];

    private static readonly string[] Encodings = ["utf-8", "utf-16", "utf-16BE", "utf-32", "us-ascii", "iso-8859-1", "windows-1252", "utf-7", "ibm037", "x-none", "shift_jis"];

    /// <summary>One mutation, of elements where there are any.</summary>
    public static byte[] Mutate(byte[] document, Random random) => random.Next(10) switch
    {
        0 => ByteMutations.Mutate(document, random),
        1 => Attack(document, random),
        _ => MutateElements(document, random),
    };

    /// <summary>Swaps, removes, repeats or moves whole elements: what was well-formed stays so, and every text stays what it was.</summary>
    public static byte[] Rearrange(byte[] document, Random random)
    {
        var elements = Elements.Of(document);
        if (elements.Count < 3) return document;
        // Not the root: its name decides what kind of document it is.
        var one = elements[random.Next(elements.Count - 1)];
        var other = elements[random.Next(elements.Count - 1)];
        var bytes = document.AsSpan();
        switch (random.Next(4))
        {
            case 0:
                return ByteMutations.Replace(document, one.Start, one.End - one.Start, []);
            case 1:
                return ByteMutations.Replace(document, one.End, 0, bytes[one.Start..one.End]);
            case 2 when one.IsApart(other):
                return Exchange(bytes, one, other);
            default:
                // Beside another element, or into one that holds elements.
                var isInside = random.Next(2) == 0 && bytes[other.Content..other.ContentEnd].IndexOf((byte)'<') >= 0;
                return ByteMutations.Replace(document, isInside ? other.ContentEnd : other.Start, 0, bytes[one.Start..one.End]);
        }
    }

    /// <summary>Removes or repeats an element, or exchanges two of the same name in parents of the same name: what a form could still look like.</summary>
    public static byte[] Vary(byte[] document, Random random)
    {
        var elements = Elements.Of(document);
        if (elements.Count < 3) return document;
        var one = elements[random.Next(elements.Count - 1)];
        var parent = ParentOf(one, elements);
        var same = elements.FindAll(element => element.Name == one.Name && element.IsApart(one) && ParentOf(element, elements) == parent);
        var bytes = document.AsSpan();
        return random.Next(3) switch
        {
            0 => ByteMutations.Replace(document, one.Start, one.End - one.Start, []),
            // What extends the notice is never what extends a criterion.
            1 when same.Count > 0 && !one.Name.StartsWith("ext:", StringComparison.Ordinal) => Exchange(bytes, one, random.Pick(same)),
            _ => ByteMutations.Replace(document, one.End, 0, bytes[one.Start..one.End]),
        };
    }

    // They are in the order of their ends: the first around it is the innermost.
    private static string? ParentOf(Element element, List<Element> elements) =>
        elements.Find(other => other.Start < element.Start && other.End > element.End) is { End: > 0 } parent ? parent.Name : null;

    private static byte[] Exchange(ReadOnlySpan<byte> bytes, Element one, Element other)
    {
        var (first, second) = one.Start < other.Start ? (one, other) : (other, one);
        return [.. bytes[..first.Start], .. bytes[second.Start..second.End], .. bytes[first.End..second.Start], .. bytes[first.Start..first.End], .. bytes[second.End..]];
    }

    private static byte[] MutateElements(byte[] document, Random random)
    {
        if (random.Next(2) == 0) return Rearrange(document, random);
        var elements = Elements.Of(document);
        if (elements.Count == 0) return ByteMutations.Mutate(document, random);
        var one = random.Pick(elements);
        switch (random.Next(7))
        {
            case 0:
                return Rename(document, one, random.Pick(elements).Name);
            case 1:
                return Nest(document, one, random);
            case 2:
                return Attribute(document, one, random);
            case 3:
                return ByteMutations.Replace(document, one.ContentEnd, 0, Values.Any(random));
            case 4:
                // A repetition that counts: quadratic work would show.
                var copies = Enumerable.Repeat(document[one.Start..one.End], Math.Clamp(200_000 / (one.End - one.Start), 1, 300)).SelectMany(copy => copy).ToArray();
                return ByteMutations.Replace(document, one.End, 0, copies);
            default:
                var leaves = elements.FindAll(element => document.AsSpan(element.Content..element.ContentEnd).IndexOf((byte)'<') < 0);
                if (leaves.Count > 0) one = random.Pick(leaves);
                return ByteMutations.Replace(document, one.Content, one.ContentEnd - one.Content, Values.Any(random));
        }
    }

    private static byte[] Rename(byte[] document, Element element, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var was = Encoding.UTF8.GetByteCount(element.Name);
        var renamed = document;
        if (element.End > element.Content) renamed = ByteMutations.Replace(renamed, element.ContentEnd + 2, was, bytes);
        return ByteMutations.Replace(renamed, element.Start + 1, was, bytes);
    }

    private static byte[] Nest(byte[] document, Element element, Random random)
    {
        var depth = 1 << random.Next(1, 13);
        var before = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"<{element.Name}>", depth)));
        var after = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"</{element.Name}>", depth)));
        return [.. document.AsSpan(0, element.Start), .. before, .. document.AsSpan(element.Start..element.End), .. after, .. document.AsSpan(element.End)];
    }

    private static byte[] Attribute(byte[] document, Element element, Random random)
    {
        var tag = document.AsSpan(element.Start..element.Content);
        var quote = tag.IndexOf((byte)'"');
        var length = quote < 0 ? -1 : tag[(quote + 1)..].IndexOf((byte)'"');
        if (length >= 0) return ByteMutations.Replace(document, element.Start + quote + 1, length, Values.Any(random));
        var end = element.Start + 1 + Encoding.UTF8.GetByteCount(element.Name);
        return ByteMutations.Replace(document, end, 0, Encoding.UTF8.GetBytes($" {random.Pick(["schemeName", "listName", "currencyID", "languageID", "xmlns", "xmlns:cbc", "PUBLICATION", "CATEGORY", "class"])}=\"{random.Pick(["Lot", "EUR", "NLD", "NO", "ORIGINAL", "header1", ""])}\""));
    }

    private static byte[] Attack(byte[] document, Random random)
    {
        var start = document.AsSpan().IndexOf("?>"u8) + 2;
        if (start < 2 || start > 200) start = 0;
        switch (random.Next(4))
        {
            case 0:
                // An entity that is used: resolved, it would be read as text.
                var attacked = ByteMutations.Replace(document, start, 0, Encoding.UTF8.GetBytes(random.Pick(Prologues)));
                var elements = Elements.Of(attacked);
                return elements.Count == 0 ? attacked : ByteMutations.Replace(attacked, random.Pick(elements).ContentEnd, 0, "&x;"u8);
            case 1:
                return [.. Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"{random.Pick(Encodings)}\"?>"), .. document.AsSpan(start)];
            case 2:
                var encoding = random.Pick((Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, Encoding.UTF8]);
                return [.. random.Next(2) == 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(Encoding.UTF8.GetString(document.AsSpan(start)))];
            default:
                return ByteMutations.Replace(document, random.Next(document.Length + 1), 0, Values.Any(random));
        }
    }
}
