namespace TenderWatch.Core.Texts;

/// <summary>What a fact from running text is about, and how <see cref="TextFact.Value"/> writes it.</summary>
public enum TextFactKind
{
    /// <summary>A number of things or a measure: a decimal, the unit as the text writes it, in lower case.</summary>
    Quantity,

    /// <summary>An amount: a decimal, the ISO 4217 currency as unit.</summary>
    Money,

    /// <summary>A percentage: 60 for 60 %.</summary>
    Percentage,

    /// <summary>A division into parts that together are the whole: <c>60/40</c>, in per cent.</summary>
    Shares,

    /// <summary>How long a contract lasts: an ISO 8601 period, <c>P8Y</c>.</summary>
    Duration,

    /// <summary>How often, and by how long each time, a contract may be prolonged: an ISO 8601 repeated period, <c>R3/P2Y</c>.</summary>
    Renewals,

    /// <summary>From which day to which, both included: <c>2024-01-01/2028-02-29</c>.</summary>
    Period,

    /// <summary>Until when something must be handed in: an ISO 8601 date, with the local time where one is given.</summary>
    Deadline,

    /// <summary>Into how many lots the purchase is divided; 1 where it is not.</summary>
    Lots,

    /// <summary>Whether the Agreement on Government Procurement holds: <c>true</c> or <c>false</c>.</summary>
    Gpa,

    /// <summary>Where suppliers or goods must come from: <c>GPA</c>, <c>EU</c>, <c>EEA</c> or an ISO 3166-1 alpha-3 country.</summary>
    Origin,

    /// <summary>With how many suppliers a contract is, or must be, concluded: a whole number.</summary>
    Suppliers,
}

/// <summary>How the text says that a value is meant, where it is more than the bare value.</summary>
public enum TextSense
{
    /// <summary>The value itself.</summary>
    Stated,

    /// <summary>About, estimated or expected.</summary>
    Estimated,

    /// <summary>At least.</summary>
    Minimum,

    /// <summary>At most.</summary>
    Maximum,
}
