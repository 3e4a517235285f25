using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Evidence.Access;

namespace TenderWatch.Web.Access;

/// <summary>Who a request comes from, as the ledger names it: the name of the token, and the object id that stays when the name changes.</summary>
/// <param name="Name">For people.</param>
/// <param name="Id">The object id; <see langword="null"/> for the development identity.</param>
internal sealed record Person(string Name, string? Id)
{
    private const int LongestName = 120;

    public string By => Id is null ? Name : $"{Name} [{Id}]";

    /// <summary>Whoever asks as a reader of what is confidential; <see langword="null"/> where they may see what is public alone.</summary>
    public static Reader? ReaderOf(HttpContext context) => context.User.MaySeeConfidential()
        ? new Reader(Of(context.User).By, Answers.IsForPrograms(context.Request) ? AccessDoor.Api : AccessDoor.Page)
        : null;

    public static Person Of(ClaimsPrincipal user)
    {
        var id = user.FindFirst("oid")?.Value ?? user.FindFirst("sub")?.Value;
        var name = user.FindFirst("name")?.Value ?? user.FindFirst("preferred_username")?.Value ?? user.FindFirst("azp")?.Value ?? user.FindFirst("appid")?.Value;
        return new Person(Clean(name, LongestName) ?? "?", Clean(id, 64));
    }

    private static string? Clean(string? text, int longest)
    {
        var line = string.Concat((text ?? "").Where(character => !char.IsControl(character))).Trim();
        return line.Length == 0 ? null : line.Length <= longest ? line : line[..longest];
    }
}
