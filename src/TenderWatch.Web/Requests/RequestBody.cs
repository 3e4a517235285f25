using Microsoft.AspNetCore.Http;

namespace TenderWatch.Web.Requests;

/// <summary>Reads the body of a request up to a size.</summary>
internal static class RequestBody
{
    /// <returns>The bytes; <see langword="null"/> where there are more.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most) return null;
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > most) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
