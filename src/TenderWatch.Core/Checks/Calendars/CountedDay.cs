namespace TenderWatch.Core.Checks.Calendars;

/// <summary>What counting working days leads to.</summary>
public abstract record CountedDay
{
    private CountedDay()
    {
    }

    /// <summary>A day.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="Confirmed">Whether every list that was counted with is confirmed.</param>
    public sealed record Reached(DateOnly Day, bool Confirmed) : CountedDay;

    /// <summary>The count runs into a year whose list of holidays is missing. Nothing is guessed.</summary>
    /// <param name="Year">The year.</param>
    public sealed record NoList(int Year) : CountedDay;
}
