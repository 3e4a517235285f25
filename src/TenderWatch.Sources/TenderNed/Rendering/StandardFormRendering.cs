using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>
/// The Dutch rendering of the older standard forms (SF03 and its like): "Afdeling V" once for each contract. Its one value is that of
/// the whole contract, so with several separate contractors it belongs to none of them.
/// </summary>
internal sealed class StandardFormRendering
{
    private readonly Amounts _amounts = new();
    private readonly List<string> _buyers = [];
    private readonly List<Block> _blocks = [];
    private string _section = "";

    public static bool IsOne(IReadOnlyList<StandardFormLine> lines) => lines.Any(line => line.Label is "afdeling i" or "afdeling v");

    public static Notice Read(IReadOnlyList<StandardFormLine> lines)
    {
        var reader = new StandardFormRendering();
        foreach (var line in lines) reader.Read(line);
        return reader.Finish();
    }

    private void Read(StandardFormLine line)
    {
        if (line.Label.StartsWith("afdeling ", StringComparison.Ordinal))
        {
            _section = line.Label["afdeling ".Length..];
            if (_section == "v") _blocks.Add(new Block(_blocks.Count + 1));
        }
        else if (_section == "i")
        {
            if (line is { Label: "officiële benaming", Value: { } buyer }) _buyers.Add(Names.Clean(buyer));
        }
        else if (_section == "v")
        {
            _blocks[^1].Read(line, _amounts);
        }
    }

    private Notice Finish()
    {
        var notice = new Notice { Format = RenderedNotice.Format, Language = "nld", Buyers = [.. _buyers.Distinct(StringComparer.Ordinal).Select(name => new Party { Name = name })] };
        var bids = new List<BidEntry>();
        foreach (var block in _blocks) block.Close(bids, _amounts);
        var organisations = new OrganisationSection();
        return notice with
        {
            // The one contract is all there is. Adding several up would be our figure, not the buyer's.
            TotalValue = _blocks is [var only] ? only.Value.Value : null,
            Results = [.. _blocks.Select(block => block.Result.ToResult(bids))],
            Bids = [.. bids.Select(bid => bid.ToBid(organisations))],
            Contracts = [.. bids.Select(bid => bid.ToContract()).OfType<Contract>()],
            Withheld = [.. _amounts.Withheld],
            Problems = [.. _amounts.Problems],
        };
    }

    private sealed class Block(int number)
    {
        private readonly List<string> _contractors = [];
        private readonly List<(string Label, string? Text, AmountSlot Slot)> _stated = [];
        private readonly HashSet<string> _currencies = new(StringComparer.Ordinal);
        private string? _lot;
        private Contract _contract = new();
        private bool _isGroup;
        private bool _inContractor;
        private bool? _isAwarded;
        private ResultEntry? _result;

        public AmountSlot Value { get; } = new();

        public ResultEntry Result => _result ??= new ResultEntry(number, _lot);

        public void Read(StandardFormLine line, Amounts amounts)
        {
            var value = line.Value is "-" or "" ? null : line.Value;
            switch (line.Label)
            {
                case "perceel nr.":
                    _lot ??= value;
                    break;
                case "opdracht nr.":
                    _contract = _contract with { Reference = value };
                    break;
                case "benaming":
                    _contract = _contract with { Title = value };
                    break;
                case "een opdracht/perceel wordt gegund":
                    _isAwarded = RenderedCodes.YesOrNo(value);
                    break;
                case "de opdracht is gegund aan een groep ondernemers":
                    _isGroup = RenderedCodes.YesOrNo(value) == true;
                    break;
                case "datum van de sluiting van de overeenkomst":
                    _contract = _contract with { Concluded = amounts.Date(new RenderedRow(0, "", line.Label, value is null ? [] : [value]), null) };
                    break;
                case "aantal inschrijvingen" when value is not null:
                    Result.Count("tenders", value, amounts);
                    break;
                case "naam en adres van de contractant":
                    _inContractor = true;
                    break;
                case "officiële benaming" when _inContractor && value is not null:
                    _contractors.Add(Names.Clean(value));
                    break;
                case "aanvankelijk geraamde totale waarde van de opdracht/het perceel":
                    _stated.Add((line.Label, value, Result.EstimatedValue));
                    break;
                case "totale waarde van de opdracht/het perceel":
                    _stated.Add((line.Label, value, Value));
                    break;
                case "laagste offerte":
                    _stated.Add((line.Label, value, Result.Lowest));
                    break;
                case "hoogste offerte":
                    _stated.Add((line.Label, value, Result.Highest));
                    break;
                case "munt" when value is not null:
                    _currencies.Add(value);
                    break;
                default:
                    if (line.Label.StartsWith("inlichtingen over", StringComparison.Ordinal)) _inContractor = false;
                    break;
            }
        }

        public void Close(List<BidEntry> bids, Amounts amounts)
        {
            // The currency stands once, behind the amounts.
            var currency = _currencies.Count == 1 ? _currencies.Single() : "";
            foreach (var (label, text, slot) in _stated.Where(stated => stated.Text is not null))
                amounts.Put(RenderedAmount.Of(text!, currency), slot, label, Result.Id, null);
            var contractors = _contractors.Distinct(StringComparer.Ordinal).ToList();
            Result.Status = contractors.Count > 0 || _isAwarded == true ? "selec-w" : _isAwarded == false ? "clos-nw" : null;
            if (contractors.Count == 0) return;
            var isShared = contractors.Count > 1 && !_isGroup;
            if (isShared && Value.Value is not null)
                amounts.Problems.Add(new NoticeProblem("shared-amount", Result.Id, "One value is stated for several contractors together; it is not the value of any one of them."));
            foreach (var members in isShared ? contractors.Select(name => new List<string> { name }) : [contractors])
            {
                var bid = new BidEntry(bids.Count + 1, Result, won: true) { Contract = _contract };
                bid.Bidders.AddRange(members);
                if (!isShared && Value.Value is { } value) bid.Value.Put(value);
                bids.Add(bid);
            }
        }
    }
}
