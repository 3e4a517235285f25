using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>What a method says of the bids on a lot.</summary>
public abstract record MethodOutcome
{
    private MethodOutcome()
    {
    }

    /// <summary>It could be reckoned.</summary>
    /// <param name="Figures">Its figures by stable name.</param>
    /// <param name="Flagged">The positions, in the input, of the bids that it would ask about; in ascending order.</param>
    public sealed record Assessed(IReadOnlyList<MethodFigure> Figures, IReadOnlyList<int> Flagged) : MethodOutcome
    {
        /// <summary>A figure that is a number; <see langword="null"/> where there is none of that name.</summary>
        public decimal? Number(string name) => Figures.OfType<MethodFigure.Number>().FirstOrDefault(figure => figure.Name == name)?.Value;
    }

    /// <summary>It could not be reckoned: nothing is said of any bid.</summary>
    /// <param name="Lacks">What is missing: <c>bids</c>, <c>base-budget</c>, <c>estimate</c>, <c>nature</c>, <c>threshold</c>, <c>spread</c>.</param>
    /// <param name="Why">The same in words.</param>
    public sealed record NotAssessable(string Lacks, LocalizedText Why) : MethodOutcome;
}

/// <summary>A figure of a method, as exact as decimals are; whoever shows it rounds it.</summary>
/// <param name="Name">Its stable name: <c>mean</c>, <c>limit</c>.</param>
public abstract record MethodFigure(string Name)
{
    /// <summary>A number.</summary>
    public sealed record Number(string Name, decimal Value) : MethodFigure(Name);

    /// <summary>Several numbers: the prices left out of a mean; their order says something only where <paramref name="Ordered"/>.</summary>
    public sealed record Numbers(string Name, IReadOnlyList<decimal> Values, bool Ordered = false) : MethodFigure(Name);

    /// <summary>A number for each price: the limit that it was held against.</summary>
    public sealed record ByPrice(string Name, IReadOnlyList<KeyValuePair<decimal, decimal>> Values) : MethodFigure(Name);

    /// <summary>Which branch of a rule was taken.</summary>
    public sealed record Word(string Name, string Value) : MethodFigure(Name);

    /// <summary>Several names, in no order.</summary>
    public sealed record Words(string Name, IReadOnlyList<string> Values) : MethodFigure(Name);

    /// <summary>Yes or no.</summary>
    public sealed record Truth(string Name, bool Value) : MethodFigure(Name);
}
