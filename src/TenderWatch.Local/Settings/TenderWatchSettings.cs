using TenderWatch.Core.Checks;
using TenderWatch.Notifications;
using TenderWatch.Sources;
using TenderWatch.Storage;
using TenderWatch.Web;

namespace TenderWatch.Local.Settings;

/// <summary>All settings, section by section; <c>docs/settings.md</c> explains each.</summary>
internal sealed class TenderWatchSettings
{
    public StorageSettings Storage { get; set; } = new();

    public SourcesSettings Sources { get; set; } = new();

    public WatchSettings Watch { get; set; } = new();

    public CheckSettings Checks { get; set; } = new();

    public NotificationSettings Notifications { get; set; } = new();

    public WebSettings Web { get; set; } = new();
}
