using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Procurements;

/// <summary>What an award notice tells of the price of a unit: one winner got a stated quantity of one lot for a stated price.</summary>
/// <param name="Cpv">The main classification of the lot, else of the notice (BT-262), eight digits.</param>
/// <param name="Lot">The lot (BT-137).</param>
/// <param name="Price">What the winner offered, without VAT (BT-720).</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Quantity">How much (BT-25).</param>
/// <param name="Unit">The unit (BT-625).</param>
public sealed record UnitAward(string Cpv, string Lot, decimal Price, string Currency, decimal Quantity, string Unit)
{
    private const int CpvDigits = 8;

    /// <summary>The lots of a notice of which that can be told; of several winners nobody knows who got how many.</summary>
    public static IReadOnlyList<UnitAward> Of(Notice notice)
    {
        var awards = new List<UnitAward>();
        // A modification changes a price that was paid before; it is no award of its own.
        if (notice.FormType == "cont-modif" || notice.NoticeType == "can-modif") return awards;
        foreach (var lot in notice.Lots)
        {
            if (lot is not { Id: { } id, Quantity: { Unit: { } unit, Value: >= Reckoning.Smallest and <= Reckoning.Largest and var quantity } }) continue;
            if (Digits(lot.Cpv.Concat(notice.Cpv).FirstOrDefault()) is not { } cpv) continue;
            var bids = notice.Bids.Where(bid => bid.Lot == id).ToList();
            if (bids.Where(bid => bid.Won).ToList() is not [{ Variant: not true, Value: { } price }] || !price.CanReckon() || price.Amount == 0) continue;
            awards.Add(new UnitAward(cpv, id, price.Amount, price.Currency, quantity, unit));
        }

        return awards;
    }

    /// <summary>The eight digits of a classification, without its check digit; <see langword="null"/> where it is none.</summary>
    public static string? Digits(string? cpv) => cpv is { Length: >= CpvDigits } && cpv.AsSpan(0, CpvDigits).IndexOfAnyExceptInRange('0', '9') < 0 ? cpv[..CpvDigits] : null;
}

/// <summary>A unit award of the registry.</summary>
/// <param name="Notice">The notice that tells it.</param>
/// <param name="Published">Its day of publication.</param>
/// <param name="Document">The document whose bytes say so.</param>
/// <param name="Award">What it tells.</param>
public sealed record PastUnitAward(NoticeKey Notice, DateOnly? Published, Evidence.Digest Document, UnitAward Award);
