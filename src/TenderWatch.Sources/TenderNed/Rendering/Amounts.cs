using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>A place for one amount. Two different amounts for it leave it empty: nobody could tell which is right.</summary>
internal sealed class AmountSlot
{
    private bool _isContradicted;

    public Money? Value { get; private set; }

    /// <summary>Puts an amount.</summary>
    /// <returns>Whether it contradicts the one before.</returns>
    public bool Put(Money amount)
    {
        if (_isContradicted) return true;
        _isContradicted = Value is not null && Value != amount;
        Value = _isContradicted ? null : amount;
        return _isContradicted;
    }
}

/// <summary>Reads amounts into their places and says of each that is doubtful why.</summary>
internal sealed class Amounts
{
    public List<NoticeProblem> Problems { get; } = [];

    public List<WithheldField> Withheld { get; } = [];

    public void Read(RenderedRow row, AmountSlot slot, string? at, string? withheldAs) => Put(RenderedAmount.Read(row.Values), slot, row.Label, at, withheldAs);

    public void Put(Money? amount, AmountSlot slot, string label, string? at, string? withheldAs)
    {
        if (amount is null)
        {
            Problems.Add(new NoticeProblem("unreadable-amount", at, $"The value of '{label}' is no amount that can mean one thing only; look at the notice itself."));
            return;
        }

        if (slot.Put(amount))
            Problems.Add(new NoticeProblem("conflicting-amount", at, $"'{label}' is stated more than once with different amounts; none of them is used."));
        if (amount.Kind is MoneyKind.Placeholder or MoneyKind.Zero)
            Problems.Add(new NoticeProblem("placeholder-amount", at, $"'{label}' is 0, 0.01 or 1: written because the form demanded a number."));
        if (amount.IsWithheld) Withheld.Add(new WithheldField { Field = withheldAs, At = at });
    }

    public DateOnly? Date(RenderedRow row, string? at) => Moment(row, at)?.Date;

    public LocalDeadline? Moment(RenderedRow row, string? at)
    {
        if (!Dates.TryRead(row.Text, out var moment))
            Problems.Add(new NoticeProblem("unreadable-date", at, $"The value of '{row.Label}' is no date; look at the notice itself."));
        return moment;
    }
}
