using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Announcements;

/// <summary>A server with an announcement channel, its mentor, and the clock. It is Monday 23 November 2026, 09:00 UTC.</summary>
internal sealed class AnnouncementWorld : IAsyncDisposable
{
    public static Snowflake Board { get; } = new(40);

    private AnnouncementWorld(DateTimeOffset? at)
    {
        Slice = new SliceWorld(slice =>
        {
            DeliveriesSlice.Declare(slice);
            PeopleSlice.Declare(slice);
            AnnouncementsSlice.Declare(slice);
        }, at: at);
        Channel = new ChannelOnDiscord(Slice);
        Server = new ServerOnDiscord(Slice);
    }

    public SliceWorld Slice { get; }

    public ChannelOnDiscord Channel { get; }

    public ServerOnDiscord Server { get; }

    public static async Task<AnnouncementWorld> StartAsync(string zone = "UTC", bool configured = true, DateTimeOffset? at = null)
    {
        var world = new AnnouncementWorld(at);
        await world.Slice.ConfigureAsync(configuration =>
        {
            configuration.TimeZone = zone;
            configuration.AnnouncementChannelId = configured ? Board : null;
        });
        return world;
    }

    public Task<Reply> RunAsync(string command, object? options = null) => Slice.RunAsync(TestPerson.Mentor, command, options);

    public Task<Reply> PressAsync(Reply on, string label) => Slice.PressAsync(TestPerson.Mentor, on, label);

    public Task<Reply> SubmitAsync(Reply form, object values) => Slice.SubmitAsync(TestPerson.Mentor, form, values);

    /// <summary>The mentor writes an announcement and gets its preview.</summary>
    public async Task<Reply> WriteAsync(string when, string title = "Demo day", string text = "Bring your API.") =>
        await SubmitAsync(await RunAsync("announce schedule", new { when }), new { title, text });

    /// <summary>The mentor writes an announcement and confirms it.</summary>
    public async Task<Reply> ScheduleAsync(string when, string title = "Demo day", string text = "Bring your API.") =>
        await PressAsync(await WriteAsync(when, title, text), "Confirm");

    /// <summary>The mentor writes an announcement that has no time yet, and gets its preview.</summary>
    public async Task<Reply> DraftAsync(string title = "Demo day", string text = "Bring your API.") =>
        await SubmitAsync(await RunAsync("announce draft"), new { title, text });

    /// <summary>The mentor posts one right away, and the job has sent it.</summary>
    public async Task<Reply> PostAsync(string title = "Demo day", string text = "Bring your API.")
    {
        var posted = await PressAsync(await DraftAsync(title, text), "Post now");
        await SendDueAsync();
        return posted;
    }

    /// <summary>What stands in a select of the answer is changed to this.</summary>
    public Task<Reply> ChooseAsync<T>(Reply on, params string[] values) where T : Select
    {
        var select = ReplyText.AllOf(on.Components).OfType<T>().Single();
        return Slice.HandleAsync(Interactions.Select(TestPerson.Mentor, select.CustomId, select.Type, values));
    }

    /// <summary>What the answer becomes once its work is done; the answer itself when it sets off none.</summary>
    public async Task<Reply> SettleAsync(Reply reply, Interaction? set = null) =>
        reply.FollowUp is null ? reply : await Slice.FollowUpAsync(TestPerson.Mentor, reply, set) ?? reply;

    public async Task<Reply> ShowAsync(string which) => await RunAsync("announce show", new { which });

    /// <summary>Time passes, and the job runs as it would be woken.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Slice.Clock.Advance(time);
        await SendDueAsync();
    }

    public Task SendDueAsync() => Slice.RunJobAsync<SendDueDeliveriesJob>();

    public async Task<string> ListAsync() => ReplyText.Of(await RunAsync("announce list"));

    public ValueTask DisposeAsync() => Slice.DisposeAsync();
}
