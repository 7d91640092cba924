using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Nexus.Discord.Rest;

/// <summary>
/// Carries one request out: waits for its turn, sends it, reads the answer, and tries again where that cannot do harm,
/// all before the request's deadline.
/// </summary>
internal sealed class RestSender : IDisposable
{
    internal const int Tries = 3;

    // A 429 means that nothing happened, so it costs no try; but not without end.
    private const int MostRefusals = 5;
    private const int LargestAnswer = 32 * 1024 * 1024;
    private static readonly TimeSpan UntoldRetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan EdgeRetryAfter = TimeSpan.FromMinutes(1);
    private static readonly UriCreationOptions AsIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpMessageInvoker _http;
    private readonly MonotonicClock _clock;
    private readonly ILogger _logger;
    private readonly Random _random;
    private readonly string _base;
    private readonly string _authorization;
    private readonly string _userAgent;
    private readonly RestMetrics _metrics = new();
    private readonly RateLimiter _limiter;
    private readonly RequestGuard _guard;

    public RestSender(DiscordOptions options, HttpMessageInvoker http, TimeProvider time, ILogger logger, Random random)
    {
        _http = http;
        _clock = new MonotonicClock(time);
        _logger = logger;
        _random = random;
        _base = options.ApiBase.AbsoluteUri.TrimEnd('/') + "/";
        _authorization = "Bot " + options.Token.Trim();
        _userAgent = options.UserAgent;
        _limiter = new RateLimiter(_clock, _metrics);
        _guard = new RequestGuard(_clock, logger);
    }

    public DiscordRestState State => _guard.State;

    internal RestMetrics Metrics => _metrics;

    internal RateLimiter Limiter => _limiter;

    internal TimeProvider Time => _clock.Time;

    public async Task SendAsync(RestRequest request, RestBody? body, CancellationToken cancellation)
    {
        using var nothing = await ExecuteAsync(request, body, wantsAnswer: false, cancellation).ConfigureAwait(false);
    }

