using Spectre.Console;

namespace TenderWatch.Local.Output;

/// <summary>
/// Where people read: standard output, or standard error when standard output carries JSON. Colours and progress bars only where a
/// terminal shows them.
/// </summary>
internal sealed class Terminal
{
    private Terminal(IAnsiConsole console, bool isTerminal) => (Console, IsTerminal) = (console, isTerminal);

    public IAnsiConsole Console { get; }

    /// <summary>Whether a person looks on.</summary>
    public bool IsTerminal { get; }

    public static Terminal For(bool json)
    {
        var redirected = json ? System.Console.IsErrorRedirected : System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(json ? System.Console.Error : System.Console.Out),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        // A pipe has no width; text is not to be cut or wrapped for it.
        if (redirected) console.Profile.Width = 4000;
        return new Terminal(console, !redirected);
    }

    /// <summary>A line of plain text; nothing in it is markup.</summary>
    public void Line(string text = "") => Console.WriteLine(text);

    /// <summary>A line that stands out where there are colours.</summary>
    public void Heading(string text) => Console.Write(new Text(text + Environment.NewLine, new Style(decoration: Decoration.Bold)));

    /// <summary>Runs work that tells now and then what it is doing: a spinner on a terminal, lines where piped.</summary>
    /// <param name="work">The work; it calls its argument with each thing it begins.</param>
    public async Task<T> BusyAsync<T>(Func<Action<string>, Task<T>> work)
    {
        if (!IsTerminal) return await work(Line);
        return await Console.Status().StartAsync("Starting", context => work(text => context.Status(Markup.Escape(text))));
    }

    /// <summary>Runs long work with a progress bar; piped, it is silent.</summary>
    /// <param name="description">What is done.</param>
    /// <param name="total">How many steps, or 0 when that is not known.</param>
    /// <param name="work">The work; it calls its argument after each step.</param>
    public async Task<T> ProgressAsync<T>(string description, int total, Func<Action, Task<T>> work)
    {
        if (!IsTerminal) return await work(() => { });
        return await Console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(description), maxValue: Math.Max(total, 1));
            task.IsIndeterminate = total == 0;
            var gate = new Lock();
            return await work(() =>
            {
                lock (gate) task.Increment(1);
            });
        });
    }
}
