using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>One fact of a case, with where it comes from.</summary>
public sealed record Fact
{
    /// <summary>What it is about; see <see cref="FactNames"/>: <c>total-value</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The lot, bid or party it belongs to; <see langword="null"/> for the procurement.</summary>
    public string? Subject { get; init; }

    /// <summary>How <see cref="Value"/> is to be read.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>The value in an invariant form: a decimal, an ISO 8601 date, a code or text. Empty when withheld.</summary>
    public required string Value { get; init; }

    /// <summary>Currency, unit or code list.</summary>
    public string? Unit { get; init; }

    /// <summary>Where it stands; several for a derived fact. Never empty.</summary>
    public required IReadOnlyList<FactOrigin> Origins { get; init; }

    /// <summary>How a derived fact was reckoned, in figures: <c>592517432 / 7933740</c>.</summary>
    public string? Derivation { get; init; }

    /// <summary>An amount as a fact.</summary>
    public static Fact Of(string name, string? subject, Money money, FactOrigin origin) => new()
    {
        Name = name,
        Subject = subject,
        Kind = money.Kind switch { MoneyKind.Withheld => FactKind.Withheld, MoneyKind.Stated => FactKind.Money, _ => FactKind.Placeholder },
        Value = money.IsWithheld ? "" : money.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Unit = money.IsWithheld ? null : money.Currency,
        Origins = [origin],
    };
}

/// <summary>How the value of a fact is to be read.</summary>
public enum FactKind
{
    /// <summary>Text in the notice's language.</summary>
    Text,

    /// <summary>A number of things.</summary>
    Number,

    /// <summary>A decimal amount with its currency as unit.</summary>
    Money,

    /// <summary>0, 0.01 or 1 where a form demanded an amount: shown, never reckoned with.</summary>
    Placeholder,

    /// <summary>Withheld by the buyer.</summary>
    Withheld,

    /// <summary>A percentage, 60 for 60 %.</summary>
    Percentage,

    /// <summary>An ISO 8601 date or date and time.</summary>
    Date,

    /// <summary>An ISO 8601 period (<c>P8Y</c>), a repeated one (<c>R3/P2Y</c>: three times two years) or UNLIMITED.</summary>
    Duration,

    /// <summary>A code; the code list is the unit.</summary>
    Code,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Indicator,
}

/// <summary>Where a fact stands.</summary>
/// <param name="Notice">The publication.</param>
/// <param name="Field">The eForms field, <c>BT-720</c>; for other formats the eForms field that means the same.</param>
/// <param name="At">The id of the element within the notice: <c>TEN-0001</c>.</param>
/// <param name="Document">The stored bytes it was read from.</param>
/// <param name="Quote">The words it was read from, where it was read from running text.</param>
public sealed record FactOrigin(NoticeKey Notice, string Field, string? At, Digest Document, string? Quote = null);
