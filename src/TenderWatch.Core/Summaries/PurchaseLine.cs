using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Summaries;

/// <summary>What is bought and by whom. The title stands in the language of its notice: it is a name.</summary>
internal static class PurchaseLine
{
    public static IEnumerable<SummarySentence> Of(SummaryFacts known)
    {
        var buyers = known.All(FactNames.Buyer);
        var (title, cpv) = (known.Whole(FactNames.Title), known.All(FactNames.Cpv) is [var main, ..] ? main : null);
        var natured = known.Notices.LastOrDefault(notice => notice.Notice.ContractNature is not null);
        string[] names = [.. buyers.Select(buyer => SummaryFacts.Short(buyer.Value)).Distinct(StringComparer.OrdinalIgnoreCase)];
        List<FactOrigin> origins = [.. natured is null ? (FactOrigin[])[] : [natured.Origin("BT-23")], .. buyers.SelectMany(buyer => buyer.Origins), .. title?.Origins ?? [], .. cpv?.Origins ?? []];
        if (origins.Count == 0)
        {
            yield return SummaryFacts.Absent("De publicaties noemen geen titel en geen koper.", "The publications state no title and no buyer.", "BT-21", "BT-500");
            yield break;
        }

        string Sentence(Language language)
        {
            var what = natured?.Notice.ContractNature is { } nature ? CodeWords.Of("contract-nature", nature, language) : new LocalizedText("Aankoop", "Purchase").In(language);
            var whom = names.Length == 0 ? "" : new LocalizedText(" voor ", " for ").In(language) + SummaryFacts.List(names, language);
            var name = title is null ? "" : $": \u201C{SummaryFacts.Short(title.Value)}\u201D";
            return $"{what}{whom}{name}{(cpv is null ? "" : $" (CPV {SummaryFacts.Short(cpv.Value)})")}.";
        }

        yield return SummaryFacts.SayOf(Sentence, origins);
    }
}
