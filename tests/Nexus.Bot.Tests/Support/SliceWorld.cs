using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Tests.Support;

/// <summary>
/// One slice over a real SQLite file, or a PostgreSQL database of its own, with a clock that tests move and Moq standing in for Discord. Handlers are run directly;
/// who may use them is the router's business (<see cref="RouterWorld"/>).
/// </summary>
internal sealed class SliceWorld : IAsyncDisposable
{
    // A file system in memory, where there is one.
    private const string Memory = "/dev/shm";

    private readonly string _file;
    private readonly DatabaseOptions _database;
    private readonly bool _isLong;
    private readonly Action<SliceBuilder> _declare;
    private readonly Action<IServiceCollection>? _configure;

    /// <param name="declare">The slice's <c>Declare</c>; every slice of the bot when null.</param>
    /// <param name="configure">Anything else the slice needs.</param>
    /// <param name="at">The time it is; Monday 23 November 2026, 09:00 UTC when null.</param>
    /// <param name="isLong">Saves so often that waiting for the disk would be most of the test.</param>
    /// <param name="provider">PostgreSQL only where there is one (<see cref="PostgresFactAttribute"/>).</param>
    public SliceWorld(
        Action<SliceBuilder>? declare = null, Action<IServiceCollection>? configure = null, DateTimeOffset? at = null, bool isLong = false, string provider = DatabaseOptions.Sqlite)
    {
        _isLong = isLong;
        var name = $"nexus_{Guid.NewGuid():N}";
        _file = Path.Combine(isLong && Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"{name}.db");
        _database = new DatabaseOptions
        {
            Provider = provider,
            ConnectionString = provider == DatabaseOptions.Postgres ? PostgresFactAttribute.ConnectionString(name) : $"Data Source={_file};Pooling={isLong}",
        };
        Clock = new FakeTimeProvider(at ?? new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        (_declare, _configure) = (declare ?? Slices.Declare, configure);
        (Catalogue, Services) = Build();
        using var db = Db();
        db.Database.EnsureCreated();
    }

    public FakeTimeProvider Clock { get; }

    public Mock<IDiscordRest> Discord { get; } = new(MockBehavior.Loose);

    public Catalogue Catalogue { get; private set; }

    public ServiceProvider Services { get; private set; }

    /// <summary>What the slice asked to be woken for.</summary>
    public RecordedSchedule Schedule { get; } = new();

    /// <summary>The program ends, and another one begins with what is in the database.</summary>
    public async Task RestartAsync()
    {
        await Services.DisposeAsync();
        (Catalogue, Services) = Build();
    }

    /// <summary>A unit of work of its own, to arrange and look at rows.</summary>
    public NexusDb Db() => Services.GetRequiredService<INexusDbFactory>().Create();

    public async Task ConfigureAsync(Action<GuildConfiguration>? change = null)
    {
        await using var db = Db();
        var configuration = await db.In<GuildConfiguration>(Interactions.Guild).SingleOrDefaultAsync();
        if (configuration is null)
        {
            configuration = new GuildConfiguration { GuildId = Interactions.Guild, MentorRoleId = new Nexus.Discord.Snowflake(TestPerson.MentorRole) };
            db.Add(configuration);
        }

        change?.Invoke(configuration);
        await db.SaveChangesAsync();
        Services.GetRequiredService<GuildConfigurations>().Forget(Interactions.Guild);
    }

    public Task<Reply> RunAsync(TestPerson who, string command, object? options = null, bool inDm = false) =>
        HandleAsync(Interactions.Command(who, command, options, inDm));

    public Task<Reply> PressAsync(TestPerson who, string customId) => HandleAsync(Interactions.Press(who, customId));

    /// <summary>Presses the button with this label on an earlier answer.</summary>
    public Task<Reply> PressAsync(TestPerson who, Reply on, string label) => PressAsync(who, ReplyText.ButtonId(on, label));

    public Task<Reply> SubmitAsync(TestPerson who, Reply form, object values) =>
        HandleAsync(Interactions.Submit(who, form.Modal!.CustomId, values));

    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(TestPerson who, string command, string focused, string typed)
    {
        var interaction = Interactions.Autocomplete(who, command, focused, new Dictionary<string, object?> { [focused] = typed });
        var option = Catalogue.Find(interaction)!.Options.Single(option => option.Name == focused);
        await using var scope = Services.CreateAsyncScope();
        return await option.MakeSuggester!(scope.ServiceProvider).SuggestAsync(new AutocompleteCall(interaction), CancellationToken.None);
    }

    public async Task<Reply> HandleAsync(Interaction interaction)
    {
        var route = Catalogue.Find(interaction) ?? throw new Xunit.Sdk.XunitException("No handler of that name.");
        await using var scope = Services.CreateAsyncScope();
        return await route.RunAsync(scope.ServiceProvider, interaction, CancellationToken.None);
    }

    /// <summary>Runs the work an answer set off and returns what replaces the answer.</summary>
    /// <param name="set">What the answer was to, for work that reads it again.</param>
    public async Task<Reply?> FollowUpAsync(TestPerson who, Reply reply, Interaction? set = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var work = (IFollowUp)scope.ServiceProvider.GetRequiredService(reply.FollowUp ?? throw new Xunit.Sdk.XunitException("The answer sets off no work."));
        return await work.RunAsync(new FollowUpCall(set ?? Interactions.Command(who, "test"), reply.FollowUpArgument), CancellationToken.None);
    }

    /// <summary>Runs a job once, as Quartz would.</summary>
    public async Task RunJobAsync<T>() where T : IJob
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<T>().Execute(new Mock<IJobExecutionContext>().Object, CancellationToken.None);
    }

    private (Catalogue Catalogue, ServiceProvider Services) Build()
    {
        var services = new ServiceCollection();
        var slice = new SliceBuilder(services);
        _declare(slice);
        var catalogue = slice.Build();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Discord.Object);
        services.AddSingleton(catalogue);
        services.AddSingleton<RecentErrors>();
        services.AddSingleton(new BotStatus { User = new Nexus.Discord.Snowflake(77) });
        services.AddSingleton<InteractionMetrics>();
        services.AddSingleton(Schedule);
        services.AddSingleton<IJobSchedule>(Schedule);
        services.AddNexusDb(_database, slice.Tables);
        _configure?.Invoke(services);
        return (catalogue, services.BuildServiceProvider(validateScopes: true));
    }

    public async ValueTask DisposeAsync()
    {
        if (_database.IsPostgres)
        {
            await using var db = Db();
            await db.Database.EnsureDeletedAsync();
        }

        await Services.DisposeAsync();
        if (_isLong)
        {
            SqliteConnection.ClearAllPools();
        }

        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(file);
        }
    }
}
