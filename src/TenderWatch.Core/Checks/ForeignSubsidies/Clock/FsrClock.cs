using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Clock;

/// <summary>The Commission's time limits on a notification (Regulation (EU) 2022/2560 art. 29 and 30; Regulation (EU) 2023/1441). Page: <c>docs/fsr-clock.md</c>.</summary>
/// <param name="calendar">The working days of the Commission.</param>
public sealed class FsrClock(CommissionCalendar calendar)
{
    private const int Review = 20;
    private const int ReviewExtension = 10;
    private const int InDepth = 110;
    private const int InDepthSeveralStages = 90;
    private const int InDepthExtension = 20;
    private const int Cure = 10;

    private readonly ClockDates _dates = new(calendar);

    /// <summary>The dates that follow, in the order of the procedure.</summary>
    public IReadOnlyList<LegalDate> Of(FsrClockInput input) => input.MultiStage ? SeveralStages(input) : OneStage(input);

    /// <summary>Until when a missing or incomplete filing can be supplied: after that the tender is irregular and is rejected.</summary>
    /// <param name="asked">The day on which it was asked for.</param>
    public LegalDate CureOf(DateOnly asked) => _dates.After(asked, Cure) with
    {
        Id = "cure-end",
        Ends = true,
        Label = new("Laatste dag om een ontbrekende of onvolledige indiening aan te vullen", "Last day to supply a missing or incomplete filing"),
        Article = "Regulation (EU) 2022/2560 art. 29(3) and (4)",
        Certainty = Certainty.Secondary,
    };

    private IReadOnlyList<LegalDate> OneStage(FsrClockInput input) =>
    [
        ClockDates.Received(input.Complete),
        _dates.Starts(input.Complete),
        _dates.After(input.Complete, Review) with
        {
            Id = "preliminary-end",
            Ends = !input.Extended,
            Label = new("Einde van het voorlopig onderzoek", "End of the preliminary review"),
            Article = "Regulation (EU) 2022/2560 art. 30(2)",
            Certainty = Certainty.Text,
        },
        _dates.After(input.Complete, Review + ReviewExtension) with
        {
            Id = "preliminary-extended-end",
            Ends = true,
            Label = new("Einde van het voorlopig onderzoek na verlenging, één keer en gemotiveerd", "End of the preliminary review after its extension, once and with reasons"),
            Article = "Regulation (EU) 2022/2560 art. 30(2)",
            Certainty = Certainty.Secondary,
            Conditional = !input.Extended,
        },
        .. InDepthOf(input.Complete, InDepth, Certainty.Secondary, "Regulation (EU) 2022/2560 art. 30(5)"),
    ];

    private IReadOnlyList<LegalDate> SeveralStages(FsrClockInput input)
    {
        var first = _dates.After(input.Complete, Review) with
        {
            Id = "first-review-end",
            Ends = true,
            Label = new("Einde van het eerste voorlopig onderzoek; de Commissie sluit het nog niet", "End of the first preliminary review; the Commission does not close it yet"),
            Article = "Regulation (EU) 2022/2560 art. 30(6)",
            Certainty = Certainty.Text,
        };
        var suspended = Suspension(first);
        var applies = input.Updated is not { } updated || suspended.Day is not { } begin || updated >= begin;
        return [ClockDates.Received(input.Complete), _dates.Starts(input.Complete), first, .. applies ? [suspended] : (LegalDate[])[], .. SecondReview(input, applies)];
    }

    private LegalDate Suspension(LegalDate first) => (first.Day is { } last ? _dates.After(last, 1) : first) with
    {
        Id = "suspended-from",
        Label = new("De termijn staat stil vanaf deze dag, tot de volledige bijgewerkte melding", "The time limit is suspended from this day on, until the complete updated notification"),
        Rule = new("de werkdag na het einde van de eerste 20 werkdagen", "the working day following the end of the first 20 working days"),
        Article = "Regulation (EU) 2023/1441 art. 24",
        Certainty = Certainty.Text,
    };

    private IEnumerable<LegalDate> SecondReview(FsrClockInput input, bool suspended)
    {
        if (input.Updated is not { } updated)
        {
            yield return ClockDates.Waiting with
            {
                Id = "second-review-end",
                Label = SecondEnd,
                Rule = new("20 werkdagen na de volledige bijgewerkte melding", "20 working days after the complete updated notification"),
                Article = "Regulation (EU) 2022/2560 art. 30(6)",
                Certainty = Certainty.Text,
            };
            yield break;
        }

        yield return ClockDates.ReceivedUpdated(updated);
        // Article 24 of Regulation (EU) 2023/1441 lets a suspension that would end on a day off end on the next working day.
        var start = suspended ? _dates.OnOrAfter(updated) : null;
        yield return _dates.After(start, updated, Review) with
        {
            Id = "second-review-end",
            Ends = !input.Extended,
            Label = SecondEnd,
            Article = "Regulation (EU) 2022/2560 art. 30(6)",
            Certainty = Certainty.Text,
        };
        yield return _dates.After(start, updated, Review + ReviewExtension) with
        {
            Id = "second-review-extended-end",
            Ends = true,
            Label = new("Einde van het tweede voorlopig onderzoek na verlenging, als die ook hier geldt", "End of the second preliminary review after an extension, if that applies here too"),
            Article = "Regulation (EU) 2022/2560 art. 30(2) and (6)",
            Certainty = Certainty.Unconfirmed,
            Conditional = !input.Extended,
        };
        foreach (var date in InDepthOf(updated, InDepthSeveralStages, Certainty.Unconfirmed, "Regulation (EU) 2022/2560 art. 30(6)")) yield return date;
    }

    private IEnumerable<LegalDate> InDepthOf(DateOnly from, int days, Certainty certainty, string article)
    {
        yield return _dates.After(from, days) with
        {
            Id = "in-depth-end",
            Ends = true,
            Label = new("Uiterste besluit na een diepgaand onderzoek, als de Commissie dat opent", "Latest decision after an in-depth investigation, if the Commission opens one"),
            Article = article,
            Certainty = certainty,
            Conditional = true,
        };
        yield return _dates.After(from, days + InDepthExtension) with
        {
            Id = "in-depth-extended-end",
            Ends = true,
            Label = new("Hetzelfde na verlenging, één keer en na overleg met de koper", "The same after its extension, once and after consulting the buyer"),
            Article = article,
            Certainty = Certainty.Unconfirmed,
            Conditional = true,
        };
    }

    private static LocalizedText SecondEnd { get; } = new("Einde van het tweede voorlopig onderzoek", "End of the second preliminary review");
}
