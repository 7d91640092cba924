using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Ideas.Crew;

/// <summary>A server with ideas on its board, and nobody who makes teams unless a test says so. It is Monday 23 November 2026, 09:00 UTC.</summary>
internal sealed class CrewWorld : IAsyncDisposable
{
    public const ulong BackendRole = 801, FrontendRole = 802;

    private CrewWorld(ITeamFormer? teams, bool isLong)
    {
        Slice = new SliceWorld(
            configure: services =>
            {
                services.RemoveAll<ITeamFormer>();
                if (teams is not null)
                {
                    services.AddSingleton(teams);
                }
            },
            isLong: isLong);
        Channel = new ChannelOnDiscord(Slice);
    }

    public static Snowflake Mentors { get; } = new(49);

    /// <summary>Proposes every idea.</summary>
    public static TestPerson Author { get; } = new(100, "ola");

    public SliceWorld Slice { get; }

    public ChannelOnDiscord Channel { get; }

    public CrewBook Book => Slice.Services.GetRequiredService<CrewBook>();

    public static async Task<CrewWorld> StartAsync(Action<IdeaSettings>? settings = null, ITeamFormer? teams = null, bool isLong = false)
    {
        var world = new CrewWorld(teams, isLong);
        await world.Slice.ConfigureAsync(it => (it.BackendRoleId, it.FrontendRoleId) = (new Snowflake(BackendRole), new Snowflake(FrontendRole)));
        var chosen = new IdeaSettings { GuildId = Interactions.Guild, MentorChannelId = Mentors };
        settings?.Invoke(chosen);
        await using var db = world.Slice.Db();
        db.Add(chosen);
        await db.SaveChangesAsync();
        return world;
    }

    public static TestPerson Person(ulong number, params ulong[] roles) => new(1000 + number, $"p{number}") { Roles = roles };

    public static Snowflake ThreadOf(long id) => new((ulong)(7000 + id));

    /// <summary>An idea on the board.</summary>
    public async Task<long> IdeaAsync(string needs = "2 backend, 1 frontend", string title = "Bus times", bool isPosted = true)
    {
        await using var db = Slice.Db();
        var count = await db.In<Idea>(Interactions.Guild).CountAsync();
        var idea = new Idea
        {
            GuildId = Interactions.Guild,
            AuthorId = Author.Id,
            PressId = new Snowflake(9000 + (ulong)count),
            Title = title,
            Problem = "Nobody knows when the bus comes.",
            ForWhom = "Students",
            Solution = "",
            CreatedAt = Slice.Clock.GetUtcNow(),
            TouchedAt = Slice.Clock.GetUtcNow(),
        };
        db.Add(idea);
        await db.SaveChangesAsync();
        await IdeaCrews.SetAsync(db, idea, IdeaCrew.Of([.. ((NeedsReading.Read)NeedsText.Read(needs)).Needs]), CancellationToken.None);
        var thread = ThreadOf(idea.Id);
        if (isPosted)
        {
            await Slice.Services.GetRequiredService<IdeaLife>().PostedAsync(db, idea, thread, thread, thread, CancellationToken.None);
        }

        return idea.Id;
    }

    public Task<Reply> BuildAsync(TestPerson who, long id) => Slice.PressAsync(who, IdeaControls.Build.For(id));

    public Task<Reply> JoinAsync(TestPerson who, long id, IdeaRole role) => Slice.PressAsync(who, CrewControls.Join.For(RoleReference.Of($"{id}", role)));

    public Task<Reply> WaitAsync(TestPerson who, long id, IdeaRole role) => Slice.PressAsync(who, CrewControls.Wait.For(RoleReference.Of($"{id}", role)));

    public Task<Reply> LeaveAsync(TestPerson who, long id) => Slice.PressAsync(who, CrewControls.Leave.For(id));

    public Task<Reply> FormAsync(TestPerson who, long id) => Slice.PressAsync(who, CrewControls.Form.For(id));

    /// <summary>What is due goes out.</summary>
    public Task SendAsync() => Slice.RunJobAsync<SendDueDeliveriesJob>();

    /// <summary>What somebody has been told in private.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(TestPerson who)
    {
        await SendAsync();
        return Channel.TextsIn(ChannelOnDiscord.DmOf(who.Id));
    }

    public async Task<IReadOnlyList<string>> SaidAsync(Snowflake channel)
    {
        await SendAsync();
        return Channel.TextsIn(channel);
    }

    public async Task<Idea> ReadAsync(long id)
    {
        await using var db = Slice.Db();
        return await db.In<Idea>(Interactions.Guild).AsNoTracking().SingleAsync(it => it.Id == id);
    }

    /// <summary>As its rows say.</summary>
    public async Task<IdeaCrew> CrewAsync(long id)
    {
        await using var db = Slice.Db();
        return await IdeaCrews.OfAsync(db, await db.In<Idea>(Interactions.Guild).SingleAsync(it => it.Id == id), CancellationToken.None);
    }

    public async Task ChangeAsync(long id, Func<NexusDb, Idea, Task> change)
    {
        await using var db = Slice.Db();
        await change(db, await db.In<Idea>(Interactions.Guild).SingleAsync(it => it.Id == id));
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Slice.DisposeAsync();
}
