namespace TenderWatch.Core.Screening.Indicators;

/// <summary>A count of a count, such as disqualified of submitted bids.</summary>
internal readonly record struct Fraction(long Part, long Whole)
{
    public double Ratio => (double)Part / Whole;
}

/// <summary>A fraction for each organisation.</summary>
internal sealed class Fractions
{
    private Fraction[] _of = new Fraction[256];

    public void Add(int organisation, long part, long whole)
    {
        if (organisation >= _of.Length) Array.Resize(ref _of, Math.Max(organisation + 1, _of.Length * 2));
        ref var fraction = ref _of[organisation];
        fraction = new Fraction(fraction.Part + part, fraction.Whole + whole);
    }

    public void Merge(Fractions other, int[] texts)
    {
        for (var id = 0; id < other._of.Length; id++)
        {
            if (other._of[id].Whole > 0) Add(texts[id], other._of[id].Part, other._of[id].Whole);
        }
    }

    /// <summary>The organisations that were counted at all.</summary>
    public IEnumerable<(int Organisation, Fraction Fraction)> Counted()
    {
        for (var id = 0; id < _of.Length; id++)
        {
            if (_of[id].Whole > 0) yield return (id, _of[id]);
        }
    }
}
