using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Hub;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Nexus.Sandbox;
using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

/// <summary>The real bot on a loopback Discord, with the demo server's people in it.</summary>
internal sealed class SandboxWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A Wednesday's morning everywhere the demo server's people are: no story may depend on the hour it is told.
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 9, 30, 0, TimeSpan.Zero);

    private readonly SandboxHost _host;
    private readonly HttpClient _outside = new();

    private SandboxWorld(SandboxHost host) => _host = host;

    /// <param name="hub">A folder of pages in place of the shipped one.</param>
    /// <param name="members">The demo server is filled up to so many.</param>
    public static async Task<SandboxWorld> StartAsync(string? hub = null, int members = 0) => new(await SandboxHost.StartAsync(
        new SandboxOptions { Page = false, Members = members, StartsAt = Start },
        connection => NexusBot.Build(
            [],
            builder => builder.Configuration.AddInMemoryCollection(connection.Settings)
                .AddInMemoryCollection(hub is null ? [] : [new(HubSlice.FolderSetting, hub)]),
            connection.Clock)));

    public Person As(string name) => _host.As(name);

    /// <summary>The demo people make their profiles.</summary>
    /// <returns>Null, or what went wrong.</returns>
    public Task<string?> MakeProfilesAsync() => DemoProfiles.SayAsync(_host);

    public DateTimeOffset Now => _host.Clock.GetUtcNow();

    /// <summary>The bot and Discord see this much time pass at once; what they are doing is done before.</summary>
    public void Pass(TimeSpan time)
    {
        _host.WaitUntilQuiet();
        _host.Clock.Advance(time);
    }

    /// <summary>Half a day at a time; before the next, what is due is looked at and sent.</summary>
    public async Task PassDaysAsync(double days)
    {
        for (var passed = 0.0; passed < days; passed += 0.5)
        {
            Pass(TimeSpan.FromDays(Math.Min(0.5, days - passed)));
            await RestAsync();
        }
    }

    /// <summary>Until what is due is done, and kept.</summary>
    public async Task RestAsync()
    {
        var since = Stopwatch.GetTimestamp();
        do
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "What is due was not done.");
            await As("grace").In("dm").RunAsync("help"); // jobs have their turn meanwhile
        }
        while (await HasDueAsync());
    }

    private async Task<bool> HasDueAsync()
    {
        await using var db = Bot.GetRequiredService<INexusDbFactory>().Create();
        var now = Now;
        return Bot.GetRequiredService<JobSchedule>().Next[0].At <= now
            || await db.AcrossGuilds<Delivery>().AnyAsync(one => one.State == DeliveryState.Sending || (one.State == DeliveryState.Waiting && one.DueAt <= now))
            || await db.AcrossGuilds<Idea>().AnyAsync(idea => idea.LookAt <= now && idea.Number != null);
    }

    /// <summary>Does something to the hub's folder and waits until the bot has taken it in.</summary>
    public async Task ChangeHubAsync(Action change, Func<HubIndex, bool> isTakenIn)
    {
        var files = _host.Bot!.Services.GetRequiredService<HubFiles>();
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        files.Reloaded += Look;
        change();
        Look(await files.Current);
        await taken.Task.WaitAsync(Patience);
        files.Reloaded -= Look;

        void Look(HubIndex hub)
        {
            if (isTakenIn(hub))
            {
                taken.TrySetResult();
            }
        }
    }

    /// <summary>An admin takes from the bot, or gives back, what it needs to write in a channel.</summary>
    public void LetBotWrite(string channel, bool allowed)
    {
        lock (_host.World.Gate)
        {
            var overwrites = _host.World.FindChannel(channel)!.Overwrites;
            overwrites.RemoveAll(overwrite => overwrite.Id == _host.World.BotUser.Id);
            if (!allowed)
            {
                overwrites.Add(new Sandbox.Emulator.PermissionOverwrite(
                    _host.World.BotUser.Id, true, Sandbox.Emulator.Permission.None, Sandbox.Emulator.Permission.SendMessages));
            }
        }
    }

    /// <summary>Somebody's privacy settings: whether they take direct messages from the bot.</summary>
    public void LetBotDm(string name, bool allowed)
    {
        lock (_host.World.Gate)
        {
            _host.World.Guild.Members.Values.Single(member => member.User.Username == name).User.ClosesDirectMessages = !allowed;
        }
    }

    /// <summary>Everyone who is neither new nor a bot, in a fixed order.</summary>
    public IReadOnlyList<Person> Everyone => [.. _host.World.Guild.Members.Values.Where(member => !member.User.Bot).OrderBy(member => member.User.Id).Select(member => As(member.User.Username))];

    /// <summary>A fault, as a script outside would plan it.</summary>
    public async Task BreakAsync(string fault)
    {
        using var body = new StringContent(fault, Encoding.UTF8, "application/json");
        using var answer = await _outside.PostAsync(new Uri(_host.BaseAddress, "_sandbox/faults"), body);
        answer.EnsureSuccessStatusCode();
    }

    public async Task MendAsync() => (await _outside.DeleteAsync(new Uri(_host.BaseAddress, "_sandbox/faults"))).EnsureSuccessStatusCode();

    /// <summary>Until the bot has a session again.</summary>
    public Task WaitForSessionAsync() => _host.WaitForClientAsync();

    /// <summary>What the running bot is made of, to begin where no story has led yet.</summary>
    public IServiceProvider Bot => _host.Bot!.Services;

    /// <summary>The latest requests of the bot to Discord, oldest first.</summary>
    public IReadOnlyList<Sandbox.Emulator.RequestEntry> Requests => _host.Requests.Since(0);

    public long Count(Sandbox.Emulator.Counter counter) => _host.Metrics[counter];

    public Task StopBotAsync() => _host.StopBotAsync();

    public Task StartBotAsync() => _host.StartBotAsync();

    public async Task RestartBotAsync()
    {
        await StopBotAsync();
        await StartBotAsync();
    }

    /// <summary>The texts of a channel that contain a word, once there are enough.</summary>
    public async Task<IReadOnlyList<string>> WaitForAsync(Person reader, string channel, string word, int atLeast = 1)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.World.Changed += Look;
        try
        {
            Look(default);
            await seen.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Nobody wrote “{word}” in #{channel}. The last message is:\n{reader.LastText(channel)}");
        }
        finally
        {
            _host.World.Changed -= Look;
        }

        return Read(reader, channel, word);

        void Look(Sandbox.Emulator.WorldChange change)
        {
            if (Read(reader, channel, word).Count >= atLeast)
            {
                seen.TrySetResult();
            }
        }
    }

    /// <summary>Grace, the admin, has what mentors do logged in a channel.</summary>
    public async Task ChooseLogAsync(string channel)
    {
        var grace = As("grace");
        await grace.RunAsync("nexus setup");
        await WaitForAsync(grace, "general", "Everything is in place");
        await grace.PressAsync("Channels…");
        await grace.SelectAsync("setup.channel.v1:Log", channel);
    }

    /// <summary>Until a person sees a channel or thread of that name.</summary>
    public async Task WaitForChannelAsync(Person who, string name)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.World.Changed += Look;
        Look(default);
        await seen.Task.WaitAsync(Patience);
        _host.World.Changed -= Look;

        void Look(Sandbox.Emulator.WorldChange change)
        {
            if (who.Channels().Any(channel => channel.Name == name))
            {
                seen.TrySetResult();
            }
        }
    }

    /// <summary>Which of these roles the server has.</summary>
    public IReadOnlyList<string> RolesNamed(params IReadOnlyList<string> names)
    {
        lock (_host.World.Gate)
        {
            return [.. _host.World.Guild.Roles.Values.Select(role => role.Name).Where(names.Contains).Order()];
        }
    }

    /// <summary>The texts of a channel that contain a word, now.</summary>
    public static IReadOnlyList<string> Read(Person reader, string channel, string word) =>
    [
        .. reader.StoredMessages(channel).Select(MessageText.Of).Where(text => text.Contains(word, StringComparison.Ordinal)),
    ];

    /// <summary>Rows in the bot's database as if they had come there before, on the demo server.</summary>
    public async Task KeepAsync(Func<Snowflake, IEnumerable<object>> rows)
    {
        await using var db = _host.Bot!.Services.GetRequiredService<INexusDbFactory>().Create();
        db.AddRange(rows(new Snowflake(_host.World.Guild.Id)));
        await db.SaveChangesAsync();
    }

    /// <summary>A file of a message, as somebody downloads it.</summary>
    public Task<byte[]> DownloadAsync(string url) => _outside.GetByteArrayAsync(new Uri(url));

    public ValueTask DisposeAsync()
    {
        _outside.Dispose();
        return _host.DisposeAsync();
    }
}
