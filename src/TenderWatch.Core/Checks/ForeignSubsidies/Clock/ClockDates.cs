using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Clock;

/// <summary>Dates counted on the Commission's calendar, still without name and article, and the events that they are counted from.</summary>
internal sealed class ClockDates(CommissionCalendar calendar)
{
    private const string StartArticle = "Regulation (EU) 2023/1441 annex II, point 18(a)";

    /// <summary>So many working days after an event.</summary>
    public LegalDate After(DateOnly from, int days) => After(null, from, days);

    /// <summary>The same from the end of a suspension, where there was one.</summary>
    public LegalDate After(CountedDay? suspensionEnd, DateOnly from, int days)
    {
        var start = suspensionEnd ?? new CountedDay.Reached(from, true);
        return Dated(from, start is CountedDay.Reached reached ? Both(reached, calendar.After(reached.Day, days)) : start) with
        {
            Rule = LocalizedText.Of(
                w => $"{w.Number(days)} werkdagen van de Commissie, geteld vanaf de werkdag na {w.Date((start as CountedDay.Reached)?.Day ?? from)}",
                w => $"{w.Number(days)} working days of the Commission, counted from the working day following {w.Date((start as CountedDay.Reached)?.Day ?? from)}"),
        };
    }

    /// <summary>The day itself, or the next working day.</summary>
    public CountedDay OnOrAfter(DateOnly day) => calendar.OnOrAfter(day);

    /// <summary>The first day that counts.</summary>
    public LegalDate Starts(DateOnly received) => Dated(received, calendar.After(received, 1)) with
    {
        Id = "count-starts",
        Label = new("De telling begint", "The count begins"),
        Rule = new("de werkdag na ontvangst van de volledige melding", "the working day following receipt of the complete notification"),
        Article = StartArticle,
        Certainty = Certainty.Text,
    };

    /// <summary>The notification arrived.</summary>
    public static LegalDate Received(DateOnly day) => Event("complete", day, new("Volledige melding ontvangen", "Complete notification received"));

    /// <summary>The updated notification arrived.</summary>
    public static LegalDate ReceivedUpdated(DateOnly day) => Event("updated", day, new("Volledige bijgewerkte melding ontvangen", "Complete updated notification received"));

    /// <summary>A date that waits for the updated notification.</summary>
    public static LegalDate Waiting { get; } = Event("", null, new("", "")) with
    {
        Open = new("begint met de volledige bijgewerkte melding, waarvan nog geen dag bekend is", "begins with the complete updated notification, of which no day is known yet"),
    };

    private static LegalDate Event(string id, DateOnly? day, LocalizedText label) => new()
    {
        Id = id,
        Label = label,
        Day = day,
        Rule = new("opgegeven", "given"),
        Article = StartArticle,
        Certainty = Certainty.Text,
    };

    private static CountedDay Both(CountedDay.Reached start, CountedDay end) => end is CountedDay.Reached reached ? reached with { Confirmed = reached.Confirmed && start.Confirmed } : end;

    private static LegalDate Dated(DateOnly from, CountedDay counted) => Event("", (counted as CountedDay.Reached)?.Day, new("", "")) with
    {
        From = from,
        CalendarConfirmed = (counted as CountedDay.Reached)?.Confirmed,
        MissingYear = (counted as CountedDay.NoList)?.Year,
        Open = counted is CountedDay.NoList(var year)
            ? new(
                $"De lijst van vrije dagen van de Commissie voor {year} ontbreekt. Voeg haar toe met Checks:CommissionHolidays.",
                $"The list of Commission holidays for {year} is missing. Add it with Checks:CommissionHolidays.")
            : null,
    };
}
