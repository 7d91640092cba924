using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Announcements;

public sealed class AfterPostingTests
{
    private static readonly Snowflake s_log = new(60);

    [Fact]
    public async Task A_thread_is_opened_under_the_post_with_its_title_and_the_post_is_published()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var threads = new List<string>();
        var published = 0;
        Threads(world, (_, create) =>
        {
            threads.Add(create.Name);
            return new Channel { Id = new Snowflake(4711) };
        });
        Publishes(world, () => published++);
        await PostAsync(world);
        await FinishAsync(world);
        await FinishAfterAsync(world);
        await FinishAsync(world);

        Assert.Equal(["Demo day"], threads);
        Assert.Equal(1, published);
        var lines = await LinesAsync(world);
        Assert.Equal(["💬 Discussion: <#4711>", "📣 Published to the servers that follow the channel, <t:1795424460:R>"], lines);
        Assert.Equal("✅", (await world.ListAsync()).Split('\n').First(line => line.Contains("Demo day", StringComparison.Ordinal))[..1]);
    }

    [Fact]
    public async Task What_an_earlier_try_has_done_already_is_fine()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Threads(world, (_, _) => throw Refused(400, DiscordErrorCode.ThreadAlreadyCreated));
        Publishes(world, () => throw Refused(400, DiscordErrorCode.MessageAlreadyCrossposted));
        await PostAsync(world);

        await FinishAsync(world);

        await using var db = world.Slice.Db();
        var post = await db.In<AnnouncementPost>(Interactions.Guild).SingleAsync();
        var delivery = await db.In<Delivery>(Interactions.Guild).SingleAsync(it => it.Kind == Announcement.DeliveryKind);
        Assert.Equal(delivery.MessageId, post.ThreadId);
        Assert.NotNull(post.CrosspostedAt);
        Assert.Null(delivery.FinishAt);
    }

    [Fact]
    public async Task A_passing_trouble_is_tried_again_and_a_refusal_is_told_once_while_the_rest_goes_on()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = s_log);
        var troubles = new Queue<DiscordApiException>([Refused(503, 0), Refused(403, DiscordErrorCode.MissingPermissions)]);
        Threads(world, (_, _) => throw troubles.Dequeue());
        var published = 0;
        Publishes(world, () => published++);
        await PostAsync(world);

        await FinishAsync(world);
        Assert.Empty(Log(world));
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(10));
        await FinishAsync(world);
        await FinishAsync(world);

        Assert.Equal(1, published);
        Assert.Contains("**Demo day** (https://discord.com/channels/1/40/", Assert.Single(Log(world)), StringComparison.Ordinal);
        Assert.EndsWith("was posted, but without its discussion thread: I may not open one. Give Nexus **Create Public Threads** in <#40>, for the next post.", Log(world)[0], StringComparison.Ordinal);
        Assert.Contains("⚠️ It has no discussion thread: I may not open one.", string.Join('\n', await LinesAsync(world)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_event_is_made_once_changed_with_the_announcement_and_deleted_when_it_is_cancelled()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var events = new EventsOnDiscord(world.Slice);
        await ScheduleWithEventAsync(world);

        await SyncAsync(world);
        await SyncAsync(world);
        Assert.Equal(["made Demo day at 2026-11-24 16:00 for 90 min in Voice lounge"], events.Log);
        Assert.Equal(["🗓️ Scheduled event: https://discord.com/events/1/7001"], await LinesAsync(world));

        await ChangeAsync(world, announcement => announcement.Event!.Place = "Main hall");
        await SyncAsync(world);
        await SyncAsync(world);
        Assert.Equal("changed Demo day at 2026-11-24 16:00 for 90 min in Main hall", events.Log[^1]);
        Assert.Equal(2, events.Log.Count);

        await CancelAsync(world);
        await SyncAsync(world);
        await SyncAsync(world);
        Assert.Equal("deleted 7001", events.Log[^1]);
        Assert.Equal(3, events.Log.Count);
        Assert.Empty(await LinesAsync(world));
    }

    [Fact]
    public async Task A_draft_has_no_event_and_an_event_that_is_taken_out_again_is_deleted()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var events = new EventsOnDiscord(world.Slice);
        await world.WriteAsync("in 1 hour");
        await ChangeAsync(world, announcement => announcement.Event = Tomorrow(world));
        await SyncAsync(world);
        Assert.Empty(events.Log);

        await ScheduleWithEventAsync(world, "Retro");
        await SyncAsync(world);
        await ChangeAsync(world, announcement => announcement.Event = null);
        await SyncAsync(world);

        Assert.Equal(["made Retro at 2026-11-24 16:00 for 90 min in Voice lounge", "deleted 7001"], events.Log);
    }

    [Fact]
    public async Task A_crash_after_an_event_was_made_does_not_make_two()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var events = new EventsOnDiscord(world.Slice) { LosesNextAnswer = true };
        await ScheduleWithEventAsync(world);

        await SyncAsync(world);
        await SyncAsync(world);

        Assert.Equal(["made Demo day at 2026-11-24 16:00 for 90 min in Voice lounge", "changed Demo day at 2026-11-24 16:00 for 90 min in Voice lounge"], events.Log);
        Assert.Equal(["🗓️ Scheduled event: https://discord.com/events/1/7001"], await LinesAsync(world));
    }

    [Fact]
    public async Task A_refused_event_is_told_once_and_tried_again_when_the_permission_is_there()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = s_log);
        var events = new EventsOnDiscord(world.Slice) { IsForbidden = true };
        await ScheduleWithEventAsync(world);

        await SyncAsync(world);
        Assert.Contains((typeof(SyncEventsJob), world.Slice.Clock.GetUtcNow() + TimeSpan.FromMinutes(10)), world.Slice.Schedule.WakeUps);
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(11));
        await SyncAsync(world);
        Assert.Equal(
            "⚠️ The scheduled event of **Demo day** could not be brought up to date: I may not. Give Nexus **Create Events**; I try again every few minutes. The announcement itself is not affected.",
            Assert.Single(Log(world)));
        Assert.StartsWith("⚠️ Its scheduled event is missing: I may not.", Assert.Single(await LinesAsync(world)), StringComparison.Ordinal);

        events.IsForbidden = false;
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(11));
        await SyncAsync(world);
        Assert.Single(events.Log);
        Assert.StartsWith("🗓️ Scheduled event:", Assert.Single(await LinesAsync(world)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_approval_keeps_its_event_and_a_cancelled_one_loses_it_though_it_was_posted_before()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var events = new EventsOnDiscord(world.Slice);
        await ScheduleWithEventAsync(world);
        await SyncAsync(world);

        await ChangeAsync(world, announcement => (announcement.SubmittedAt, announcement.Event!.Place) = (world.Slice.Clock.GetUtcNow(), "Main hall"));
        await CancelAsync(world);
        await SyncAsync(world);
        Assert.Single(events.Log);

        await ChangeAsync(world, announcement => announcement.ApprovedBy = new Snowflake(202));
        await using (var db = world.Slice.Db())
        {
            await db.In<Delivery>(Interactions.Guild).ExecuteUpdateAsync(set => set.SetProperty(it => it.State, DeliveryState.Sent));
        }

        await SyncAsync(world);
        Assert.Equal("changed Demo day at 2026-11-24 16:00 for 90 min in Main hall", events.Log[^1]);
        await ChangeAsync(world, announcement => announcement.CancelledAt = world.Slice.Clock.GetUtcNow());
        await SyncAsync(world);
        Assert.Equal("deleted 7001", events.Log[^1]);
    }

    private static async Task PostAsync(AnnouncementWorld world)
    {
        await world.ScheduleAsync("in 1 minute");
        await ChangeAsync(world, announcement => (announcement.OpensThread, announcement.IsCrossposted) = (true, true));
        await FinishAfterAsync(world);
        await world.PassAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Its finisher is to be called, as if that had never been recorded.</summary>
    private static async Task FinishAfterAsync(AnnouncementWorld world)
    {
        await using var db = world.Slice.Db();
        await db.In<Delivery>(Interactions.Guild).ExecuteUpdateAsync(set => set.SetProperty(it => it.FinishAt, it => it.DueAt));
    }

    private static async Task ScheduleWithEventAsync(AnnouncementWorld world, string title = "Demo day")
    {
        await world.ScheduleAsync("in 1 hour", title);
        await ChangeAsync(world, announcement => announcement.Event = Tomorrow(world), title);
    }

    private static AnnouncedEvent Tomorrow(AnnouncementWorld world) =>
        new() { StartsAt = new DateTimeOffset(world.Slice.Clock.GetUtcNow().Date.AddDays(1).AddHours(16), TimeSpan.Zero), Minutes = 90, Place = "Voice lounge" };

    private static async Task ChangeAsync(AnnouncementWorld world, Action<Announcement> change, string? title = null)
    {
        await using var db = world.Slice.Db();
        var announcement = await db.In<Announcement>(Interactions.Guild).Where(it => title == null || it.Title == title).OrderBy(it => it.Id).LastAsync();
        change(announcement);
        await db.SaveChangesAsync();
    }

    private static async Task CancelAsync(AnnouncementWorld world)
    {
        await using var db = world.Slice.Db();
        await db.In<Delivery>(Interactions.Guild).ExecuteUpdateAsync(set => set.SetProperty(it => it.State, DeliveryState.Cancelled));
    }

    private static Task FinishAsync(AnnouncementWorld world) => world.Slice.RunJobAsync<FinishDeliveriesJob>();

    private static Task SyncAsync(AnnouncementWorld world) => world.Slice.RunJobAsync<SyncEventsJob>();

    /// <summary>What the card of the last announcement says about it.</summary>
    private static async Task<IReadOnlyList<string>> LinesAsync(AnnouncementWorld world)
    {
        await using var db = world.Slice.Db();
        var announcement = await db.In<Announcement>(Interactions.Guild).OrderBy(it => it.Id).LastAsync();
        var delivery = await db.In<Delivery>(Interactions.Guild).SingleOrDefaultAsync(it => it.Kind == Announcement.DeliveryKind && it.SubjectId == announcement.Id);
        return
        [
            .. PostViews.Lines(
                announcement, delivery,
                await db.In<AnnouncementPost>(Interactions.Guild).SingleOrDefaultAsync(it => it.AnnouncementId == announcement.Id),
                await db.In<AnnouncementEvent>(Interactions.Guild).SingleOrDefaultAsync(it => it.AnnouncementId == announcement.Id)),
        ];
    }

    private static IReadOnlyList<string> Log(AnnouncementWorld world) => [.. world.Channel.Sent.Select(sent => sent.Content).OfType<string>()];

    private static void Threads(AnnouncementWorld world, Func<Snowflake, ThreadCreate, Channel> open) => world.Slice.Discord
        .Setup(discord => discord.StartThreadFromMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<ThreadCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
        .Returns((Snowflake _, Snowflake message, ThreadCreate create, RequestOptions? _, CancellationToken _) => Task.FromResult(open(message, create)));

    private static void Publishes(AnnouncementWorld world, Action publish) => world.Slice.Discord
        .Setup(discord => discord.CrosspostMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
        .Returns(() =>
        {
            publish();
            return Task.FromResult(new Message());
        });

    private static DiscordApiException Refused(int status, int code) => new("POST", status, code, "no");

    /// <summary>The server's scheduled events.</summary>
    private sealed class EventsOnDiscord
    {
        private readonly Dictionary<Snowflake, ScheduledEvent> _events = [];

        public EventsOnDiscord(SliceWorld world)
        {
            world.Discord.Setup(discord => discord.GetCurrentApplicationAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new Application { Id = new Snowflake(77) });
            world.Discord
                .Setup(discord => discord.GetScheduledEventsAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
                .Returns(() => Task.FromResult<IReadOnlyList<ScheduledEvent>>([.. _events.Values]));
            world.Discord
                .Setup(discord => discord.CreateScheduledEventAsync(It.IsAny<Snowflake>(), It.IsAny<ScheduledEventEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
                .Returns((Snowflake _, ScheduledEventEdit wanted, RequestOptions? _, CancellationToken _) => Task.FromResult(Create(wanted)));
            world.Discord
                .Setup(discord => discord.EditScheduledEventAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<ScheduledEventEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
                .Returns((Snowflake _, Snowflake id, ScheduledEventEdit wanted, RequestOptions? _, CancellationToken _) =>
                {
                    if (!_events.ContainsKey(id))
                    {
                        throw Refused(404, 10070);
                    }

                    Log.Add($"changed {Words(wanted)}");
                    return Task.FromResult(_events[id] = Of(id, wanted));
                });
            world.Discord
                .Setup(discord => discord.DeleteScheduledEventAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
                .Returns((Snowflake _, Snowflake id, RequestOptions? _, CancellationToken _) =>
                {
                    Log.Add($"deleted {id}");
                    return _events.Remove(id) ? Task.CompletedTask : throw Refused(404, 10070);
                });
        }

        public List<string> Log { get; } = [];

        public bool IsForbidden { get; set; }

        /// <summary>The event is made, but the bot does not hear of it.</summary>
        public bool LosesNextAnswer { get; set; }

        private ScheduledEvent Create(ScheduledEventEdit wanted)
        {
            if (IsForbidden)
            {
                throw Refused(403, DiscordErrorCode.MissingPermissions);
            }

            var id = new Snowflake((ulong)(7001 + _events.Count));
            _events[id] = Of(id, wanted);
            Log.Add($"made {Words(wanted)}");
            if (LosesNextAnswer)
            {
                LosesNextAnswer = false;
                throw Refused(0, 0);
            }

            return _events[id];
        }

        private static ScheduledEvent Of(Snowflake id, ScheduledEventEdit wanted) => new()
        {
            Id = id,
            CreatorId = new Snowflake(77),
            Name = wanted.Name!,
            ScheduledStartTime = wanted.ScheduledStartTime!.Value,
            Status = ScheduledEventStatus.Scheduled,
        };

        private static string Words(ScheduledEventEdit wanted) => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{wanted.Name} at {wanted.ScheduledStartTime:yyyy-MM-dd HH:mm} for {(wanted.ScheduledEndTime - wanted.ScheduledStartTime)!.Value.TotalMinutes} min in {wanted.EntityMetadata!.Location}");
    }
}
