using System.Globalization;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Languages;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>One row as a bid, or what is wrong with it: everything that is wrong, not the first fault only.</summary>
internal sealed class BidRow(BidHeader header, Row row, NumberStyle style, BidFileOptions options)
{
    private const decimal Largest = 1_000_000_000_000_000m;

    private static readonly string[] Yes = ["ja", "j", "yes", "y", "true", "waar", "1", "x"];
    private static readonly string[] No = ["nee", "n", "no", "false", "onwaar", "0"];

    private readonly List<BidFault> _faults = [];
    private readonly string? _lot = LotOf(header, row);
    private string? _writtenCurrency;

    public IReadOnlyList<BidFault> Faults => _faults;

    public SubmittedBid? Read()
    {
        if (_lot is null) Add("missing-lot", BidColumn.Lot,
            "het perceel ontbreekt; bij welk perceel de inschrijving hoort is niet te zeggen, dus geen perceel wordt beoordeeld. Vul het in.",
            "the lot is missing; which lot the bid is for cannot be told, so no lot is judged. Fill it in.");
        var bidder = BidderName();
        var quantity = Number(BidColumn.Quantity);
        var unitPrice = Number(BidColumn.UnitPrice);
        var price = Price(quantity, unitPrice);
        var estimate = Number(BidColumn.Estimate);
        var currency = Currency();
        var (variant, won) = (YesNo(BidColumn.Variant), YesNo(BidColumn.Won));
        if (_faults.Count > 0 || _lot is null || bidder is null || price is null || currency is null) return null;
        return new SubmittedBid(row.Number, _lot, bidder, price.Value, currency)
        {
            Quantity = quantity,
            UnitPrice = unitPrice,
            Estimate = estimate,
            IsVariant = variant ?? false,
            Won = won,
        };
    }

    private static string? LotOf(BidHeader header, Row row)
    {
        if (!header.Has(BidColumn.Lot)) return BidTable.OnlyLot;
        var cell = header.In(row, BidColumn.Lot);
        return cell.Kind is CellKind.Text or CellKind.Number ? cell.Text : null;
    }

    private string? BidderName()
    {
        var cell = header.In(row, BidColumn.Bidder);
        if (cell.Kind is CellKind.Text or CellKind.Number) return cell.Text;
        Add("missing-bidder", BidColumn.Bidder, cell.Kind == CellKind.Empty
            ? new("de inschrijver ontbreekt. Vul in wie inschreef.", "the bidder is missing. Fill in who made the bid.")
            : new($"er staat {What(cell).Nl} waar de inschrijver hoort.", $"there is {What(cell).En} where the bidder is to be named."));
        return null;
    }

    private decimal? Price(decimal? quantity, decimal? unitPrice)
    {
        if (header.In(row, BidColumn.Price).Kind != CellKind.Empty)
        {
            var price = Number(BidColumn.Price);
            if (price is { } total && quantity is { } count && unitPrice is { } each && !Agree(total, count, each))
            {
                Add("price-mismatch", BidColumn.Price,
                    string.Create(CultureInfo.InvariantCulture, $"de prijs {total} is niet aantal {count} maal eenheidsprijs {each}, wat {count * each} is. Verbeter een van de drie."),
                    string.Create(CultureInfo.InvariantCulture, $"the price {total} is not quantity {count} times unit price {each}, which is {count * each}. Correct one of the three."));
            }

            return price;
        }

        if (quantity is { } units && unitPrice is { } one)
        {
            if (units * one <= Largest) return units * one;
            Add("too-large", BidColumn.UnitPrice, "aantal maal eenheidsprijs is groter dan een prijs kan zijn.", "quantity times unit price is larger than any price can be.");
            return null;
        }

        if (_faults.All(fault => fault.Column != header.NameOf(BidColumn.Quantity) && fault.Column != header.NameOf(BidColumn.UnitPrice)))
            Add("missing-price", BidColumn.Price, "de prijs ontbreekt. Vul haar in, of verwijder de rij als er geen inschrijving was.", "the price is missing. Fill it in, or remove the row if there was no bid.");
        return null;
    }

    // Totals are rounded to cents, and unit prices often to more or fewer decimals than they were reckoned with.
    private static bool Agree(decimal total, decimal quantity, decimal unitPrice) => Math.Abs(total - (quantity * unitPrice)) <= Math.Max(0.01m, quantity * 0.005m);

    private string? Currency()
    {
        var cell = header.In(row, BidColumn.Currency);
        var stated = cell.Kind == CellKind.Text ? (cell.Text == "€" ? "EUR" : cell.Text.ToUpperInvariant()) : null;
        if (stated is not null && (stated.Length != 3 || !stated.All(char.IsAsciiLetter)))
        {
            Add("currency", BidColumn.Currency, $"'{cell.Text}' is geen code van een munt. Schrijf drie letters, zoals EUR.", $"'{cell.Text}' is no currency code. Write three letters, such as EUR.");
            return null;
        }

        var all = new[] { stated, _writtenCurrency, header.Currency }.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (all.Length > 1)
        {
            Add("two-currencies", BidColumn.Price, $"de prijs zou in {all[0]} en in {all[1]} zijn. Laat staan wat geldt.", $"the price is said to be in {all[0]} and in {all[1]}. Leave the one that holds.");
            return null;
        }

        var currency = all.FirstOrDefault() ?? options.Currency;
        if (currency is null) Add("missing-currency", BidColumn.Currency,
                "niets zegt in welke munt de prijs is. Voeg een kolom Valuta toe, schrijf 'Prijs (EUR)' in de eerste rij, of noem de munt bij het invoeren (--currency EUR).",
                "nothing says in which currency the price is. Add a column Currency, write 'Price (EUR)' in the first row, or name the currency when entering (--currency EUR).");
        return currency;
    }