    public async Task<T> SendAsync<T>(RestRequest request, RestBody? body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var answer = await ExecuteAsync(request, body, wantsAnswer: true, cancellation).ConfigureAwait(false);
        try
        {
            return (answer is null ? default : JsonSerializer.Deserialize(answer.Written.Span, type))
                ?? throw new DiscordApiException(request.Route.Name, 200, 0, "The answer is empty.");
        }
        catch (JsonException error)
        {
            throw new DiscordApiException(request.Route.Name, 200, 0, $"The answer cannot be read at {error.Path ?? "its start"}.");
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _limiter.Dispose();
        _metrics.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<PooledBuffer?> ExecuteAsync(RestRequest request, RestBody? body, bool wantsAnswer, CancellationToken cancellation)
    {
        var (route, deadline) = (request.Route, _clock.Now + request.Deadline);
        var (maybeDone, answered, refusals) = (false, true, 0);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                _guard.ThrowIfStopped(request);
                answered = false;
                var answer = await TryAsync(request, body, wantsAnswer, deadline, cancellation).ConfigureAwait(false);
                answered = answer.Status != 0 && !maybeDone;
                if (answer.Succeeded)
                {
                    _guard.Succeeded(request);
                    return answer.Body;
                }

                if (answer.Status == (int)HttpStatusCode.TooManyRequests && ++refusals < MostRefusals)
                {
                    await WaitOutAsync(request, answer, deadline, cancellation).ConfigureAwait(false);
                    attempt--;
                    continue;
                }

                if (maybeDone && ProvesSuccess(route, answer))
                {
                    RestLog.EarlierTrySucceeded(_logger, route);
                    return null;
                }

                maybeDone |= answer.IsTransient && !answer.NeverSent;
                var delay = Backoff(route, attempt);
                if (attempt == Tries || !answer.IsTransient || !(answer.NeverSent || request.Repeats) || _clock.Now + delay >= deadline)
                {
                    throw _guard.Failed(request, answer);
                }

                RestLog.TriedAgain(_logger, route, delay, answer.Describe(), attempt + 1);
                _metrics.Retried(route);
                await Task.Delay(delay, _clock.Time, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            // After a lost try the connection may still be reading the body's memory: that one is left to the collector.
            if (answered)
            {
                body?.Dispose();
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<RestAnswer> TryAsync(RestRequest request, RestBody? body, bool wantsAnswer, TimeSpan deadline, CancellationToken cancellation)
    {
        var limited = request.Route.Access != RouteAccess.InteractionCallback;
        var lease = limited
            ? await _limiter.AcquireAsync(request.Route, request.Major, request.Priority, deadline, cancellation).ConfigureAwait(false)
            : default;
        try
        {
            var left = deadline - _clock.Now;
            using var timeout = new CancellationTokenSource(left < request.Attempt ? left > TimeSpan.Zero ? left : TimeSpan.Zero : request.Attempt, _clock.Time);
            using var link = cancellation.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), timeout);
            using var message = ToMessage(request, body);
            using var response = await _http.SendAsync(message, timeout.Token).ConfigureAwait(false);

            var status = (int)response.StatusCode;
            _metrics.Called(request.Route, status);
            RestLog.Answered(_logger, request.Route, status);
            if (status == (int)HttpStatusCode.TooManyRequests)
            {
                var (refusal, told) = await ReadRefusalAsync(request, response, timeout.Token).ConfigureAwait(false);
                if (limited)
                {
                    limited = false;
                    _limiter.Release(lease, told, succeeded: false);
                }

                return refusal;
            }

            if (limited)
            {
                limited = false;
                _limiter.Release(lease, RateLimitHeaders.Read(response, _clock.Time), response.IsSuccessStatusCode);
            }

            if (response.IsSuccessStatusCode)
            {
                var answer = wantsAnswer && response.StatusCode != HttpStatusCode.NoContent
                    ? await ReadAsync(response, timeout.Token).ConfigureAwait(false)
                    : null;
                return RestAnswer.Success(status, answer);
            }

            using var error = await ReadAsync(response, timeout.Token).ConfigureAwait(false);
            return RestAnswer.Refused(status, ErrorBody.Read(error.Written));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _metrics.Called(request.Route, 0);
            return RestAnswer.Lost("No answer in time.");
        }
        catch (HttpRequestException error)
        {
            _metrics.Called(request.Route, 0);
            var neverSent = error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return RestAnswer.Lost($"The connection failed ({error.HttpRequestError}).", neverSent);
        }
        catch (IOException)
        {
            _metrics.Called(request.Route, 0);
            return RestAnswer.Lost("The connection broke.");
        }
        finally
        {
            if (limited)
            {
                _limiter.Release(lease);
            }
        }
    }

    private HttpRequestMessage ToMessage(in RestRequest request, RestBody? body)
    {
        Uri.TryCreate(_base + request.Path, AsIs, out var address);
        var message = new HttpRequestMessage(request.Route.Method, address) { Content = body?.ToContent() };
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (request.Route.Access == RouteAccess.Bot)
        {
            message.Headers.TryAddWithoutValidation("Authorization", _authorization);
        }

        if (AuditReason.Encode(request.Options?.AuditReason) is { } reason)
        {
            message.Headers.TryAddWithoutValidation("X-Audit-Log-Reason", reason);
        }

        return message;
    }

    private async ValueTask<(RestAnswer Answer, RateLimitHeaders Told)> ReadRefusalAsync(RestRequest request, HttpResponseMessage response, CancellationToken cancellation)
    {
        using var bytes = await ReadAsync(response, cancellation).ConfigureAwait(false);
        var error = ErrorBody.Read(bytes.Written);
        var headers = RateLimitHeaders.Read(response, _clock.Time);
        var scope = error.Global ? RateLimitScope.Global : headers.Scope ?? RateLimitScope.User;
        var after = error.RetryAfter ?? headers.RetryAfter;
        if (scope != RateLimitScope.Shared)
        {
            _guard.CountInvalid();
        }

        if (!error.IsDiscords)
        {
            _limiter.PauseEverything(after ?? EdgeRetryAfter);
        }

        _metrics.RateLimited(request.Route, scope);
        RestLog.RateLimited(_logger, request.Route, scope, after);
        return (RestAnswer.Refused((int)response.StatusCode, error, after ?? UntoldRetryAfter), headers with { RetryAfter = after, Scope = scope });
    }

    private static async ValueTask<PooledBuffer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new PooledBuffer();
            while (await stream.ReadAsync(buffer.GetMemory(), cancellation).ConfigureAwait(false) is > 0 and var read)
            {
                buffer.Advance(read);
                if (buffer.Length > LargestAnswer)
                {
                    throw new IOException("The answer is too large.");
                }
            }

            return buffer;
        }
    }

    /// <summary>The limiter holds the next try back; a callback, which it does not know, waits here.</summary>
    private async ValueTask WaitOutAsync(RestRequest request, RestAnswer answer, TimeSpan deadline, CancellationToken cancellation)
    {
        if (request.Route.Access == RouteAccess.InteractionCallback)
        {
            var wait = answer.RetryAfter ?? UntoldRetryAfter;
            if (_clock.Now + wait >= deadline)
            {
                throw new DiscordRateLimitException(request.Route.Name, wait);
            }

            await Task.Delay(wait, _clock.Time, cancellation).ConfigureAwait(false);
        }

        _metrics.Retried(request.Route);
    }

    /// <summary>Answers that could only come because a try whose answer was lost had taken effect.</summary>
    private static bool ProvesSuccess(RestRoute route, in RestAnswer answer) =>
        (route.Repeat == RouteRepeat.Callback && answer.Error?.Code == DiscordErrorCode.InteractionAlreadyAcknowledged)
        || (route.Method == HttpMethod.Delete && answer.Status == 404);

    private TimeSpan Backoff(RestRoute route, int attempt)
    {
        var pause = (route.Access == RouteAccess.InteractionCallback ? 50 : 250) << (attempt - 1);
        lock (_random)
        {
            return TimeSpan.FromMilliseconds(pause * (1 + _random.NextDouble()));
        }
    }
}
