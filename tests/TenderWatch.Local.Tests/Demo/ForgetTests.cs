using TenderWatch.Local.Demo;
using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Demo;

public sealed class ForgetTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_fresh_demonstration_deletes_what_demonstrations_left_and_nothing_else_in_the_folder()
    {
        foreach (var name in (string[])["azurite/blobs", "arrived/1.eml", "mine.txt", "mine/azurite/blobs"]) _cli.Write(name, "x");

        DemoStage.Forget(new DirectoryInfo(_cli.Folder));

        Assert.Equal(["mine", "mine.txt"], Directory.EnumerateFileSystemEntries(_cli.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(_cli.Folder, "mine", "azurite", "blobs")));
    }
}
