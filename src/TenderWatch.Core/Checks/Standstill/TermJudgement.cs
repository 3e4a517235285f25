using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Standstill;

/// <summary>What came of one of the two terms of a lot.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Summary">It in one line.</param>
/// <param name="Reasons">The reasons.</param>
/// <param name="Missing">What is missing.</param>
/// <param name="Dates">Dates beside those of the terms themselves.</param>
internal sealed record TermJudgement(
    Verdict Verdict, LocalizedText Summary, IReadOnlyList<LocalizedText> Reasons, IReadOnlyList<MissingFact> Missing, IReadOnlyList<LegalDate> Dates);
