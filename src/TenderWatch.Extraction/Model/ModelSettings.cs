using TenderWatch.Core.Settings;

namespace TenderWatch.Extraction.Model;

/// <summary>The section <c>Extraction</c>: how facts are read from text.</summary>
public sealed class ExtractionSettings : ISettings
{
    /// <summary>The language model that may point out what rules left open.</summary>
    public ModelSettings Model { get; set; } = new();

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate() => Model.Validate().Select(fault => fault with { Name = "Model:" + fault.Name });
}

/// <summary>Which wire protocol an endpoint speaks.</summary>
public enum ModelProtocol
{
    /// <summary>Azure OpenAI, with a managed identity where no key is set.</summary>
    AzureOpenAI,

    /// <summary>The chat completions of OpenAI, which many servers speak.</summary>
    OpenAI,
}

/// <summary>Whether, which and how much a language model is asked.</summary>
public sealed class ModelSettings
{
    /// <summary>Whether a model may be asked at all.</summary>
    public bool Enabled { get; set; }

    /// <summary>Whether it may be asked about what is confidential too: explanations of prices.</summary>
    public bool Confidential { get; set; }

    /// <summary>Its protocol.</summary>
    public ModelProtocol Protocol { get; set; } = ModelProtocol.AzureOpenAI;

    /// <summary>Its address; that of the resource for Azure OpenAI, that above <c>chat/completions</c> for OpenAI.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The name of the deployment, or of the model.</summary>
    public string Deployment { get; set; } = "";

    /// <summary>Its key; empty for the managed identity.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>So many tokens are used in a day (UTC), questions and answers together.</summary>
    public long TokensPerDay { get; set; } = 200_000;

    /// <summary>So often it is asked in a minute.</summary>
    public int RequestsPerMinute { get; set; } = 10;

    /// <summary>How often one question is asked in all.</summary>
    public int Attempts { get; set; } = 3;

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest wait that it may ask for (Retry-After).</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>So many characters of text are in one question.</summary>
    public int BatchCharacters { get; set; } = 12_000;

    /// <summary>So many tokens may be in one answer.</summary>
    public int AnswerTokens { get; set; } = 2_000;

    /// <summary>What a million tokens of questions cost; 0 where that is not known.</summary>
    public decimal InputPrice { get; set; }

    /// <summary>What a million tokens of answers cost; 0 where that is not known.</summary>
    public decimal OutputPrice { get; set; }

    /// <summary>The currency of the prices.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>What is wrong with the values.</summary>
    public IEnumerable<SettingFault> Validate()
    {
        if (!Enum.IsDefined(Protocol)) yield return new SettingFault("Protocol", $"{Protocol}", "AzureOpenAI or OpenAI");
        if ((Enabled || Endpoint.Length > 0) && !IsAddress(Endpoint)) yield return new SettingFault("Endpoint", null, "an https address without user, query and fragment (http only on this machine)");
        if ((Enabled || Deployment.Length > 0) && !IsName(Deployment)) yield return new SettingFault("Deployment", Deployment, "a name of 1 to 100 letters, digits, points, hyphens and underscores");
        if (Enabled && Protocol == ModelProtocol.OpenAI && ApiKey.Length == 0) yield return new SettingFault("ApiKey", null, "a key; only Azure OpenAI knows the managed identity");
        if (ApiKey.Any(sign => !char.IsBetween(sign, '!', '~'))) yield return new SettingFault("ApiKey", null, "a key without blanks");
        if (TokensPerDay is < 1 or > 1_000_000_000) yield return new SettingFault("TokensPerDay", $"{TokensPerDay}", "1 to 1000000000");
        if (RequestsPerMinute is < 1 or > 6_000) yield return new SettingFault("RequestsPerMinute", $"{RequestsPerMinute}", "1 to 6000");
        if (Attempts is < 1 or > 10) yield return new SettingFault("Attempts", $"{Attempts}", "1 to 10");
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(10)) yield return new SettingFault("Timeout", $"{Timeout}", "1 second to 10 minutes");
        if (LongestRetryAfter < TimeSpan.Zero || LongestRetryAfter > TimeSpan.FromHours(1)) yield return new SettingFault("LongestRetryAfter", $"{LongestRetryAfter}", "0 to 1 hour");
        if (BatchCharacters is < 1_000 or > 200_000) yield return new SettingFault("BatchCharacters", $"{BatchCharacters}", "1000 to 200000");
        if (AnswerTokens is < 100 or > 16_000) yield return new SettingFault("AnswerTokens", $"{AnswerTokens}", "100 to 16000");
        if (InputPrice < 0) yield return new SettingFault("InputPrice", $"{InputPrice}", "0 or more");
        if (OutputPrice < 0) yield return new SettingFault("OutputPrice", $"{OutputPrice}", "0 or more");
        if (Currency.Length != 3 || !Currency.All(char.IsAsciiLetterUpper)) yield return new SettingFault("Currency", Currency, "an ISO 4217 code such as EUR");
    }

    /// <summary>The same, but each question is asked once.</summary>
    internal ModelSettings AskingOnce()
    {
        var once = (ModelSettings)MemberwiseClone();
        once.Attempts = 1;
        return once;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 100 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_');

    private static bool IsAddress(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
