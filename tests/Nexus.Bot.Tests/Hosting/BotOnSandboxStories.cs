using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nexus.Bot.Hosting;
using Nexus.Bot.Jobs;
using Nexus.Sandbox;
using Nexus.Sandbox.Emulator;

namespace Nexus.Bot.Tests.Hosting;

/// <summary>The whole bot, built as Program.cs builds it, on a loopback Discord.</summary>
public sealed class BotOnSandboxStories
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Grace_sets_the_server_up_and_learns_that_everything_is_in_place()
    {
        await using var sandbox = await StartAsync();
        var grace = sandbox.As("grace");
        var first = await grace.RunAsync("nexus setup");
        Assert.True(first.Ephemeral);
        var card = await ReadAsync(sandbox, () => Sandbox.Control.MessageText.Of(first.StoredMessage!), "### Nexus on this server");

        Assert.Contains("✅ **Mentors**:", card, StringComparison.Ordinal);
        Assert.Contains("✅ **Announcements**:", card, StringComparison.Ordinal);
        var channels = await grace.PressAsync("Channels…");
        Assert.Contains("Each choice is saved at once", channels.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ada_is_refused_what_is_for_admins_and_sees_her_own_commands_in_help()
    {
        await using var sandbox = await StartAsync();
        var ada = sandbox.As("ada");
        var refused = await ada.RunAsync("nexus setup");
        Assert.True(refused.Ephemeral);
        Assert.Contains("This is for admins", refused.Text, StringComparison.Ordinal);

        var help = await ada.RunAsync("help");
        Assert.Contains("`/topic lookup`", help.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/nexus", help.Text, StringComparison.Ordinal);
        Assert.Contains("/announce schedule", (await sandbox.As("mira").RunAsync("help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_takes_the_session_up_again_instead_of_spending_an_identify()
    {
        await using var sandbox = await StartAsync();
        await sandbox.StopBotAsync();
        await sandbox.StartBotAsync();
        Assert.Contains("What you can do here", (await sandbox.As("ada").RunAsync("help")).Text, StringComparison.Ordinal);

        Assert.Equal((1, 1), (sandbox.Metrics[Counter.Identifies], sandbox.Metrics[Counter.Resumes]));
    }

    [Fact]
    public async Task Commands_that_Discord_would_not_take_at_first_are_published_a_little_later()
    {
        await using var sandbox = await StartAsync();
        await sandbox.StopBotAsync();
        lock (sandbox.World.Gate)
        {
            sandbox.World.Commands.Clear();
        }

        // As many failures as one publishing has tries.
        sandbox.Faults.Add(new RestFault(500, RateLimitScope.User, "/applications/{id}/commands", count: 3, TimeSpan.Zero));
        await sandbox.StartBotAsync();

        Assert.Contains("What you can do here", (await sandbox.As("ada").RunAsync("help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_page_says_live_and_ready()
    {
        await using var sandbox = await StartAsync();
        var address = sandbox.Bot!.Services.GetRequiredService<HealthPage>().Address!;
        using var client = new HttpClient();
        Assert.Equal("live", await client.GetStringAsync(new Uri(address.LocalReady, "/healthz/live")));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address.LocalReady, "/"))).StatusCode);
        await sandbox.Bot.Services.GetRequiredService<JobSchedule>().Started;
        var ready = await (await client.GetAsync(address.LocalReady)).Content.ReadAsStringAsync();

        Assert.Equal("""{"status":"ready","checks":{"gateway":"connected","database":"reachable","scheduler":"running"}}""", ready);
        using var output = new StringWriter();
        var probe = new ConfigurationBuilder().AddInMemoryCollection([new("Health:Urls", address.Prefix)]).Build();
        Assert.Equal(0, await HealthProbe.AskAsync(probe, output));
        await sandbox.StopBotAsync();
        Assert.Equal(1, await HealthProbe.AskAsync(probe, output));
    }

    [Fact]
    public async Task A_wrong_token_stops_the_bot_with_what_to_change_and_without_the_token()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Page = false });
        using var bot = NexusBot.Build([], builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = "not-the-right-token",
            ["Discord:ApiBase"] = sandbox.ApiBase.ToString(),
            ["Database:ConnectionString"] = $"Data Source={sandbox.DatabasePath}.wrong",
            ["Health:Urls"] = "",
        }));
        var exit = bot.Services.GetRequiredService<ExitStatus>();
        await bot.RunAsync().WaitAsync(s_patience);

        Assert.Equal(1, exit.Code);
        Assert.Contains("token", exit.Failure, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("not-the-right-token", exit.Failure, StringComparison.Ordinal);
        File.Delete(sandbox.DatabasePath + ".wrong");
    }

    [Fact]
    public async Task Two_bots_live_in_one_process_without_noticing_each_other()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        await one.As("ada").RunAsync("help");
        await other.As("bo").RunAsync("help");

        Assert.Equal((1, 1), (one.Metrics[Counter.Interactions], other.Metrics[Counter.Interactions]));
    }

    [Fact]
    public async Task Interactions_are_counted_by_command_and_outcome()
    {
        List<string> counted = [];
        using var listener = new MeterListener { InstrumentPublished = (instrument, it) => { if (instrument.Name == "nexus.interactions") { it.EnableMeasurementEvents(instrument); } } };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (counted)
            {
                counted.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value)));
            }
        });
        listener.Start();
        await using var sandbox = await StartAsync();
        await sandbox.As("ada").RunAsync("help");
        await sandbox.As("ada").RunAsync("nexus setup");
        await sandbox.StopBotAsync();

        Assert.Contains("/help answered", counted);
        Assert.Contains("/nexus setup refused", counted);
    }

    private static Task<SandboxHost> StartAsync() => SandboxHost.StartAsync(
        new SandboxOptions { Page = false },
        connection => NexusBot.Build([], builder => builder.Configuration.AddInMemoryCollection(connection.Settings), connection.Clock));

    /// <summary>What is read once it contains a text.</summary>
    private static async Task<string> ReadAsync(SandboxHost sandbox, Func<string> read, string expected)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sandbox.World.Changed += Look;
        Look(default);
        await seen.Task.WaitAsync(s_patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        sandbox.World.Changed -= Look;
        var text = read();
        Assert.Contains(expected, text, StringComparison.Ordinal);
        return text;

        void Look(WorldChange change)
        {
            if (read().Contains(expected, StringComparison.Ordinal))
            {
                seen.TrySetResult();
            }
        }
    }
}
