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
                throw new BidFileException("duplicate-column", $"the columns '{row[_places[column]].Text}' and '{title}' mean the same. Rename or remove one of them.", row.Number);
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
        return vat is not null
            ? new BidFileException("price-with-vat", $"the column '{vat}' has prices with VAT, which are not what is compared. Add the prices without VAT as a column Prijs or Price.", _row.Number)
            : new BidFileException("missing-column", $"the first row must name the columns; required: {BidColumns.Required}. Found: {(_unread.Count + _places.Count == 0 ? "none" : string.Join(", ", _row.Cells.Select(cell => cell.Text).Where(title => title.Length > 0).Take(20)))}.", _row.Number);
    }
}
