using TenderWatch.Core.Languages;

namespace TenderWatch.Notifications.Digests;

/// <summary>The fixed words of messages about sources.</summary>
internal static class AlarmWords
{
    public static readonly LocalizedText Open = new("Bronnen bekijken", "Look at the sources");
    public static readonly LocalizedText Meaning = new("Wat dit betekent", "What this means");
    public static readonly LocalizedText ToDo = new("Wat u kunt doen", "What you can do");
    public static readonly LocalizedText Details = new("Gegevens", "Details");
    public static readonly LocalizedText Condition = new("Toestand", "State");
    public static readonly LocalizedText Since = new("Sinds", "Since");
    public static readonly LocalizedText LastNew = new("Laatste nieuwe publicatie", "Latest new publication");
    public static readonly LocalizedText LastSuccess = new("Laatst gelezen", "Last read");
    public static readonly LocalizedText Days = new("Publicaties per dag", "Publications per day");
    public static readonly LocalizedText Failure = new("Foutmelding", "Error message");
    public static readonly LocalizedText Never = new("nog nooit", "never yet");
}
