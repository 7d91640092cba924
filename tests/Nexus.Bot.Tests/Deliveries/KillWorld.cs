using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements;
using Nexus.Bot.Features.Reminders;
using Nexus.Discord;
using Nexus.Sandbox;
using Nexus.Sandbox.Control;
using Nexus.Sandbox.Emulator;

namespace Nexus.Bot.Tests.Deliveries;

/// <summary>A loopback Discord, a network that loses things, and the bot as a process of its own that can be killed.</summary>
internal sealed partial class KillWorld : IAsyncDisposable
{
    // Built beside these tests; the copy among them lacks what the sandbox's web framework brings.
    private static readonly string s_program = Path.Combine(
        Repository.Root, "src", "Nexus.Bot",
        Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "Nexus.Bot.Tests"), AppContext.BaseDirectory), "Nexus.Bot.dll");

    private readonly SandboxHost _host;
    private readonly LossyProxy _network;
    private readonly ServiceProvider _services;
    private readonly List<ulong> _channels = [];
    private readonly List<User> _people = [];
    private readonly string _folder;
    private Process? _bot;
    private TaskCompletionSource? _nextMessage;

    private KillWorld(SandboxHost host, string folder)
    {
        _host = host;
        _folder = folder;
        _network = new LossyProxy(host.BaseAddress);
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddNexusDb(Database, DesignTimeDb.Tables)
            .BuildServiceProvider();
        host.World.Changed += change =>
        {
            if (change.Type == "MESSAGE_CREATE")
            {
                // On the emulator's own thread: the bot is dead before its answer is written.
                Interlocked.Exchange(ref _nextMessage, null)?.TrySetResult();
            }
        };
    }

    public static async Task<KillWorld> StartAsync(int channels, int people)
    {
        var folder = Directory.CreateTempSubdirectory("nexus-kill-").FullName;
        var host = await SandboxHost.StartAsync(new SandboxOptions
        {
            Page = false,
            Gateway = new GatewayLimits { IdentifyInterval = TimeSpan.FromMilliseconds(1) },
            DatabasePath = Path.Combine(folder, "bot.db"),
        });
        var world = new KillWorld(host, folder);
        lock (host.World.Gate)
        {
            for (var i = 0; i < channels; i++)
            {
                var channel = new Sandbox.Emulator.Channel(host.World.Ids.Next(), ChannelType.Text, host.World.Guild.Id) { Name = $"place-{i}" };
                host.World.Guild.Channels.Add(channel.Id, channel);
                world._channels.Add(channel.Id);
            }

            world._people.AddRange(host.World.Guild.Members.Values.Select(member => member.User).Where(user => user is { Bot: false, ClosesDirectMessages: false }).Take(people));
        }

        var databases = world._services.GetRequiredService<INexusDbFactory>();
        await new DatabaseStartup(world.Database, databases, TimeProvider.System, NullLogger<DatabaseStartup>.Instance).PrepareAsync(CancellationToken.None);
        return world;
    }

    public LossyProxy Network => _network;

    /// <summary>The last thing the bot wrote to its error stream, when it could not run.</summary>
    public string? Complaint { get; private set; }

    public Faults Faults => _host.Faults;

    public int Refused => (int)_host.Metrics[Counter.RateLimited];

    /// <summary>What people read: the numbers in each channel, and in each person's DM, in order.</summary>
    public (IReadOnlyList<IReadOnlyList<string>> Channels, IReadOnlyList<IReadOnlyList<string>> Dms) Read()
    {
        lock (_host.World.Gate)
        {
            return ([.. _channels.Select(id => Numbers(_host.World.Guild.Channels[id]))], [.. _people.Select(person => Numbers(_host.World.DirectChannel(person)))]);
        }

        static IReadOnlyList<string> Numbers(Sandbox.Emulator.Channel channel) => [.. channel.Messages.Select(message => Number().Match(MessageText.Of(message)).Value)];
    }

    /// <summary>So many messages, two announcements and then a reminder by DM, spread evenly over the places and over a time that begins soon.</summary>
    public async Task PlanAsync(int count, TimeSpan begin, TimeSpan over)
    {
        var start = TimeProvider.System.GetUtcNow() + begin;
        var guild = new Snowflake(_host.World.Guild.Id);
        await using var db = _services.GetRequiredService<INexusDbFactory>().Create();
        var reminders = Numbers().Where(i => i % 3 == 2).Select(i =>
        {
            var reminder = new Reminder
            {
                UserId = new Snowflake(_people[i / 3 % _people.Count].Id), GuildId = guild, ByDm = true, AskedBy = new Snowflake((ulong)i), CreatedAt = start,
            };
            reminder.Write(Words(i));
            return (Reminder: reminder, Due: Due(i));
        }).ToList();
        var announcements = Numbers().Where(i => i % 3 != 2).Select(i =>
        {
            var announcement = new Announcement
            {
                GuildId = guild, AuthorId = new Snowflake(201), OwnerId = new Snowflake(201), ChannelId = new Snowflake(_channels[i % _channels.Count]),
                DueAt = Due(i), CreatedAt = start,
            };
            announcement.Write(Words(i), "Text.");
            return announcement;
        }).ToList();
        db.AddRange(announcements);
        db.AddRange(reminders.Select(it => it.Reminder));
        await db.SaveChangesAsync();
        db.AddRange(announcements.Select(it => Delivery.Plan(guild, Announcement.DeliveryKind, it.Id, DeliveryTarget.In(it.ChannelId), it.DueAt!.Value)));
        db.AddRange(reminders.Select(it => Delivery.Plan(default, Reminder.DeliveryKind, it.Reminder.Id, DeliveryTarget.DmOf(it.Reminder.UserId), it.Due)));
        await db.SaveChangesAsync();

        IEnumerable<int> Numbers() => Enumerable.Range(0, count);
        DateTimeOffset Due(int i) => start + (over * i / count);
        static string Words(int i) => string.Create(CultureInfo.InvariantCulture, $"No {i:0000}");
    }

    public async Task<IReadOnlyList<Delivery>> RowsAsync()
    {
        await using var db = _services.GetRequiredService<INexusDbFactory>().Create();
        return await db.AcrossGuilds<Delivery>().AsNoTracking().ToListAsync();
    }

    public void StartBot()
    {
        var start = new ProcessStartInfo("dotnet", [s_program])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in new BotConnection(new Uri(_network.Address, "api/v10/"), _host.World.Application.Token, _host.World.Application.Id, TimeProvider.System, _host.DatabasePath).Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["Health__Urls"] = "";
        _bot = Process.Start(start)!;
        _bot.OutputDataReceived += static (_, _) => { };
        _bot.ErrorDataReceived += (_, line) => Complaint = line.Data ?? Complaint;
        _bot.BeginOutputReadLine();
        _bot.BeginErrorReadLine();
    }

    /// <summary>kill -9.</summary>
    public async Task KillBotAsync()
    {
        if (_bot is { } bot)
        {
            _bot = null;
            bot.Kill();
            await bot.WaitForExitAsync();
            bot.Dispose();
        }
    }

    /// <summary>kill -9 when the next message arrives at Discord, before the bot can hear of it; or after a while when none does.</summary>
    public async Task KillBotAtNextMessageAsync(TimeSpan patience)
    {
        var (arrives, bot) = (new TaskCompletionSource(), _bot!);
        var killed = arrives.Task.ContinueWith(_ => bot.Kill(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Volatile.Write(ref _nextMessage, arrives);
        await killed.WaitAsync(patience, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Volatile.Write(ref _nextMessage, null);
        await KillBotAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillBotAsync();
        await _network.DisposeAsync();
        await _services.DisposeAsync();
        await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex(@"No \d{4}")]
    private static partial Regex Number();

    private DatabaseOptions Database => new() { ConnectionString = $"Data Source={Path.Combine(_folder, "bot.db")}" };
}
