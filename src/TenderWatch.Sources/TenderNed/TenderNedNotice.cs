using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed;

/// <summary>One notice out of rendering and detail: the rendering says more, the detail follows rectifications.</summary>
internal static class TenderNedNotice
{
    public static Notice Join(Notice rendered, TenderNedDetail detail) => rendered with
    {
        FormType = detail.FormType,
        Subtype = rendered.Subtype ?? detail.Subtype,
        Title = rendered.Title ?? detail.Title,
        Description = rendered.Description ?? detail.Description,
        ContractNature = rendered.ContractNature ?? detail.ContractNature,
        ProcedureType = rendered.ProcedureType ?? detail.ProcedureType,
        PublicationNumber = rendered.PublicationNumber ?? detail.TedNumber,
        PublicationDate = rendered.PublicationDate ?? detail.Published,
        Cpv = rendered.Cpv.Count > 0 ? rendered.Cpv : detail.Cpv,
        Buyers = rendered.Buyers.Count > 0 || detail.Buyer is null ? rendered.Buyers : [new Party { Name = detail.Buyer }],
        Lots = Lots(rendered.Lots, detail),
        Problems = [.. rendered.Problems, .. detail.UnreadableDates.Select(name => new NoticeProblem("unreadable-date", name, $"The detail's '{name}' is no date; look at the notice itself."))],
    };

    // The detail speaks of the tender as a whole: its dates are those of every lot that states none.
    private static IReadOnlyList<Lot> Lots(IReadOnlyList<Lot> lots, TenderNedDetail detail)
    {
        var says = detail.Deadline is not null || detail.Start is not null || detail.End is not null || detail.DocumentsUrl is not null;
        if (!says) return lots;
        var stated = lots.Select(lot => lot.Deadline).OfType<LocalDeadline>().Distinct().ToList();
        // Lots with deadlines of their own keep them; otherwise the detail's is the current one.
        var current = stated.Count > 1 || (stated is [var only] && detail.Deadline is { } moment && IsSame(only, moment)) ? null : detail.Deadline;
        return
        [
            .. (lots.Count > 0 ? lots : [new Lot()]).Select(lot => lot with
            {
                Deadline = current ?? lot.Deadline,
                Start = lot.Start ?? detail.Start,
                End = lot.End ?? detail.End,
                DocumentsUrl = lot.DocumentsUrl.Count > 0 || detail.DocumentsUrl is null ? lot.DocumentsUrl : [detail.DocumentsUrl],
            }),
        ];
    }

    // The rendering also gives the offset, which the detail leaves out.
    private static bool IsSame(LocalDeadline rendered, LocalDeadline detail) => rendered.Date == detail.Date && (detail.Time is null || rendered.Time == detail.Time);
}
