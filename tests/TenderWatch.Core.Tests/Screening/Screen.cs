using System.Text;
using TenderWatch.Core.Screening;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>Screens lines in memory.</summary>
internal static class Screen
{
    private static readonly ScreeningOptions Plain = new() { Meta = false };

    /// <summary>The result without quartiles and fences, for one settings file.</summary>
    public static string Results(string ini, params string[] lines) => Json(Run(ini, Plain, lines));

    public static ScreeningResult Run(string ini, ScreeningOptions options, params string[] lines) => Run(ini, options, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public static ScreeningResult Run(string ini, ScreeningOptions options, byte[] bytes)
    {
        var reading = SettingsReader.Read(ini);
        Assert.Empty(reading.Faults);
        return BulkScreening.Run(new MemoryStream(bytes), reading.Settings!, options, TestContext.Current.CancellationToken);
    }

    public static string Json(ScreeningResult result)
    {
        using var output = new MemoryStream();
        result.WriteTo(output);
        var json = Encoding.UTF8.GetString(output.ToArray());
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        return json[..^1];
    }

    /// <summary>A release of which the members are given, with single quotes for readability.</summary>
    public static string Release(string ocid, string members = "") => $$"""{"ocid":"{{ocid}}"{{(members.Length == 0 ? "" : "," + members.Replace('\'', '"'))}}}""";

    public static string Submitted(params string[] bids) => $"'bids':{{'details':[{string.Join(',', bids)}]}}";

    public static string Bid(string tenderer, string? amount = null, string status = "valid", string currency = "EUR") =>
        $"{{'status':'{status}','tenderers':[{{'id':'{tenderer}'}}]{(amount is null ? "" : $",'value':{{'amount':{amount},'currency':'{currency}'}}")}}}";

    public static string Awards(params string[] awards) => $"'awards':[{string.Join(',', awards)}]";

    public static string Award(string supplier, string status = "active", string more = "") => $"{{'status':'{status}','suppliers':[{{'id':'{supplier}'}}]{more}}}";

    /// <summary>A release that W won with one price before L with another.</summary>
    public static string Gap(string ocid, string won, string next, string more = "") =>
        Release(ocid, $"{Submitted(Bid("W", won), Bid("L", next))},{Awards(Award("W"))}{more}");
}
