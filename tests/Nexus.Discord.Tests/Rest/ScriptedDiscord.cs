using System.Net;
using System.Text;

namespace Nexus.Discord.Tests.Rest;

/// <summary>Answers requests as its script says, one entry a request; keeps what it received.</summary>
internal sealed class ScriptedDiscord(TimeProvider clock) : HttpMessageHandler
{
    public const string Api = "https://discord.test/api/v10/";

    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private readonly List<Sent> _sent = [];

    public IReadOnlyList<Sent> Requests
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public ScriptedDiscord Answers(int status, string body = "", params (string Name, string Value)[] headers)
    {
        _script.Enqueue(_ => Task.FromResult(Response(status, body, headers)));
        return this;
    }

    public ScriptedDiscord AnswersMessage(string id = "1") => Answers(200, $$"""{"id":"{{id}}","channel_id":"7","type":0,"content":"hi"}""");

    public ScriptedDiscord RefusesWith(int status, int code, string message = "No.") => Answers(status, $$"""{"code":{{code}},"message":"{{message}}"}""");

    public ScriptedDiscord Limits(double retryAfter, params (string Name, string Value)[] headers) =>
        Answers(429, FormattableString.Invariant($$"""{"message":"You are being rate limited.","retry_after":{{retryAfter}},"global":false}"""), headers);

    public ScriptedDiscord Throws(Exception error)
    {
        _script.Enqueue(_ => Task.FromException<HttpResponseMessage>(error));
        return this;
    }

    /// <summary>The connection is reset after the request has gone out.</summary>
    public ScriptedDiscord Resets() => Throws(new HttpRequestException(HttpRequestError.ResponseEnded));

    /// <summary>There is no connection, so nothing has gone out.</summary>
    public ScriptedDiscord CannotBeReached() => Throws(new HttpRequestException(HttpRequestError.ConnectionError));

    /// <summary>Never answers.</summary>
    public ScriptedDiscord Hangs()
    {
        _script.Enqueue(cancellation =>
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            cancellation.Register(() => never.TrySetCanceled(cancellation));
            return never.Task;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _ = request.Content?.Headers.ContentLength; // Computed when it is first asked for, as a real connection does.
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(header.Key == "User-Agent" ? " " : ", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        Func<CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_sent)
        {
            _sent.Add(new Sent(request.Method.Method, AddressOf(request.RequestUri!.OriginalString), headers, body, clock.GetUtcNow()));
            answer = _script.Count > 0 ? _script.Dequeue() : _ => Task.FromResult(Response(200, """{"id":"1"}"""));
        }

        return await answer(cancellationToken).ConfigureAwait(false);
    }

    private static string AddressOf(string address) => address.StartsWith(Api, StringComparison.Ordinal) ? address[Api.Length..] : address;

    private static HttpResponseMessage Response(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
