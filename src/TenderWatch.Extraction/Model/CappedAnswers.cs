namespace TenderWatch.Extraction.Model;

/// <summary>Reads every answer to its end, or to a limit: one without end is none.</summary>
internal sealed class CappedAnswers() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    public const int Most = 512 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        using var kept = new MemoryStream();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (kept.Length + read > Most)
            {
                answer.Dispose();
                throw new AnswerTooLargeException();
            }

            kept.Write(buffer, 0, read);
        }

        var content = new ByteArrayContent(kept.ToArray());
        content.Headers.ContentType = answer.Content.Headers.ContentType;
        answer.Content = content;
        return answer;
    }
}

/// <summary>An answer is larger than any can be that is meant.</summary>
internal sealed class AnswerTooLargeException() : Exception($"The answer of the model is larger than {CappedAnswers.Most} bytes.");
