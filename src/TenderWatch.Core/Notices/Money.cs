using System.Text.Json.Serialization;

namespace TenderWatch.Core.Notices;

/// <summary>What an amount in a notice really says. Withheld, zero, placeholder and stated are never mixed up; absent is <see langword="null"/>.</summary>
public enum MoneyKind
{
    /// <summary>An amount that can be reckoned with.</summary>
    Stated,

    /// <summary>Zero as written: published notices use it for "nothing to say" as often as for a real zero.</summary>
    Zero,

    /// <summary>1 or 0.01, written where a form demanded a number.</summary>
    Placeholder,

    /// <summary>Masked by the buyer (BT-195), perhaps until a later date (BT-198).</summary>
    Withheld,
}

/// <summary>An amount exactly as a notice states it, in its currency, or the fact that it is withheld.</summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public sealed record Money
{
    private readonly decimal _amount;
    private readonly string _currency = "";

    private Money()
    {
    }

    /// <summary>The amount exists but the buyer does not publish it.</summary>
    public static Money Withheld { get; } = new() { IsWithheld = true };

    /// <summary>Whether the buyer withholds the amount.</summary>
    public bool IsWithheld { get; private init; }

    /// <summary>The amount as written, its decimals included.</summary>
    /// <exception cref="InvalidOperationException">The amount is withheld; look at <see cref="Kind"/> first.</exception>
    public decimal Amount => IsWithheld ? throw new InvalidOperationException("A withheld amount has no figure.") : _amount;

    /// <summary>The currency as an ISO 4217 code; empty when withheld.</summary>
    public string Currency => _currency;

    /// <summary>What the amount says.</summary>
    public MoneyKind Kind => this switch
    {
        { IsWithheld: true } => MoneyKind.Withheld,
        { _amount: 0m } => MoneyKind.Zero,
        { _amount: 1m or 0.01m } => MoneyKind.Placeholder,
        _ => MoneyKind.Stated,
    };

    /// <summary>An amount as written.</summary>
    /// <param name="amount">The amount; its scale is kept.</param>
    /// <param name="currency">The ISO 4217 code.</param>
    public static Money Of(decimal amount, string currency)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        return new Money(amount, currency);
    }

    private Money(decimal amount, string currency)
    {
        _amount = amount;
        _currency = currency;
    }
}
