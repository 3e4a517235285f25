namespace TenderWatch.Notifications.Sending;

/// <summary>How long to wait after a failed attempt: 1, 2, 4 … minutes up to 6 hours, or longer where the other side asks for it, up to a day.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    public static TimeSpan After(int failures, TimeSpan? asked)
    {
        var own = TimeSpan.FromMinutes(Math.Min(Longest.TotalMinutes, Math.Pow(2, Math.Clamp(failures - 1, 0, 20))));
        var wish = asked > LongestAsked ? LongestAsked : asked ?? TimeSpan.Zero;
        return wish > own ? wish : own;
    }
}
