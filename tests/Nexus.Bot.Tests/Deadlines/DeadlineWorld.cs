using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Deadlines;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Deadlines;

/// <summary>A server with a backend track, its members, and the clock. It is Monday 23 November 2026, 09:00 UTC; the server is on UTC.</summary>
internal sealed class DeadlineWorld : IAsyncDisposable
{
    public const ulong BackendRole = 70;

    public static Snowflake Board { get; } = new(40);

    public static Snowflake Lobby { get; } = new(41);

    public static Snowflake Card { get; } = new(4_000);

    public static TestPerson Ada { get; } = TestPerson.Ada with { Roles = [BackendRole] };

    public static TestPerson Bo { get; } = TestPerson.Bo;

    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(6);

    private DeadlineWorld()
    {
        Slice = new SliceWorld(slice =>
        {
            DeliveriesSlice.Declare(slice);
            PeopleSlice.Declare(slice);
            DeadlinesSlice.Declare(slice);
        });
        Channel = new ChannelOnDiscord(Slice);
        Slice.Discord
            .Setup(discord => discord.GetMembersAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake? after, int limit, RequestOptions? _, CancellationToken _) => MembersFail is { } failure ? throw failure : HasMembersIntent
                ? Task.FromResult<IReadOnlyList<Member>>([.. Members.Values.Where(member => member.User!.Id > (after ?? default)).OrderBy(member => member.User!.Id).Take(limit)])
                : throw new DiscordApiException("GET /guilds/{guild}/members", 403, DiscordErrorCode.MissingAccess, "no"));
        Slice.Discord.Setup(discord => discord.GetOriginalResponseAsync(It.IsAny<Interaction>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Message { Id = Card, ChannelId = Interactions.Channel });
        Slice.Discord
            .Setup(discord => discord.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake message, MessageEdit edit, RequestOptions? _, CancellationToken _) => Edit(message, edit));
    }

    public SliceWorld Slice { get; }

    public ChannelOnDiscord Channel { get; }

    public Dictionary<Snowflake, Member> Members { get; } = [];

    public bool HasMembersIntent { get; set; } = true;

    /// <summary>What became of the card, one text an edit.</summary>
    public List<string> Edits { get; } = [];

    public DiscordApiException? EditFails { get; set; }

    public DiscordApiException? MembersFail { get; set; }

    public DateTimeOffset Now => Slice.Clock.GetUtcNow();

    public static async Task<DeadlineWorld> StartAsync()
    {
        var world = new DeadlineWorld();
        await world.Slice.ConfigureAsync(configuration => (configuration.TimeZone, configuration.BackendRoleId, configuration.AnnouncementChannelId, configuration.ReminderChannelId)
            = ("UTC", new Snowflake(BackendRole), Board, Lobby));
        world.Join(Ada);
        world.Join(Bo);
        return world;
    }

    public void Join(TestPerson who) => Members[who.Id] = new Member
    {
        User = new User { Id = who.Id, Username = who.Name },
        Roles = [.. who.Roles.Select(role => new Snowflake(role))],
    };

    public void Leave(TestPerson who) => Members.Remove(who.Id);

    /// <summary>Somebody's clock is elsewhere.</summary>
    public async Task ChooseZoneAsync(TestPerson who, string zone)
    {
        await using var db = Slice.Db();
        await Slice.Services.GetRequiredService<PersonZones>().ChooseAsync(db, who.Id, zone, CancellationToken.None);
    }

    /// <summary>A mentor adds one; the work behind the answer is done as well.</summary>
    public async Task<Reply> AddAsync(string when, string name = "Capstone", string? audience = "backend")
    {
        var options = new Dictionary<string, object?> { ["name"] = name, ["when"] = when };
        if (audience is not null)
        {
            options["for"] = audience;
        }

        var added = await Slice.RunAsync(TestPerson.Mentor, "deadline add", options);
        if (added.FollowUp is not null)
        {
            await Slice.FollowUpAsync(TestPerson.Mentor, added);
        }

        return added;
    }

    public Task<Reply> AsMentorAsync(string command, object options) => Slice.RunAsync(TestPerson.Mentor, "deadline " + command, options);

    public async Task<Deadline> DeadlineAsync(string name = "Capstone")
    {
        await using var db = Slice.Db();
        return await db.In<Deadline>(Interactions.Guild).AsNoTracking().SingleAsync(it => it.Name == name);
    }

    public async Task<string> IdAsync(string name = "Capstone") => DeadlineReference.To(await DeadlineAsync(name));

    /// <summary>What a person got by direct message.</summary>
    public IReadOnlyList<string> DmsOf(TestPerson who) => Channel.TextsIn(ChannelOnDiscord.DmOf(who.Id));

    /// <summary>Time passes; jobs run whenever they asked to be woken.</summary>
    public async Task PassUntilAsync(DateTimeOffset moment)
    {
        await RunJobsAsync();
        while (Now < moment)
        {
            var next = Slice.Schedule.WakeUps.Select(wake => wake.At).Where(at => at > Now).Append(Now + LongestStep).Append(moment).Min();
            Slice.Clock.Advance(next - Now);
            await RunJobsAsync();
        }
    }

    public Task PassAsync(TimeSpan time) => PassUntilAsync(Now + time);

    /// <summary>The program is not running meanwhile.</summary>
    public void Sleep(TimeSpan time) => Slice.Clock.Advance(time);

    public async Task RunJobsAsync()
    {
        await Slice.RunJobAsync<PlanDeadlinesJob>();
        await Slice.RunJobAsync<SendDueDeliveriesJob>();
        await Slice.RunJobAsync<RefreshDeadlineCardsJob>();
    }

    /// <summary>Every reminder and what became of it, such as <c>101 OneDay Sent</c>.</summary>
    public async Task<IReadOnlyList<string>> RemindersAsync()
    {
        await using var db = Slice.Db();
        var rows = await db.In<DeadlineReminder>(Interactions.Guild)
            .Join(db.In<Delivery>(Interactions.Guild), reminder => reminder.Id, row => row.SubjectId, (reminder, row) => new { reminder.Id, reminder.UserId, reminder.Rung, row.State })
            .OrderBy(it => it.Id)
            .ToListAsync();
        return [.. rows.Select(it => string.Create(CultureInfo.InvariantCulture, $"{it.UserId} {it.Rung} {it.State}"))];
    }

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    private Task<Message> Edit(Snowflake message, MessageEdit edit)
    {
        if (EditFails is { } failure)
        {
            throw failure;
        }

        Edits.Add(string.Join('\n', edit.Components.Value!.Select(ReplyText.Of)));
        return Task.FromResult(new Message { Id = message, ChannelId = Interactions.Channel });
    }
}
