using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Tests;

public sealed class StoredFactsTests
{
    [Fact]
    public void An_empty_fact_sheet_is_read_back_as_empty()
    {
        var read = JsonSerializer.Deserialize<CaseFacts>(JsonSerializer.Serialize(new CaseFacts("0123456789ab", [], []), NoticeJson.Stored), NoticeJson.Stored)!;

        Assert.Empty(read.Notices);
        Assert.Empty(read.Sheet);
    }

    [Fact]
    public void What_is_reckoned_from_the_notices_is_not_stored_a_second_time()
    {
        var json = JsonSerializer.Serialize(new CaseFacts("0123456789ab", [], []), NoticeJson.Stored);

        Assert.Equal("""{"caseId":"0123456789ab","notices":[],"sheet":[]}""", json);
    }
}
