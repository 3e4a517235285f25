using System.CommandLine;
using TenderWatch.Core.Bids;

namespace TenderWatch.Local.Commands;

/// <summary>What a person says about a file of bids because the file does not.</summary>
internal sealed class BidReadingOptions
{
    private readonly Option<string?> _numbers = new("--numbers") { Description = "How numbers in text are written, where the file does not tell", HelpName = "nl|en" };
    private readonly Option<string?> _currency = new("--currency") { Description = "The currency of prices that have none, such as EUR", HelpName = "code" };

    public BidReadingOptions()
    {
        _numbers.AcceptOnlyFromAmong("nl", "en");
        _currency.Validators.Add(result =>
        {
            if ((result.Tokens.Count > 0 ? result.Tokens[0].Value : null) is not { Length: 3 } code || !code.All(char.IsAsciiLetter)) result.AddError("--currency must be a code of three letters, such as EUR.");
        });
    }

    public IReadOnlyList<Option> All => [_numbers, _currency];

    public BidFileOptions Of(ParseResult parsed) => new()
    {
        Currency = parsed.GetValue(_currency)?.ToUpperInvariant(),
        Numbers = parsed.GetValue(_numbers) switch { "nl" => NumberStyle.Dutch, "en" => NumberStyle.English, _ => null },
    };
}
