using TenderWatch.Core.Answers;
using TenderWatch.Core.Settings;

namespace TenderWatch.Hosting.Settings;

/// <summary>The questions that cases are asked.</summary>
public sealed class AnswerSettings : ISettings
{
    private const string Allowed = "the path of a template, or of a folder with templates (*.json), described in docs/answers.md";

    /// <summary>Templates of the user's own beside those that ship: paths of files, or of folders whose files (<c>*.json</c>) are all taken.</summary>
    public IList<string> Templates { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        Load(out var faults);
        return faults;
    }

    /// <summary>The templates in use.</summary>
    /// <param name="faults">Everything that is wrong with those of the user's own.</param>
    public AnswerTemplates Load(out IReadOnlyList<SettingFault> faults)
    {
        var (own, wrong) = (new List<AnswerTemplate>(), new List<SettingFault>());
        foreach (var path in Templates.Distinct(StringComparer.Ordinal))
        {
            try
            {
                foreach (var file in Files(path)) Read(file, own, wrong);
            }
            catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                wrong.Add(new SettingFault(nameof(Templates), path, $"{Allowed}; this one cannot be read ({unread.Message})"));
            }
        }

        if (AnswerTemplates.Clash(own) is { } twice) wrong.Add(new SettingFault(nameof(Templates), twice, "one template of each id; give yours an id that no other has"));
        faults = wrong;
        return new AnswerTemplates(wrong.Count == 0 ? own : []);
    }

    private static string[] Files(string path) => Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal)] : [path];

    private static void Read(string file, List<AnswerTemplate> into, List<SettingFault> wrong)
    {
        // The size first: a file that was named by mistake can be endless.
        if (new FileInfo(file).Length > AnswerTemplates.LargestFile)
        {
            wrong.Add(new SettingFault(nameof(Templates), file, $"{Allowed}; this one is larger than {AnswerTemplates.LargestFile / 1024} KiB"));
            return;
        }

        if (AnswerTemplates.Read(File.ReadAllBytes(file), out var faults) is { } template) into.Add(template);
        wrong.AddRange(faults.Select(fault => new SettingFault(nameof(Templates), file, $"{Allowed}; in this one: {fault.TrimEnd('.')}")));
    }
}
