using System.Security.Claims;

namespace TenderWatch.Web.Access;

/// <summary>What somebody may do. Each role has the rights of those before it.</summary>
internal static class Roles
{
    /// <summary>Reads what is public.</summary>
    public const string Reader = "reader";

    /// <summary>Opens cases, enters bids, filings and statements, rechecks, decides; sees what is confidential.</summary>
    public const string Officer = "officer";

    /// <summary>Everything.</summary>
    public const string Admin = "admin";

    public const string Claim = "roles";

    public static readonly string[] All = [Reader, Officer, Admin];

    public static bool MaySeeConfidential(this ClaimsPrincipal user) => user.IsInRole(Officer) || user.IsInRole(Admin);

    public static string? Highest(ClaimsPrincipal user) => All.Reverse().FirstOrDefault(user.IsInRole);
}
