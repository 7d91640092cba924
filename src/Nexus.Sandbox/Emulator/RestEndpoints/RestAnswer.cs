using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>What an endpoint answers: a status and, unless it is 204, JSON.</summary>
internal readonly struct RestAnswer
{
    private readonly int status;
    private readonly byte[]? body;
    private readonly RateLimitOutcome? refused;

    private RestAnswer(int status, byte[]? body, RateLimitOutcome? refused = null)
    {
        this.status = status;
        this.body = body;
        this.refused = refused;
    }

    public static RestAnswer NoContent => new(StatusCodes.Status204NoContent, null);

    public static RestAnswer Ok(IJsonWritable value) => new(StatusCodes.Status200OK, Json.Write(value));

    public static RestAnswer Ok(Action<Utf8JsonWriter> write) => new(StatusCodes.Status200OK, Json.Write(write));

    public static RestAnswer Ok(byte[] json) => new(StatusCodes.Status200OK, json);

    public static RestAnswer Created(IJsonWritable value) => new(StatusCodes.Status201Created, Json.Write(value));

    public static RestAnswer Created(byte[] json) => new(StatusCodes.Status201Created, json);

    public static RestAnswer List<T>(IEnumerable<T> items) where T : IJsonWritable => new(StatusCodes.Status200OK, Json.WriteArray(items));

    /// <summary>A limit that no bucket shows was hit.</summary>
    public static RestAnswer Limited(RateLimitOutcome outcome) => new(StatusCodes.Status429TooManyRequests, null, outcome);

    public Task WriteAsync(HttpResponse response)
    {
        if (refused is { } outcome)
        {
            return outcome.RefuseAsync(response);
        }

        response.StatusCode = status;
        if (body is null)
        {
            return Task.CompletedTask;
        }

        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body).AsTask();
    }
}
