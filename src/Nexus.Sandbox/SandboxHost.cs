using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Nexus.Sandbox.Control;
using Nexus.Sandbox.Emulator;
using Nexus.Sandbox.Page;

namespace Nexus.Sandbox;

/// <summary>A running sandbox: emulator, control API and page on one loopback address, and the bot connected to it.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SandboxOptions options;
    private readonly Func<BotConnection, IHost>? bot;
    private readonly RestPipeline pipeline;
    private readonly SemaphoreSlim botGate = new(1);

    private SandboxHost(WebApplication app, SandboxOptions options, Func<BotConnection, IHost>? bot, World world, RestPipeline pipeline)
    {
        this.app = app;
        this.options = options;
        this.bot = bot;
        this.pipeline = pipeline;
        World = world;
        DatabasePath = options.DatabasePath ?? Path.Combine(Path.GetTempPath(), $"nexus-sandbox-{Guid.NewGuid():N}.db");
    }

    public World World { get; }

    public SandboxClock Clock => (SandboxClock)World.Clock;

    public Metrics Metrics => app.Services.GetRequiredService<Metrics>();

    public RequestLog Requests => app.Services.GetRequiredService<RequestLog>();

    public Faults Faults => app.Services.GetRequiredService<Faults>();

    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1");

    public Uri ApiBase => new(BaseAddress, "api/v10/");

    public string DatabasePath { get; }

    /// <summary>The bot running in this sandbox, if one does.</summary>
    public IHost? Bot { get; private set; }

    public Gateway Gateway => app.Services.GetRequiredService<Gateway>();

    public Interactions Interactions => app.Services.GetRequiredService<Interactions>();

    /// <summary>A person by user name, standing in #general.</summary>
    public Person As(string name) => World.FindUser(name) is { Bot: false } user
        ? new Person(World, Interactions, user, World.FindChannel("general") ?? World.DirectChannel(user))
        : throw new PersonRefusal($"There is nobody called {name} here.", StatusCodes.Status404NotFound);

    /// <summary>Someone joins, as a new person when nobody has that name; roles by name.</summary>
    public Person Join(string name, params IReadOnlyList<string> roles)
    {
        lock (World.Gate)
        {
            var ids = roles.Select(role => World.Guild.Roles.Values.FirstOrDefault(known => known.Name == role)?.Id
                ?? throw new PersonRefusal($"There is no role {role}."));
            World.Join(World.FindUser(name) ?? new User(World.Ids.Next(), name, null), [.. ids]);
            return As(name);
        }
    }

    public static async Task<SandboxHost> StartAsync(SandboxOptions options, Func<BotConnection, IHost>? bot = null, CancellationToken ct = default)
    {
        LoopbackAddress.Require(options.Urls);
        if (Path.GetDirectoryName(options.DatabasePath) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var clock = new SandboxClock(options.StartsAt);
        var world = DemoServer.Build(clock, options);
        _ = new ThreadArchive(world);
        _ = new EventCalendar(world);
        var (metrics, log, faults) = (new Metrics(), new RequestLog(), new Faults());
        var random = options.Seed is { } seed ? new Random(seed) : new Random();
        var interactions = new Interactions(world, metrics, random);
        var gateway = new Gateway(world, metrics, options.Gateway, random, options.ListAllMembers);
        var limits = options.RateLimits ? new RateLimits(clock) : null;
        var pipeline = new RestPipeline(world, metrics, log, faults, limits);

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(SandboxHost).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(world).AddSingleton(clock).AddSingleton(metrics).AddSingleton(log).AddSingleton(faults).AddSingleton(pipeline).AddSingleton(interactions).AddSingleton(gateway);
        if (limits is not null)
        {
            builder.Services.AddSingleton(limits);
        }

        SandboxHost? host = null;
        builder.Services.AddSingleton(_ => host!);
        if (options.Page)
        {
            SandboxPage.AddServices(builder);
        }

        var app = builder.Build();
        host = new SandboxHost(app, options, bot, world, pipeline);
        host.Map();
        if (options.Fresh)
        {
            host.DeleteDatabase();
        }

        await app.StartAsync(ct);
        host.BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        gateway.Url = $"ws://{host.BaseAddress.Authority}/gateway";
        world.Attachments.BaseAddress = host.BaseAddress;
        try
        {
            await host.StartBotAsync(ct);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the bot against this sandbox, with the database of its earlier runs.</summary>
    public async Task StartBotAsync(CancellationToken ct = default)
    {
        await botGate.WaitAsync(ct);
        try
        {
            if (bot is null || Bot is not null)
            {
                return;
            }

            var host = bot(new BotConnection(ApiBase, World.Application.Token, World.Application.Id, Clock, DatabasePath));
            Bot = host;
            await host.StartAsync(ct);
            await WaitForClientAsync(ct);
        }
        finally
        {
            botGate.Release();
        }
    }

    /// <summary>Returns once a client is connected and has registered commands.</summary>
    /// <exception cref="TimeoutException">None was after 30 s.</exception>
    public async Task WaitForClientAsync(CancellationToken ct = default)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        World.Changed += Look;
        try
        {
            Look(default);
            await ready.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, ct);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException("The bot did not connect and register its commands within 30 s; its log says why.");
        }
        finally
        {
            World.Changed -= Look;
        }

        void Look(WorldChange change)
        {
            lock (World.Gate)
            {
                if (Gateway.IsConnected && World.Commands.Count > 0)
                {
                    ready.TrySetResult();
                }
            }
        }
    }

    /// <summary>Stops the bot in good order, as a new release would.</summary>
    public async Task StopBotAsync(CancellationToken ct = default)
    {
        await botGate.WaitAsync(ct);
        try
        {
            if (Bot is not { } running)
            {
                return;
            }

            Bot = null;
            await running.StopAsync(ct);
            running.Dispose();
        }
        finally
        {
            botGate.Release();
        }
    }

    /// <summary>Moves the clock from one due instant to the next, each time until emulator and bot have come to rest.</summary>
    public Task AdvanceAsync(TimeSpan by)
    {
        var resting = new StrongBox<int>(int.MaxValue);

        // On a thread of its own: one of the pool's would be missing to the work that is waited for.
        return Task.Factory.StartNew(Move, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        void Move() => Clock.AdvanceAsync(by, () =>
        {
            Rest(resting);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
    }

    /// <summary>
    /// Until no request is being answered and no event is on its way, for a moment: a clock that jumps would end them as if they had
    /// taken that long. Not for ever, as some are held back on purpose.
    /// </summary>
    public void WaitUntilQuiet()
    {
        var started = Stopwatch.GetTimestamp();
        var quietSince = started;
        while (Stopwatch.GetElapsedTime(quietSince) < TimeSpan.FromMilliseconds(5) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1))
        {
            Thread.Yield();
            if (pipeline.InFlight > 0 || !Gateway.IsIdle)
            {
                quietSince = Stopwatch.GetTimestamp();
            }
        }
    }

    public Task WaitForShutdownAsync(CancellationToken ct = default) => app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await app.DisposeAsync();
        botGate.Dispose();
        if (options.DatabasePath is null)
        {
            DeleteDatabase();
        }
    }

    /// <summary>Waits until no request runs, no frame waits and the thread pool has had nothing to do for a moment; not for ever, as others use the pool too.</summary>
    /// <param name="resting">The fewest busy threads seen so far: some never rest, such as one that waits for connections.</param>
    private void Rest(StrongBox<int> resting)
    {
        var started = Stopwatch.GetTimestamp();
        var (quietSince, moment) = (started, TimeSpan.FromMilliseconds(2));
        while (Stopwatch.GetElapsedTime(quietSince) < moment && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMilliseconds(250))
        {
            // Blocks its thread: an await would be work for the pool that is watched.
            Thread.Yield();
            var busy = BusyThreads();
            resting.Value = Math.Min(resting.Value, busy);
            if (pipeline.InFlight > 0 || !Gateway.IsIdle || ThreadPool.PendingWorkItemCount > 0 || busy > resting.Value)
            {
                // Something came due: what it does may change hands a few times.
                (quietSince, moment) = (Stopwatch.GetTimestamp(), TimeSpan.FromMilliseconds(8));
            }
        }
    }

    private static int BusyThreads()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        return most - available;
    }

    private void DeleteDatabase()
    {
        foreach (var file in (ReadOnlySpan<string>)[DatabasePath, DatabasePath + "-wal", DatabasePath + "-shm"])
        {
            File.Delete(file);
        }
    }

    private void Map()
    {
        app.Use(next => context => context.Request.Path.StartsWithSegments("/api") ? pipeline.RunAsync(context, next) : next(context));
        app.UseWebSockets();
        app.UseRouting();
        app.Use(next => context => context.Request.Path.StartsWithSegments("/api") ? pipeline.LimitAsync(context, next) : next(context));
        var api = app.MapGroup("/api/v10");
        GatewayEndpoint.Map(app, api, World, Gateway, app.Lifetime.ApplicationStopping);
        InteractionEndpoints.Map(api, World, Interactions);
        DiscordRoutes.Map(api, World);
        AttachmentEndpoint.Map(app, World);
        ControlEndpoints.Map(app, this);
        if (options.Page)
        {
            SandboxPage.Map(app);
        }
    }
}
