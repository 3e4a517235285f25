namespace TenderWatch.Core.Texts;

/// <summary>Why an answer of a model was not used, by name. Words for them are those of <see cref="Languages.StandingWords"/>.</summary>
public static class ModelFaults
{
    /// <summary>It was not asked for want of time; its turn comes later.</summary>
    public const string Later = "later";

    /// <summary>
    /// Whether a fault says nothing of the text, so that another time may bring an answer, and the next question would meet the same now. Any other, such as a filter or an answer that is
    /// cut off, the same question meets again, and pays for.
    /// </summary>
    /// <param name="fault">The fault.</param>
    public static bool IsOfTheMoment(string? fault) => fault is "budget" or "busy" or "unreachable" or "not-allowed" or "timeout" or Later;
}