    private decimal? Number(BidColumn column)
    {
        var cell = header.In(row, column);
        if (cell.Kind == CellKind.Empty) return null;
        var number = cell.Kind == CellKind.Number ? cell.Number : cell.Kind == CellKind.Text ? FromText(column, cell.Text) : null;
        if (number is null)
        {
            if (_faults.All(fault => fault.Column != header.NameOf(column))) Add(CodeOf(cell), column,
                $"er staat {What(cell).Nl} waar een getal hoort. {Advice(cell).Nl}", $"there is {What(cell).En} where a number belongs. {Advice(cell).En}");
            return null;
        }

        if (number < 0) Add(column == BidColumn.Price ? "negative-price" : "negative-number", column,
            $"'{cell.Text}' is negatief. Een prijs, een aantal en een raming zijn 0 of meer.", $"'{cell.Text}' is negative. A price, a quantity and an estimate are 0 or more.");
        else if (number > Largest) Add("too-large", column,
            $"'{cell.Text}' is groter dan een prijs kan zijn. Kijk na of het decimaalteken ontbreekt.", $"'{cell.Text}' is larger than any price can be. Check for a missing decimal sign.");
        else return number;
        return null;
    }

    private decimal? FromText(BidColumn column, string text)
    {
        var number = NumberText.Read(text);
        if (column is BidColumn.Price or BidColumn.UnitPrice && number.Currency is { } currency)
        {
            if (_writtenCurrency is not null && _writtenCurrency != currency) Add("two-currencies", column, $"de rij heeft prijzen in {_writtenCurrency} en in {currency}.", $"the row has prices in {_writtenCurrency} and in {currency}.");
            _writtenCurrency = currency;
        }

        if (number.In(style) is { } value) return value;
        if (number.IsNumber) Add("number-style", column,
            $"'{text}' is niet op de {(style == NumberStyle.Dutch ? "Nederlandse" : "Engelse")} manier geschreven die voor dit bestand geldt. Schrijf het zoals de andere.",
            $"'{text}' is not written in the {(style == NumberStyle.Dutch ? "Dutch" : "English")} way that holds for this file. Write it like the others.");
        return null;
    }

    private bool? YesNo(BidColumn column)
    {
        var cell = header.In(row, column);
        if (cell.Kind == CellKind.Empty) return null;
        var text = cell.Text.ToLowerInvariant();
        if (Yes.Contains(text, StringComparer.Ordinal)) return true;
        if (No.Contains(text, StringComparer.Ordinal)) return false;
        Add("yes-or-no", column, $"'{cell.Text}' is ja noch nee.", $"'{cell.Text}' is neither yes nor no.");
        return null;
    }

    private static string CodeOf(Cell cell) => cell.Kind switch { CellKind.Formula => "formula", CellKind.Date => "date-as-number", _ when LooksLikeDate(cell.Text) => "date-as-number", _ => "not-a-number" };

    private static LocalizedText What(Cell cell) => cell.Kind switch
    {
        CellKind.Formula => new($"een formule ('{Short(cell.Text)}')", $"a formula ('{Short(cell.Text)}')"),
        CellKind.Date => new("een datum", "a date"),
        CellKind.Boolean => new("een waarde ja of nee", "a yes-or-no value"),
        CellKind.Error => new($"iets dat niet kan worden gelezen ('{Short(cell.Text)}')", $"something that cannot be read ('{Short(cell.Text)}')"),
        _ when LooksLikeDate(cell.Text) => new($"een datum ('{Short(cell.Text)}')", $"a date ('{Short(cell.Text)}')"),
        _ => LocalizedText.Same($"'{Short(cell.Text)}'"),
    };

    private static LocalizedText Advice(Cell cell) => cell.Kind switch
    {
        CellKind.Formula => new("Formules worden hier niet uitgerekend: plak haar als waarde ('Plakken speciaal, waarden').", "Formulas are not calculated here: paste it as a value ('Paste special, values')."),
        CellKind.Date => new("Maak van de cel een getal en kijk het na.", "Set the cell's format to a number and check the figure."),
        _ => new("Schrijf het als 1.234.567,89 of 1234567.89.", "Write it like 1234567.89 or 1.234.567,89."),
    };

    private static bool LooksLikeDate(string text) => text.Length is >= 6 and <= 10 && text.Count(c => c is '-' or '/') == 2 && text.All(c => char.IsAsciiDigit(c) || c is '-' or '/');

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private void Add(string code, BidColumn column, string nl, string en) => Add(code, column, new LocalizedText(nl, en));

    private void Add(string code, BidColumn column, LocalizedText text) => _faults.Add(new BidFault(code, row.Number, header.NameOf(column), _lot, text));
}
