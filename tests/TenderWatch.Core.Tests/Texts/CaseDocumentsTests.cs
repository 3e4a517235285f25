using System.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Tests.Texts;

public sealed class CaseDocumentsTests
{
    private static readonly CaseDocument Guide = new(Digest.Of("x"), 1, "text/html", "leidraad.html", "https://example.org/leidraad.html", new NoticeKey("ted", "1-2025"), new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void What_could_not_be_read_is_stored_in_both_languages()
    {
        var documents = new CaseDocuments([Guide with { Faults = [new("leeg", "empty")] }]) { Missed = [new("weg", "https://example.org/weg", Guide.Notice, new("weg", "gone"))] };
        var read = CaseDocuments.Read(documents.ToBytes());
        Assert.Equal([new LocalizedText("leeg", "empty")], Assert.Single(read.Documents).Faults);
        Assert.Equal(new LocalizedText("weg", "gone"), Assert.Single(read.Missed!).Why);
    }

    [Fact]
    public void What_an_earlier_version_stored_in_English_alone_is_read_as_it_stands()
    {
        var stored = Encoding.UTF8.GetString(new CaseDocuments([Guide with { Faults = [LocalizedText.Same("x")] }]) { Missed = [new("weg", "https://example.org/weg", Guide.Notice, LocalizedText.Same("x"))] }.ToBytes());
        var earlier = stored.Replace("""{"nl":"x","en":"x"}""", "\"the file is empty\"", StringComparison.Ordinal);
        Assert.NotEqual(stored, earlier);
        var read = CaseDocuments.Read(Encoding.UTF8.GetBytes(earlier));
        Assert.Equal([LocalizedText.Same("the file is empty")], Assert.Single(read.Documents).Faults);
        Assert.Equal(LocalizedText.Same("the file is empty"), Assert.Single(read.Missed!).Why);
    }
}
