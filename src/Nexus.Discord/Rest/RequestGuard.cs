using Microsoft.Extensions.Logging;

namespace Nexus.Discord.Rest;

/// <summary>
/// Keeps requests back that Discord would only refuse: after a 401, after very many refusals, after a 403 a moment ago.
/// </summary>
internal sealed class RequestGuard(MonotonicClock clock, ILogger logger)
{
    private readonly InvalidRequestBudget _budget = new();
    private readonly ForbiddenMemory _forbidden = new();
    private volatile bool _unauthorized;
    private TimeSpan _saidBudgetSpentUntil;

    public DiscordRestState State =>
        _unauthorized ? DiscordRestState.Unauthorized
        : _budget.Wait(RequestPriority.Interactive, clock.Now) is not null ? DiscordRestState.TooManyInvalidRequests
        : DiscordRestState.Ready;

    public void ThrowIfStopped(in RestRequest request)
    {
        if (_unauthorized && request.Route.Access == RouteAccess.Bot)
        {
            throw new DiscordApiException(request.Route.Name, 401, 0, "Discord refused the bot token earlier; nothing more is sent with it.");
        }

        var now = clock.Now;
        if (_budget.Wait(request.Priority, now) is { } wait)
        {
            if (now >= _saidBudgetSpentUntil)
            {
                _saidBudgetSpentUntil = now + wait;
                RestLog.InvalidRequestBudgetSpent(logger, wait);
            }

            throw new DiscordApiException(request.Route.Name, 429, 0, "Not sent: too many requests were refused lately.", retryAfter: wait);
        }

        if (_forbidden.Find(request, now) is { } refused)
        {
            throw refused;
        }
    }

    public void CountInvalid() => _budget.Count(clock.Now);

    public void Succeeded(in RestRequest request) => _forbidden.Forget(request);

    /// <summary>Takes a final failure in and gives the exception for it.</summary>
    public DiscordApiException Failed(in RestRequest request, in RestAnswer answer)
    {
        var error = answer.ToException(request.Route);
        if (answer.Status is 401 or 403)
        {
            CountInvalid();
        }

        // A 401 or 403 of a webhook is about its own token.
        if (request.Route.Access != RouteAccess.Bot)
        {
            return error;
        }

        if (answer.Status == 401)
        {
            _unauthorized = true;
            RestLog.TokenRefused(logger, request.Route);
        }
        else if (answer.Status == 403)
        {
            _forbidden.Remember(request, error, clock.Now);
        }

        return error;
    }
}
