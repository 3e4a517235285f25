using System.Globalization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>Section 5: the lots, each under a heading with its id.</summary>
internal sealed class LotSection(Amounts amounts)
{
    private readonly List<Entry> _lots = [];
    private Entry? _current;
    private int _subsection;

    public void Heading(RenderedRow row)
    {
        if (row.Level == 2)
        {
            // Groups of lots (GLO-0001) and parts (PAR-0001) are no lots.
            var id = row.Values.Count > 0 ? row.Text : null;
            var isLot = id is null || id.StartsWith("LOT-", StringComparison.Ordinal);
            _current = isLot ? new Entry(id) : null;
            if (_current is not null) _lots.Add(_current);
            _subsection = 0;
        }
        else if (row.Level == 3)
        {
            _subsection++;
        }
    }

    public void Row(RenderedRow row)
    {
        if (_current is not { } lot || row.Values.Count == 0) return;
        switch (Labels.Of(row.Label))
        {
            // Criteria have titles and descriptions too, further down.
            case Label.Title when _subsection == 0:
                lot.Facts = lot.Facts with { Title = lot.Facts.Title ?? row.Text };
                break;
            case Label.Description when _subsection == 0:
                lot.Facts = lot.Facts with { Description = lot.Facts.Description ?? row.Text };
                break;
            case Label.MainCpv or Label.AdditionalCpv when TenderNedDetail.Cpv8(row.Values[0]) is { } code:
                if (!lot.Cpv.Contains(code)) lot.Cpv.Add(code);
                break;
            case Label.Quantity when RenderedAmount.TryReadNumber(row.Values[0], out var count):
                lot.Facts = lot.Facts with { Quantity = new Quantity(count, row.Values.Count > 1 ? row.Values[1] : null) };
                break;
            case Label.EstimatedValue:
                amounts.Read(row, lot.EstimatedValue, lot.Facts.Id, "est-val");
                break;
            case Label.FrameworkMaximum:
                amounts.Read(row, lot.FrameworkMaximum, lot.Facts.Id, "max-val");
                break;
            case Label.Duration:
                lot.Facts = lot.Facts with { Duration = RenderedCodes.Duration(row.Text) ?? lot.Facts.Duration };
                break;
            case Label.OtherDuration when row.Text is "Onbeperkt" or "Unlimited":
                lot.Facts = lot.Facts with { Duration = "UNLIMITED" };
                break;
            case Label.StartDate:
                lot.Facts = lot.Facts with { Start = amounts.Date(row, lot.Facts.Id) };
                break;
            case Label.EndDate:
                lot.Facts = lot.Facts with { End = amounts.Date(row, lot.Facts.Id) };
                break;
            case Label.Renewals when int.TryParse(row.Text, CultureInfo.InvariantCulture, out var renewals):
                lot.Facts = lot.Facts with { Renewals = renewals };
                break;
            case Label.RenewalDescription:
                lot.Facts = lot.Facts with { RenewalDescription = row.Text };
                break;
            case Label.OptionsDescription:
                lot.Facts = lot.Facts with { OptionsDescription = row.Text };
                break;
            case Label.Framework:
                lot.Facts = lot.Facts with { Framework = RenderedCodes.Framework(row.Text) };
                break;
            case Label.Fsr:
                lot.Facts = lot.Facts with { Fsr = RenderedCodes.YesOrNo(row.Text) };
                break;
            case Label.Deadline:
                lot.Facts = lot.Facts with { Deadline = lot.Facts.Deadline ?? amounts.Moment(row, lot.Facts.Id) };
                break;
        }
    }

    public IReadOnlyList<Lot> Lots =>
        [.. _lots.Select(lot => lot.Facts with { Cpv = [.. lot.Cpv], EstimatedValue = lot.EstimatedValue.Value, FrameworkMaximum = lot.FrameworkMaximum.Value })];

    private sealed class Entry(string? id)
    {
        public Lot Facts { get; set; } = new() { Id = id };

        public List<string> Cpv { get; } = [];

        public AmountSlot EstimatedValue { get; } = new();

        public AmountSlot FrameworkMaximum { get; } = new();
    }
}
