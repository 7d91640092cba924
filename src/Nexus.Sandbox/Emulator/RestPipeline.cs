using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Nexus.Sandbox.Emulator;

/// <summary>What every REST request goes through before and after its endpoint: path, log, authorisation, faults, limits, errors.</summary>
internal sealed class RestPipeline(World world, Metrics metrics, RequestLog log, Faults faults, RateLimits? limits)
{
    private const string Root = "/api/v10";
    private const int BodyKept = 64 * 1024;
    private int inFlight;

    /// <summary>Requests being answered now.</summary>
    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Before routing: whatever version the client named becomes v10, and the request is timed and logged.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var path = WithoutVersion(context.Request.Path.Value!);
        context.Request.Path = Root + path;
        var started = Stopwatch.GetTimestamp();
        var body = await KeepBodyAsync(context.Request);
        Interlocked.Increment(ref inFlight);
        string? error = null;
        try
        {
            error = await AnswerAsync(context, path, next);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
            metrics.Count(Counter.RestRequests);
            CountRefusal(context.Response);
            log.Add(
                world.Now, context.Request.Method, path + context.Request.QueryString, context.Response.StatusCode,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds, body, error);
        }
    }

    /// <summary>After routing: the route's rate limit.</summary>
    public Task LimitAsync(HttpContext context, RequestDelegate next)
    {
        if (limits is null || context.GetEndpoint() is not { } endpoint)
        {
            return next(context);
        }

        var rule = endpoint.Metadata.GetMetadata<RateLimitRule>() ?? RateLimitRules.Default;
        var outcome = limits.Take(rule, Major(rule, context.Request.RouteValues), Token(rule, context.Request.RouteValues));
        if (!outcome.Allowed)
        {
            return outcome.RefuseAsync(context.Response);
        }

        outcome.WriteHeaders(context.Response);
        return next(context);
    }

    public static Task WriteAsync(HttpResponse response, DiscordError error)
    {
        if (response.HasStarted)
        {
            return Task.CompletedTask;
        }

        response.StatusCode = error.Status;
        response.ContentType = "application/json";
        return response.Body.WriteAsync(error.ToJson()).AsTask();
    }

    private async Task<string?> AnswerAsync(HttpContext context, string path, RequestDelegate next)
    {
        try
        {
            if (faults.Any && faults.Take(context.Request.Method, path) is { } fault)
            {
                if (fault.Delay > TimeSpan.Zero)
                {
                    await Task.Delay(fault.Delay, TimeProvider.System, context.RequestAborted);
                }

                if (fault.Status is { } status)
                {
                    await FailAsync(context.Response, status, fault.Scope);
                    return "planned fault";
                }
            }

            if (NeedsToken(path) && !IsBot(context.Request))
            {
                throw DiscordError.Unauthorized();
            }

            await next(context);
            return null;
        }
        catch (DiscordError error)
        {
            await WriteAsync(context.Response, error);
            return $"{error.Code} {error.Message}{string.Concat(error.Fields.Select(field => $"; {field.Path}: {field.Message}"))}";
        }
        catch (BadHttpRequestException error)
        {
            context.Response.StatusCode = error.StatusCode;
            return error.Message;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A fault of the emulator itself: the client sees what Discord answers when it breaks.
            await FailAsync(context.Response, StatusCodes.Status500InternalServerError, RateLimitScope.None);
            await Console.Error.WriteLineAsync($"The emulator failed at {context.Request.Method} {path}: {error}");
            return $"emulator: {error.Message}";
        }
    }

    private Task FailAsync(HttpResponse response, int status, RateLimitScope scope)
    {
        if (response.HasStarted)
        {
            return Task.CompletedTask;
        }

        if (status == StatusCodes.Status429TooManyRequests)
        {
            return RateLimitOutcome.Refusal(scope, TimeSpan.FromSeconds(1), world.Now).RefuseAsync(response);
        }

        response.StatusCode = status;
        response.ContentType = "application/json";
        var text = status == 502 ? "502: Bad Gateway" : $"{status}: Internal Server Error";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes($$"""{"message":"{{text}}","code":0}""")).AsTask();
    }

    private static string WithoutVersion(string path)
    {
        var rest = path.AsSpan("/api".Length);
        if (rest.StartsWith("/v", StringComparison.Ordinal) && rest.Length > 2 && char.IsAsciiDigit(rest[2]))
        {
            var end = rest[1..].IndexOf('/');
            rest = end < 0 ? "" : rest[(end + 1)..];
        }

        return rest.ToString();
    }

    private static bool NeedsToken(string path)
    {
        if (path.StartsWith("/interactions/", StringComparison.Ordinal) || path == "/gateway")
        {
            return false;
        }

        // /webhooks/{id}/{token}… carries its token in the path; /webhooks/{id} does not.
        return !path.StartsWith("/webhooks/", StringComparison.Ordinal) || path.AsSpan("/webhooks/".Length).Count('/') == 0;
    }

    private bool IsBot(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header
        && header.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase)
        && header.AsSpan(4).Trim().SequenceEqual(world.Application.Token);

    private void CountRefusal(HttpResponse response)
    {
        if (response.StatusCode == 429)
        {
            metrics.Count(Counter.RateLimited);
        }

        if (response.StatusCode is 401 or 403 || (response.StatusCode == 429 && response.Headers["X-RateLimit-Scope"] != "shared"))
        {
            metrics.Count(Counter.InvalidRequests);
        }
    }

    /// <summary>Reads small JSON bodies ahead, for the log; uploads are left to their endpoint.</summary>
    private static async ValueTask<ReadOnlyMemory<byte>> KeepBodyAsync(HttpRequest request)
    {
        if (request.ContentLength is not (> 0 and <= BodyKept) || request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return default;
        }

        var bytes = new byte[request.ContentLength.Value];
        await request.Body.ReadExactlyAsync(bytes);
        request.Body = new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
        return bytes;
    }

    private static ulong Major(RateLimitRule rule, RouteValueDictionary values)
    {
        var name = rule.Major switch { MajorParameter.Channel => "channel", MajorParameter.Guild => "guild", MajorParameter.WebhookToken => "webhook", _ => null };
        return name is not null && Snowflakes.TryParse(values[name] as string, out var id) ? id : 0;
    }

    private static int Token(RateLimitRule rule, RouteValueDictionary values) =>
        rule.Major == MajorParameter.WebhookToken && values["token"] is string token ? token.GetHashCode(StringComparison.Ordinal) : 0;
}
