using Microsoft.AspNetCore.Components;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Parts;

/// <summary>A part of a page: what all parts say in the reader's language.</summary>
public abstract class Part : ComponentBase
{
    private const int Short = 160;

    /// <summary>The request and the service.</summary>
    [CascadingParameter]
    public PageContext Page { get; set; } = null!;

    internal Wording Wording => Wording.For(Page.Language);

    internal string T(string nl, string en) => Page.Language == Language.Nl ? nl : en;

    internal string T(LocalizedText text) => text.In(Page.Language);

    internal string CheckName(string check) => Page.Checks.TryGetValue(check, out var name) ? T(name) : check;

    internal string FactLabel(string name) => FactNames.All.Contains(name) ? T(FactNames.Label(name)) : name;

    internal string SourceName(string source) => T(SourceWords.Name(source));

    internal string Number(long number) => Wording.Number(number);

    /// <summary>The beginning of a text that may be endless, cut between characters.</summary>
    internal static string Shorten(string text, int length = Short)
    {
        if (text.Length <= length) return text;
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end].TrimEnd() + " …";
    }

    /// <summary>An address that a browser may be sent to, or <see langword="null"/>: notices hold any text where an address belongs.</summary>
    internal static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http") && address.UserInfo.Length == 0 ? address.AbsoluteUri : null;
}
