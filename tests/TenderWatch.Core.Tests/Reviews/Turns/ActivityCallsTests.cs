using System.Reflection;
using System.Text.Json;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Reviews.Turns;
using TenderWatch.Core.Supply;
using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Tests.Reviews.Turns;

/// <summary>What goes into and comes out of the activities survives the way through an orchestration.</summary>
public sealed class ActivityCallsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 15, 123, TimeSpan.FromHours(1));
    private static readonly LedgerHead Head = new(7, Digest.Of("entry"));
    private static readonly CaseEvent Event = new("e1", CaseEventKinds.StatementEntered, Now, JsonSerializer.SerializeToElement(new { by = "é \"quoted\"", day = "2026-03-02", amount = 592517432.00m }));
    private static readonly CheckResult Result = new("alt", "1@abc", Verdict.NotAssessable, Digest.Of("verdicts"), Digest.Of("findings"), 1, 2, 3);
    private static readonly StatementReference Statement = new(Digest.Of("statement"), Now, "officer@example.org");
    private static readonly ProfileMatch Match = new("smart-meters", [new MatchReason("phrase", "slimme meter", "990002", "title")]);
    private static readonly ExplanationProcedure Procedure = new("LOT-0001", "TEN-0001", default) { Due = new DateOnly(2026, 3, 9), MustReject = true, AskedOfStateAid = true };

    private static readonly CaseState State = new()
    {
        Id = "c1",
        Title = "DSMR6 E-meter",
        Buyers = ["Alliander", "Enexis"],
        Matches = [Match],
        OpenedAt = Now,
        UpdatedAt = Now,
        Facts = Digest.Of("facts"),
        Statements = [Statement],
        Asked = Digest.Of("asked"),
        AsksModel = true,
        FactReviews = [new Core.Texts.FactReviewReference("0123456789abcdef", Digest.Of("review"), Now)],
        Explanations = [Procedure],
        Checks = [Result],
        Notices = 3,
        Ledger = Head,
        NextDeadline = Now,
        Thread = new Core.Cases.TimelineState(true, Now),
        MergedInto = "c2",
        Stuck = "Because.",
    };

    public static TheoryData<object> Payloads =>
    [
        new NextQuery("c1", []),
        new NextQuery("c1", ["e1", "e2"]),
        new NextEvent(Event, Head, Now),
        new NextEvent(null, null, null),
        new HandledEvent("c1", "e1"),
        new StuckEvent("c1", Event, "Because.", Head),
        new RecordEvent("c1", LedgerHead.Start, Event),
        new GatherFacts("c1", "e1", Head, Now) { Statements = [Statement], Explanations = [Procedure] },
        new AskModel("c1", "e1", Head, Now) { Asked = Digest.Of("asked"), Documents = Digest.Of("documents") },
        new AskedModel(Digest.Of("asked"), Head),
        new AskedModel(null, LedgerHead.Start),
        new GatheredFacts(Digest.Of("facts"), "Title", ["Stedin"], [Match], 3, Now, Head, new Core.Cases.TimelineState(false, Now)),
        new GatheredFacts(Digest.Of("facts"), "Title", [], [], 0, null, Head),
        new RunCheck("alt", Digest.Of("facts")),
        new RecordFindings("c1", "e1", Head, Now, Digest.Of("facts"), [Result]),
        new Notify(MessageReason.VerdictChanged, State, [Result], "e1", Now),
        State,
        new CaseState { Id = "c1" },
        Result,
        Head,
        LedgerHead.Start,
        "c1",
        true,
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Nothing_is_lost_in_text_within_text(object payload)
    {
        var json = Write(payload.GetType(), payload);
        // The platform takes the text as a JSON value once more.
        var arrived = JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(json))!;
        var read = typeof(ActivityCalls).GetMethod(nameof(ActivityCalls.Read))!.MakeGenericMethod(payload.GetType()).Invoke(null, [arrived])!;

        Assert.Equivalent(Members(payload), Members(read), strict: true);
        Assert.Equal(json, Write(payload.GetType(), read));
    }

    [Fact]
    public void Every_input_and_result_of_an_activity_is_among_them()
    {
        var used = new[] { typeof(CaseActivities), typeof(InboxActivities) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType.GenericTypeArguments.Single()))
            .Where(type => type != typeof(CancellationToken));

        Assert.Empty(used.Except(Payloads.Select(row => row.Data.GetType())));
    }

    private static string Write(Type type, object payload) => (string)typeof(ActivityCalls).GetMethod(nameof(ActivityCalls.Write))!.MakeGenericMethod(type).Invoke(null, [payload])!;

    // By the text of each member, since JSON elements and lists are not equal by themselves.
    private static Dictionary<string, string> Members(object payload) => payload is string or bool
        ? new(StringComparer.Ordinal) { [""] = payload.ToString()! }
        : payload.GetType().GetProperties().ToDictionary(member => member.Name, member => JsonSerializer.Serialize(member.GetValue(payload)), StringComparer.Ordinal);
}
