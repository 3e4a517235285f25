using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>The rendering of an eForms notice (every notice since the end of 2023): numbered sections of labelled rows.</summary>
internal sealed class EformsRendering
{
    private readonly Amounts _amounts = new();
    private readonly OrganisationSection _organisations = new();
    private readonly LotSection _lots;
    private readonly ResultSection _results;
    private readonly List<string> _buyers = [];
    private readonly List<string> _cpv = [];
    private readonly AmountSlot _estimatedValue = new();
    private readonly AmountSlot _frameworkMaximum = new();
    private Notice _notice = new() { Format = RenderedNotice.Format };

    private EformsRendering()
    {
        _lots = new LotSection(_amounts);
        _results = new ResultSection(_amounts);
    }

    /// <summary>Reads a rendering; one in a language other than Dutch and English gives no facts and says so.</summary>
    public static Notice Read(IReadOnlyList<RenderedRow> rows)
    {
        if (Labels.Language(rows) is not { } language)
        {
            var problem = new NoticeProblem("language", null, "TenderNed's rendering is in neither Dutch nor English: values and winners are not read from it.");
            return new Notice { Format = RenderedNotice.Format, Problems = [problem] };
        }

        var reader = new EformsRendering();
        reader.ReadAll(rows);
        return reader.Finish(language);
    }

    private void ReadAll(IReadOnlyList<RenderedRow> rows)
    {
        var section = "";
        foreach (var row in rows)
        {
            if (row.Level == 1) section = row.Number;
            switch (section)
            {
                case "1" when row.Level == 0:
                    if (Labels.Of(row.Label) == Label.OfficialName && row.Text is { } name) _buyers.Add(Names.Clean(name));
                    break;
                case "2" when row.Level == 0:
                    Procedure(row);
                    break;
                case "5" when row.Level == 0:
                    _lots.Row(row);
                    break;
                case "5":
                    _lots.Heading(row);
                    break;
                case "6" when row.Level == 0:
                    _results.Row(row);
                    break;
                case "6":
                    _results.Heading(row);
                    break;
                case "8" when row.Level == 0:
                    _organisations.Row(row);
                    break;
                case "8":
                    _organisations.Heading();
                    break;
                case "11" when row.Level == 0:
                    About(row);
                    break;
            }
        }
    }

    private void Procedure(RenderedRow row)
    {
        switch (Labels.Of(row.Label))
        {
            case Label.Title:
                _notice = _notice with { Title = _notice.Title ?? row.Text };
                break;
            case Label.Description:
                _notice = _notice with { Description = _notice.Description ?? row.Text };
                break;
            case Label.AdditionalInformation:
                _notice = _notice with { AdditionalInformation = _notice.AdditionalInformation ?? row.Text };
                break;
            case Label.ProcedureId:
                _notice = _notice with { ProcedureId = row.Text };
                break;
            case Label.ProcedureType:
                _notice = _notice with { ProcedureType = RenderedCodes.ProcedureType(row.Text) };
                break;
            case Label.ContractNature:
                _notice = _notice with { ContractNature = _notice.ContractNature ?? RenderedCodes.ContractNature(row.Text) };
                break;
            case Label.LegalBasis:
                _notice = _notice with { LegalBasis = _notice.LegalBasis ?? RenderedCodes.LegalBasis(row.Text) };
                break;
            case Label.MainCpv or Label.AdditionalCpv when row.Values.Count > 0 && TenderNedDetail.Cpv8(row.Values[0]) is { } code:
                if (!_cpv.Contains(code)) _cpv.Add(code);
                break;
            case Label.EstimatedValue:
                _amounts.Read(row, _estimatedValue, null, "est-val");
                break;
            case Label.FrameworkMaximum:
                _amounts.Read(row, _frameworkMaximum, null, "max-val");
                break;
        }
    }

    private void About(RenderedRow row)
    {
        switch (Labels.Of(row.Label))
        {
            case Label.NoticeIdentifier when row.Text is { } text:
                // "df8b20bb-e92f-40a8-be15-0db4d291bbfc - 01"
                var parts = text.Split(" - ", StringSplitOptions.TrimEntries);
                _notice = _notice with { NoticeId = parts[0], NoticeVersion = parts.Length == 2 ? parts[1] : null };
                break;
            case Label.Subtype:
                _notice = _notice with { Subtype = row.Text };
                break;
            case Label.PublicationNumber:
                _notice = _notice with { PublicationNumber = TedNumbers.Normal(row.Text) };
                break;
            case Label.PublicationDate:
                _notice = _notice with { PublicationDate = _amounts.Date(row, null) };
                break;
        }
    }

    private Notice Finish(string language)
    {
        var notice = _results.AddTo(_notice, _organisations);
        return notice with
        {
            Language = language,
            Buyers = [.. _buyers.Distinct(StringComparer.Ordinal).Select(_organisations.Find)],
            Cpv = [.. _cpv],
            EstimatedValue = _estimatedValue.Value,
            FrameworkMaximum = _frameworkMaximum.Value,
            Lots = _lots.Lots,
            Withheld = [.. _amounts.Withheld],
            Problems = [.. _amounts.Problems],
        };
    }
}
