using System.CommandLine;
using System.Globalization;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;
using TenderWatch.Core.Languages;

namespace TenderWatch.Local.Commands;

/// <summary>What a person says of bids and purchase on the command line.</summary>
internal sealed class BidOptions
{
    private readonly BidReadingOptions _reading = new();
    private readonly Option<string?> _estimate = new("--estimate") { Description = "The buyer's estimate of each lot that has none in the file, without VAT, with a decimal point", HelpName = "amount" };
    private readonly Option<string?> _nature = new("--nature") { Description = "What is bought", HelpName = "supplies|services|works" };
    private readonly Option<string?> _priceOnly = new("--price-only") { Description = "Whether price is the only award criterion", HelpName = "yes|no" };
    private readonly Option<string> _country = new("--country") { Description = "The buyer's country", HelpName = "code", DefaultValueFactory = _ => "NLD" };
    private readonly Option<string?> _date = new("--date") { Description = "The day on which prices are compared, for rules that were in force for a time", HelpName = "yyyy-mm-dd" };
    private readonly Option<string> _language = new("--language") { Description = "The language of the picture and of what is printed", HelpName = "nl|en", DefaultValueFactory = _ => "en" };

    public BidOptions()
    {
        _nature.AcceptOnlyFromAmong("supplies", "services", "works");
        _priceOnly.AcceptOnlyFromAmong("yes", "no");
        _language.AcceptOnlyFromAmong("nl", "en");
        _estimate.Validators.Add(result =>
        {
            if (Amount((result.Tokens.Count > 0 ? result.Tokens[0].Value : null)) is null) result.AddError("--estimate must be an amount above 0 such as 24000000.00, with a decimal point and without separators.");
        });
        _date.Validators.Add(result =>
        {
            if (Day((result.Tokens.Count > 0 ? result.Tokens[0].Value : null)) is null) result.AddError("--date must be a day such as 2026-01-31.");
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[.. _reading.All, _estimate, _nature, _priceOnly, _country, _date, _language]) command.Add(option);
    }

    public BidFileOptions Reading(ParseResult parsed) => _reading.Of(parsed);

    public PanelLot Purchase(ParseResult parsed) => new()
    {
        Bids = [],
        Estimate = Amount(parsed.GetValue(_estimate)),
        Nature = parsed.GetValue(_nature) is { } nature ? Enum.Parse<ContractNature>(nature, ignoreCase: true) : null,
        PriceOnly = parsed.GetValue(_priceOnly) switch { "yes" => true, "no" => false, _ => null },
        Country = parsed.GetValue(_country),
        Date = Day(parsed.GetValue(_date)),
    };

    public Language Language(ParseResult parsed) => parsed.GetValue(_language) == "nl" ? Core.Languages.Language.Nl : Core.Languages.Language.En;

    private static decimal? Amount(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0 ? amount : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
