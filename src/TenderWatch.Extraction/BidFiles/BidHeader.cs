namespace TenderWatch.Extraction.BidFiles;

/// <summary>The first row that is not empty: what each column holds and is called.</summary>
internal sealed class BidHeader
{
    private readonly Dictionary<BidColumn, int> _places = [];
    private readonly List<string> _unread = [];
    private readonly Row _row;

    public BidHeader(Row row)
    {
        _row = row;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var title = row[i].Text;
            if (title.Length == 0) continue;
            if (BidColumns.Of(title) is not { } column) _unread.Add(title);
            else if (!_places.TryAdd(column, i))
                throw new BidFileException("duplicate-column",
                    $"de kolommen '{row[_places[column]].Text}' en '{title}' betekenen hetzelfde. Hernoem of verwijder er een.",
                    $"the columns '{row[_places[column]].Text}' and '{title}' mean the same. Rename or remove one of them.", row.Number);
        }

        if (!Has(BidColumn.Bidder) || !(Has(BidColumn.Price) || (Has(BidColumn.Quantity) && Has(BidColumn.UnitPrice)))) throw Missing();
    }

    public IReadOnlyList<string> Unread => _unread;

    /// <summary>The currency in the title of the price.</summary>
    public string? Currency => Has(BidColumn.Price) ? BidColumns.CurrencyIn(_row[_places[BidColumn.Price]].Text) : Has(BidColumn.UnitPrice) ? BidColumns.CurrencyIn(_row[_places[BidColumn.UnitPrice]].Text) : null;

    public bool Has(BidColumn column) => _places.ContainsKey(column);

    public Cell In(Row row, BidColumn column) => _places.TryGetValue(column, out var place) ? row[place] : Cell.Empty;

    /// <summary>What the file calls a column.</summary>
    public string NameOf(BidColumn column) => _places.TryGetValue(column, out var place) ? _row[place].Text : column.ToString();

    private BidFileException Missing()
    {
        var vat = _unread.FirstOrDefault(BidColumns.IncludesVat);
        if (vat is not null)
        {
            return new BidFileException("price-with-vat",
                $"de kolom '{vat}' heeft prijzen met btw, en die worden niet vergeleken. Voeg de prijzen zonder btw toe als kolom Prijs.",
                $"the column '{vat}' has prices with VAT, which are not what is compared. Add the prices without VAT as a column Price.", _row.Number);
        }

        var found = string.Join(", ", _row.Cells.Select(cell => cell.Text).Where(title => title.Length > 0).Take(20));
        return new BidFileException("missing-column",
            $"de eerste rij moet de kolommen noemen; nodig zijn Inschrijver en Prijs, of in plaats van de prijs Aantal en Eenheidsprijs. Gevonden: {(found.Length == 0 ? "geen" : found)}.",
            $"the first row must name the columns; required: Bidder and Price, or in place of the price Quantity and Unit price. Found: {(found.Length == 0 ? "none" : found)}.", _row.Number);
    }
}
