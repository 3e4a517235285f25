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
    private readonly Option<string?> _basePrice = new("--base-price") { Description = "The base price or ceiling that the documents set, with or without VAT as the prices are", HelpName = "amount" };
    private readonly Option<string?> _vat = new("--vat") { Description = "The prices include VAT at this rate, in per cent; the estimate does not", HelpName = "percent" };
    private readonly Option<FileInfo?> _past = new("--past") { Description = "Past awards in the columns of bids, with quantities: what was paid for a unit before, as context", HelpName = "file" };
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
        foreach (var amount in (Option<string?>[])[_estimate, _basePrice])
        {
            amount.Validators.Add(result =>
            {
                if (Amount(Text(result)) is null) result.AddError($"{amount.Name} must be an amount above 0 such as 24000000.00, with a decimal point and without separators.");
            });
        }

        _vat.Validators.Add(result =>
        {
            if (Amount(Text(result)) is not (> 0 and <= 100)) result.AddError("--vat must be a rate in per cent such as 21, above 0 and at most 100, with a decimal point.");
        });
        _date.Validators.Add(result =>
        {
            if (Day(Text(result)) is null) result.AddError("--date must be a day such as 2026-01-31.");
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[.. _reading.All, _estimate, _basePrice, _vat, _past, _nature, _priceOnly, _country, _date, _language]) command.Add(option);
    }

    public BidFileOptions Reading(ParseResult parsed) => _reading.Of(parsed);

    public PanelLot Purchase(ParseResult parsed) => new()
    {
        Bids = [],
        Estimate = Amount(parsed.GetValue(_estimate)),
        BaseBudget = Amount(parsed.GetValue(_basePrice)),
        PricesIncludeVat = parsed.GetValue(_vat) is not null,
        VatPercent = Amount(parsed.GetValue(_vat)),
        Nature = parsed.GetValue(_nature) is { } nature ? Enum.Parse<ContractNature>(nature, ignoreCase: true) : null,
        PriceOnly = parsed.GetValue(_priceOnly) switch { "yes" => true, "no" => false, _ => null },
        Country = parsed.GetValue(_country),
        Date = Day(parsed.GetValue(_date)),
    };

    /// <summary>The file with past awards; <see langword="null"/> where none was given.</summary>
    public FileInfo? Past(ParseResult parsed) => parsed.GetValue(_past);

    public Language Language(ParseResult parsed) => parsed.GetValue(_language) == "nl" ? Core.Languages.Language.Nl : Core.Languages.Language.En;

    private static string? Text(System.CommandLine.Parsing.OptionResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : null;

    private static decimal? Amount(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0 ? amount : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
