using TenderWatch.Core.Languages;
using TenderWatch.Core.Settings;

namespace TenderWatch.Web;

/// <summary>Settings of the pages.</summary>
public sealed record WebSettings : ISettings
{
    /// <summary>A text above every page, such as that the data is a reconstruction; none by default.</summary>
    public LocalizedText? Banner { get; init; }

    /// <summary>Where the project's pages can be read (<c>https://…/docs/</c>), to link the page of each check; without it the page is only named.</summary>
    public Uri? Documentation { get; init; }

    /// <summary>Who may come in. Without it only a host that listens on this machine alone starts.</summary>
    public Access.AuthenticationSettings Authentication { get; init; } = new();

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        if (Banner is { } banner && (string.IsNullOrWhiteSpace(banner.Nl) || string.IsNullOrWhiteSpace(banner.En)))
            yield return new SettingFault("Banner", $"Nl: '{banner.Nl}', En: '{banner.En}'", "a text in both languages (Banner:Nl and Banner:En), or neither");
        if (Documentation is { } address && !(address.IsAbsoluteUri && (address.Scheme is "https" or "http") && address.AbsolutePath.EndsWith('/')))
            yield return new SettingFault("Documentation", address.OriginalString, "an absolute http or https address that ends with a slash");
        foreach (var fault in OfAuthentication(Authentication.Validate())) yield return fault;
    }

    /// <summary>Every setting that is missing on a host that others can reach.</summary>
    public IEnumerable<SettingFault> ValidateForOthers() => OfAuthentication(Authentication.ValidateForOthers());

    private static IEnumerable<SettingFault> OfAuthentication(IEnumerable<SettingFault> faults) => faults.Select(fault => fault with { Name = "Authentication:" + fault.Name });
}
