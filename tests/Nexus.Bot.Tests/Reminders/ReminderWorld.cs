using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Reminders;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Reminders;

/// <summary>A server in London, people who want to be reminded, and the clock. It is Monday 23 November 2026, 09:00 UTC.</summary>
internal sealed class ReminderWorld : IAsyncDisposable
{
    public static Snowflake Hall => Interactions.Channel;

    /// <summary>Where people are mentioned whose DMs are closed.</summary>
    public static Snowflake Meeting { get; } = new(60);

    public static Role Backend { get; } = new() { Id = new Snowflake(900), Name = "backend", Mentionable = true };

    private ReminderWorld(int most)
    {
        Slice = new SliceWorld(
            slice =>
            {
                DeliveriesSlice.Declare(slice);
                PeopleSlice.Declare(slice);
                RemindersSlice.Declare(slice);
            },
            services => services.AddSingleton(new ReminderOptions { MostPerPerson = most }).AddSingleton<IReminderSubject>(_ => Exams));
        Channel = new ChannelOnDiscord(Slice);
        Slice.Discord.Setup(discord => discord.GetCurrentApplicationAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new Application { Id = new Snowflake(77) });
        Slice.Discord.Setup(discord => discord.GetGuildAsync(It.IsAny<Snowflake>(), It.IsAny<bool>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new Guild { Id = Interactions.Guild, Roles = Roles });
        Slice.Discord.Setup(discord => discord.GetMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake _, Snowflake person, RequestOptions? _, CancellationToken _) => HaveLeft.Contains(person)
                ? throw new DiscordApiException("GET /guilds/{guild}/members/{user}", 404, DiscordErrorCode.UnknownMember, "Unknown Member")
                : new Member { User = new User { Id = person } });
        Slice.Discord.Setup(discord => discord.GetChannelAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake channel, RequestOptions? _, CancellationToken _) => new Channel { Id = channel });
    }

    public SliceWorld Slice { get; }

    public ChannelOnDiscord Channel { get; }

    /// <summary>Who is not on the server.</summary>
    public List<Snowflake> HaveLeft { get; } = [];

    public ExamSubjects Exams { get; } = new();

    public IReadOnlyList<Role> Roles { get; set; } = [Backend];

    public static async Task<ReminderWorld> StartAsync(string zone = "Europe/London", string? own = "Europe/London", int most = 100)
    {
        var world = new ReminderWorld(most);
        await world.Slice.ConfigureAsync(configuration =>
        {
            configuration.TimeZone = zone;
            configuration.ReminderChannelId = Meeting;
        });
        if (own is not null)
        {
            await using var db = world.Slice.Db();
            await world.Slice.Services.GetRequiredService<PersonZones>().ChooseAsync(db, TestPerson.Ada.Id, own, CancellationToken.None);
        }

        return world;
    }

    /// <summary>Ada asks.</summary>
    public Task<Reply> RemindAsync(string when, string what = "Push the migrations", object? also = null, bool inDm = false)
    {
        var options = new Dictionary<string, object?> { ["when"] = when, ["what"] = what };
        foreach (var property in also?.GetType().GetProperties() ?? [])
        {
            options[property.Name.TrimStart('_')] = property.GetValue(also);
        }

        return Slice.RunAsync(TestPerson.Ada, "remind me", options, inDm);
    }

    public Task<Reply> PressAsync(Reply on, string label, TestPerson? who = null) => Slice.PressAsync(who ?? TestPerson.Ada, on, label);

    /// <summary>Presses a button of the last message that came.</summary>
    public Task<Reply> PressArrivedAsync(string label, TestPerson? who = null)
    {
        var card = Channel.Sent.Last().Components!;
        var button = ReplyText.AllOf(card).OfType<Button>().Single(button => button.Label == label);
        return Slice.PressAsync(who ?? TestPerson.Ada, button.CustomId!);
    }

    public Task<Reply> SubmitAsync(Reply form, object values) => Slice.SubmitAsync(TestPerson.Ada, form, values);

    public async Task PassAsync(TimeSpan time)
    {
        Slice.Clock.Advance(time);
        await Slice.RunJobAsync<SendDueDeliveriesJob>();
    }

    public async Task<string> ListAsync(string show = "coming") => ReplyText.Of(await Slice.RunAsync(TestPerson.Ada, "remind list", new { show }));

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    /// <summary>Exam number 7, open until it is closed.</summary>
    internal sealed class ExamSubjects : IReminderSubject
    {
        public bool IsClosed { get; set; }

        /// <summary>Who has passed it.</summary>
        public List<Snowflake> DoneBy { get; } = [];

        public string Kind => "exam";

        public Task<IReadOnlyList<ReminderSubject>> OpenAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<ReminderSubject>>(IsClosed ? [] : [Exam]);

        public Task<ReminderSubject?> FindAsync(NexusDb db, Snowflake guild, long id, Snowflake? person, CancellationToken ct) =>
            Task.FromResult(id != 7 ? null : person is { } one && DoneBy.Contains(one) ? Exam with { IsClosed = true } : Exam);

        private ReminderSubject Exam => new("exam", 7, "SQL exam", IsClosed) { Link = "https://discord.com/channels/1/2/3" };
    }
}
