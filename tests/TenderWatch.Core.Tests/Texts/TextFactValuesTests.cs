using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Tests.Texts;

public sealed class TextFactValuesTests
{
    [Theory]
    [InlineData(TextFactKind.Quantity, "7933740", "0", "1250.50")]
    [InlineData(TextFactKind.Money, "592517432", "0.01")]
    [InlineData(TextFactKind.Percentage, "60", "0", "100")]
    [InlineData(TextFactKind.Shares, "60/40", "50/30/20", "33.5/66.5")]
    [InlineData(TextFactKind.Duration, "P8Y", "P18M", "P2Y9M", "P90D")]
    [InlineData(TextFactKind.Renewals, "R3/P2Y", "R1/P12M")]
    [InlineData(TextFactKind.Period, "2024-01-01/2028-02-29", "2024-01-01/2024-01-01")]
    [InlineData(TextFactKind.Deadline, "2026-03-31", "2026-03-31T12:00")]
    [InlineData(TextFactKind.Lots, "1", "12")]
    [InlineData(TextFactKind.Suppliers, "2")]
    [InlineData(TextFactKind.Gpa, "true", "false")]
    [InlineData(TextFactKind.Origin, "GPA", "EU", "EEA", "NLD")]
    public void A_value_in_the_form_of_its_kind_can_be_used(TextFactKind kind, params string[] values) => Assert.All(values, value => Assert.Null(TextFactValues.Wrong(kind, value)));

    [Theory]
    [InlineData(TextFactKind.Quantity, "", "-1", "1,5", "1.000.000", "1e9", " 1", "١", "99999999999999999999", "8 jaar")]
    [InlineData(TextFactKind.Money, "EUR 5", "+5", ".5", "5 ")]
    [InlineData(TextFactKind.Percentage, "101", "60%", "-0")]
    [InlineData(TextFactKind.Shares, "60", "60/41", "0/100", "60/-40/80", "/")]
    [InlineData(TextFactKind.Duration, "8 jaar", "P", "PT8H", "P0Y", "8Y", "-P8Y", "P8Y1", "P99999999999Y", "P8Y2Y")]
    [InlineData(TextFactKind.Renewals, "3/P2Y", "R0/P2Y", "R3/2Y", "R3", "R3/P2Y/x")]
    [InlineData(TextFactKind.Period, "2028-02-29/2024-01-01", "2024-02-30/2024-03-01", "2024-01-01")]
    [InlineData(TextFactKind.Deadline, "31-3-2026", "2026-03-31T25:00", "2026-02-29")]
    [InlineData(TextFactKind.Lots, "0", "1.5", "-1", "100000")]
    [InlineData(TextFactKind.Suppliers, "twee")]
    [InlineData(TextFactKind.Gpa, "ja", "True")]
    [InlineData(TextFactKind.Origin, "NL", "XXX", "gpa")]
    public void Any_other_is_refused_with_the_form_that_is_needed(TextFactKind kind, params string[] values) =>
        Assert.All(values, value => Assert.Equal(TextFactValues.Form(kind), TextFactValues.Wrong(kind, value)));
}
