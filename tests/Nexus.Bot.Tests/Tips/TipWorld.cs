using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Tips;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Tips;

/// <summary>A server whose mentors like tips, and the clock. It is Monday 23 November 2026, 09:00 UTC.</summary>
internal sealed class TipWorld : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(3);

    public static Snowflake General { get; } = new(40);

    public static Snowflake Log { get; } = new(41);

    private TipWorld()
    {
        Slice = new SliceWorld(slice =>
        {
            DeliveriesSlice.Declare(slice);
            HubSlice.Declare(slice);
            TipsSlice.Declare(slice);
        });
        Channel = new ChannelOnDiscord(Slice);
    }

    public SliceWorld Slice { get; }

    public ChannelOnDiscord Channel { get; }

    public static async Task<TipWorld> StartAsync(string zone = "UTC")
    {
        var world = new TipWorld();
        await world.Slice.ConfigureAsync(configuration => (configuration.TimeZone, configuration.LogChannelId) = (zone, Log));
        return world;
    }

    public Task<Reply> ScheduleAsync(string at, string? days = null)
    {
        var options = new Dictionary<string, object?> { ["channel"] = General, ["at"] = at };
        if (days is not null)
        {
            options["days"] = days;
        }

        return Slice.RunAsync(TestPerson.Mentor, "tip schedule", options);
    }

    /// <summary>Time passes; both jobs run as they would be woken.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Slice.Clock.Advance(time);
        await RunJobsAsync();
    }

    /// <summary>Until this moment, with the jobs running now and then, as sweeps do.</summary>
    public async Task PassUntilAsync(DateTimeOffset moment)
    {
        while (Slice.Clock.GetUtcNow() < moment)
        {
            var rest = moment - Slice.Clock.GetUtcNow();
            await PassAsync(rest < Step ? rest : Step);
        }
    }

    public async Task RunJobsAsync()
    {
        await Slice.RunJobAsync<SendDueDeliveriesJob>();
        await Slice.RunJobAsync<PlanTipsJob>();
    }

    /// <summary>The headlines of what was posted.</summary>
    public IReadOnlyList<string> Posted => [.. Channel.Sent.Where(message => message.Components is not null).Select(message => ReplyText.Of(message.Components![0]).Split('\n')[0])];

    public IReadOnlyList<string> Notes => [.. Channel.Sent.Where(message => message.Components is null).Select(message => message.Content!)];

    public ValueTask DisposeAsync() => Slice.DisposeAsync();
}
