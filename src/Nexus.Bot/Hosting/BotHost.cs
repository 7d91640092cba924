using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Hosting;

/// <summary>
/// The order of things. Start: the database is made ready while the gateway connects; events are handled once both are there;
/// jobs follow. Stop: the connection closes so that it can be resumed, what runs is finished, and the session is kept.
/// </summary>
internal sealed partial class BotHost(
    GatewayClient gateway,
    EventPump pump,
    DatabaseStartup database,
    SessionMemory session,
    JobSchedule jobs,
    CommandPublisher publisher,
    BotStatus status,
    RecentErrors errors,
    DiscordBotOptions options,
    ExitStatus exit,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<BotHost> log) : IHostedService, IDisposable
{
    /// <summary>Of the 10 s that a stop may take, what running interactions get.</summary>
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(7);

    /// <summary>Jobs only need Discord's REST side: they do not wait for ever for a session.</summary>
    private static readonly TimeSpan JobsWaitForSession = TimeSpan.FromSeconds(5);

    /// <summary>Between tries to publish the commands: without them nobody can use anything.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly TaskCompletionSource _firstSession = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _running = Task.CompletedTask;
    private Task _publishing = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        status.StartedAt = clock.GetUtcNow();
        status.GatewayLatency = () => gateway.Latency;
        status.GatewayState = () => gateway.State.ToString();
        pump.SessionBegan += OnSession;
        _running = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Stopping(log);
        var resume = await gateway.StopAsync(resumable: true, cancellationToken);
        await _stopping.CancelAsync();
        using var limit = new CancellationTokenSource(TimeToFinish, clock);
        await using var onLimit = limit.Token.Register(_abort.Cancel);
        await using var onHostLimit = cancellationToken.Register(_abort.Cancel);
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await jobs.StopAsync(cancellationToken);
        await _publishing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (resume is not null && database.IsReady)
        {
            try
            {
                await session.KeepAsync(resume, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                SessionNotKept(log, exception); // costs an identify at the next start, nothing else
            }
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _abort.Dispose();
    }

    private async Task RunAsync()
    {
        var ct = _stopping.Token;
        try
        {
            var resume = await session.RecallAsync(ct);
            var preparing = Task.Run(() => database.PrepareAsync(ct), ct);
            var connected = gateway.RunAsync(resume, CancellationToken.None);
            await preparing;
            if (resume is not null)
            {
                await session.ForgetAsync(ct);
            }

            var starting = StartJobsAsync(ct);
            var pumping = pump.RunAsync(gateway.Events, _abort.Token);
            await connected;
            await pumping;
            await starting;
        }
        catch (GatewayFatalException exception)
        {
            StopForGood(exception.Message);
        }
        catch (DatabaseUnusableException exception)
        {
            StopForGood(exception.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopped while starting.
        }
        catch (Exception exception)
        {
            Crashed(log, exception);
            StopForGood($"{exception.GetType().Name}: see the log above.");
        }
    }

    private async Task StartJobsAsync(CancellationToken ct)
    {
        try
        {
            await database.WarmUpAsync(ct);
            await Task.WhenAny(_firstSession.Task, Task.Delay(JobsWaitForSession, clock, ct));
            ct.ThrowIfCancellationRequested();
            await jobs.StartAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopped while starting.
        }
        catch (Exception exception)
        {
            JobsNotStarted(log, exception, errors.Add("jobs", exception));
        }
    }

    private void OnSession(GatewayEvent began)
    {
        if (began is ReadyEvent ready)
        {
            Connected(log, ready.User.Username, ready.Guilds.Count);
        }
        else
        {
            Resumed(log);
        }

        if (_firstSession.TrySetResult())
        {
            _publishing = PublishAsync(status.Application, _stopping.Token); // this process may know other commands than the last one
        }
    }

    private async Task PublishAsync(Snowflake application, CancellationToken ct)
    {
        await Task.Yield(); // the pump goes on meanwhile
        var scope = Snowflake.TryParse(options.GuildId, out var guild) ? guild : (Snowflake?)null;
        for (var pause = FirstPause; !ct.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await publisher.PublishAsync(application, scope, ct);
                return;
            }
            catch (DiscordApiException exception) when (!exception.IsPermanent && !ct.IsCancellationRequested)
            {
                PublishedLater(log, exception.Message, pause);
                await Task.Delay(pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return; // stopped meanwhile; the next start does it
            }
            catch (Exception exception)
            {
                NotPublished(log, exception, errors.Add("publishing commands", exception));
                return;
            }
        }
    }

    private void StopForGood(string why)
    {
        exit.Fail(why);
        CannotGoOn(log, why);
        lifetime.StopApplication();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected as {Name}, in {Guilds} servers")]
    private static partial void Connected(ILogger log, string name, int guilds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The earlier session goes on")]
    private static partial void Resumed(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping")]
    private static partial void Stopping(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The session could not be kept for the next start")]
    private static partial void SessionNotKept(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The jobs could not be started ({Reference})")]
    private static partial void JobsNotStarted(ILogger log, Exception exception, string reference);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The commands are published later, in {Pause}: {Reason}")]
    private static partial void PublishedLater(ILogger log, string reason, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "The commands could not be published ({Reference}); people see the old ones until the next start")]
    private static partial void NotPublished(ILogger log, Exception exception, string reference);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Cannot go on: {Why}")]
    private static partial void CannotGoOn(ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The bot failed")]
    private static partial void Crashed(ILogger log, Exception exception);
}
