namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Every method, in the order in which people read them.</summary>
public static class MethodList
{
    /// <summary>All methods, those that are not confirmed too.</summary>
    public static IReadOnlyList<Method> All { get; } =
    [
        GermanyGap.Method, PolandArticle224.Method, BelgiumArticle36.Method, FranceDoubleMean.Method, FranceStandardDeviation.Method,
        SpainArticle85.Method, ItalyMethodA.Method, GreeceArticle88.Method, BulgariaArticle72.Method, SloveniaArticle86.Method,
        SlovakiaArticle53.Method, PortugalArticle71.BasePrice, PortugalArticle71.Documents, EuDraft2011.Method,
        RomaniaEighty.Method, LithuaniaArticle57.Method, CroatiaArticle289.Method,
    ];

    /// <summary>A method by one of its ids, upper and lower case alike; <see langword="null"/> where there is none.</summary>
    public static Method? Find(string id) =>
        All.FirstOrDefault(method => method.OtherIds.Prepend(method.Id).Contains(id, StringComparer.OrdinalIgnoreCase));
}
