namespace TenderWatch.Mutations.Mutating;

/// <summary>One random sequence per mutation, from its number alone: any one can be repeated without those before it.</summary>
public static class Seeds
{
    /// <summary>The randomness of mutation <paramref name="number"/> of a parser.</summary>
    public static Random Of(string parser, int seed, int number)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 2166136261u;
        unchecked
        {
            foreach (var character in $"{parser}/{seed}/{number}") hash = (hash ^ character) * 16777619u;
            return new Random((int)hash);
        }
    }

    /// <summary>Any one of a list.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
