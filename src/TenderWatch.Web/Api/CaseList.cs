using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Reviews;
using TenderWatch.Web.Access;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web;

/// <summary>The list of cases, page by page, in the order in which they were opened: what changes meanwhile neither moves a case to another page nor hides it.</summary>
internal static class CaseList
{
    private const int Usual = 100;
    private const int Most = 500;

    public static async Task<IResult> GetAsync(HttpContext context, CaseViews views, TimeProvider time, Answers answers)
    {
        var query = context.Request.Query;
        var limit = Usual;
        if (query.ContainsKey("limit") && !(int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is > 0 and <= Most))
            return await answers.ProblemAsync(context, RequestProblems.Wrong("limit", $"a number from 1 to {Most}"));
        var after = query.ContainsKey("continuation") ? Place.Parse(query["continuation"].ToString()) : null;
        if (query.ContainsKey("continuation") && after is null)
            return await answers.ProblemAsync(context, RequestProblems.Wrong("continuation", "is none that was given in a Link header; begin again without it"));
        var asked = OverviewQuery.Of(context.Request);
        if (asked.Faults.Count > 0) return await answers.ProblemAsync(context, RequestProblems.Wrong([.. asked.Faults.Select(fault => new ProblemError(fault.Name, "allowed: " + fault.Allowed))]));
        var now = time.GetUtcNow();

        var rest = (await views.ListAsync(context.RequestAborted, context.User.MaySeeConfidential())).Where(state => asked.Holds(state, now))
            .Select(state => (State: state, Place: Place.Of(state))).OrderBy(item => item.Place, Comparer<Place>.Create(Place.Compare)).Where(item => after is null || Place.Compare(item.Place, after) > 0).Take(limit + 1).ToList();
        if (rest.Count > limit)
        {
            var others = query.Where(item => item.Key is not "continuation").SelectMany(item => item.Value, (item, value) => KeyValuePair.Create(item.Key, value ?? ""));
            var next = new QueryBuilder([.. others, KeyValuePair.Create("continuation", rest[limit - 1].Place.ToString())]);
            context.Response.Headers.Link = $"<{context.Request.PathBase.ToUriComponent()}{context.Request.Path.ToUriComponent()}{next}>; rel=\"next\"";
        }

        return Answers.Json(rest.Take(limit).Select(item => item.State).ToList());
    }

    /// <summary>Where a case stands in the list; newest first.</summary>
    private sealed record Place(long Opened, string Id)
    {
        public static Place Of(CaseState state) => new(state.OpenedAt?.UtcTicks ?? 0, state.Id);

        public static Place? Parse(string text)
        {
            Span<byte> bytes = stackalloc byte[100];
            return text.Length <= 100 && Convert.TryFromBase64String(text.Replace('-', '+').Replace('_', '/'), bytes, out var written)
                && Encoding.UTF8.GetString(bytes[..written]).Split('|') is [var ticks, var id]
                && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var opened) ? new Place(opened, id) : null;
        }

        public static int Compare(Place one, Place other) => one.Opened != other.Opened ? other.Opened.CompareTo(one.Opened) : string.CompareOrdinal(one.Id, other.Id);

        public override string ToString() =>
            Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Opened}|{Id}"))).Replace('+', '-').Replace('/', '_');
    }
}
