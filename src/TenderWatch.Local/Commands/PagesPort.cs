using System.CommandLine;
using System.Globalization;

namespace TenderWatch.Local.Commands;

/// <summary>The option <c>--port</c> of the commands that serve pages.</summary>
internal static class PagesPort
{
    private const int Default = 7071;

    /// <param name="least">0 where any free port will do; 1 where the port must be known before the pages are served.</param>
    /// <param name="usual">The port when none is given.</param>
    /// <param name="what">What is served.</param>
    public static Option<int> Create(int least, int usual = Default, string what = "pages and API")
    {
        var port = new Option<int>("--port") { Description = $"Port of {what} on 127.0.0.1" + (least == 0 ? "; 0 for any free one" : ""), HelpName = "number", DefaultValueFactory = _ => usual };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && (number < least || number > 65535)) result.AddError($"Option '--port' is {text}; allowed: {least} to 65535.");
        });
        return port;
    }
}
