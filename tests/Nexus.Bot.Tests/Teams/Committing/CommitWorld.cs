using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Teams.Committing;

/// <summary>
/// A server on which mentors commit formations: two teams, "Comets" of Ada and Bo, and "Larks" of Cy and Dee. It is Monday 23 November
/// 2026, 09:00 UTC.
/// </summary>
internal sealed class CommitWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public const long Formation = 4711;
    public const int Number = 3;

    public static TestPerson Dee { get; } = new(104, "dee");

    public static IReadOnlyList<DraftTeam> Plan { get; } =
    [
        new("Comets", [new(TestPerson.Ada.Id, TeamTracks.Backend), new(TestPerson.Bo.Id, TeamTracks.Frontend)], "You share 9 hours a week."),
        new("Larks", [new(TeamsWorld.Cy.Id, TeamTracks.Frontend), new(Dee.Id, TeamTracks.Backend)], "You both picked GraphQL."),
    ];

    private CommitWorld(string provider)
    {
        Slice = new SliceWorld(configure: services => services.AddSingleton<IReadyPlans>(Plans).AddSingleton<IFormationNews>(Plans), isLong: true, provider: provider);
        Server = new CommittedServer(Slice.Discord, () => Slice.Clock.GetUtcNow());
    }

    public KeptPlans Plans { get; } = new();

    public SliceWorld Slice { get; }

    public CommittedServer Server { get; }

    public static async Task<CommitWorld> StartAsync(string provider = DatabaseOptions.Sqlite)
    {
        var world = new CommitWorld(provider);
        await world.ConfigureAsync();
        return world;
    }

    public Task ConfigureAsync(Action<GuildConfiguration>? change = null) => Slice.ConfigureAsync(it =>
    {
        (it.TeamChannelId, it.LogChannelId, it.ReminderChannelId) = (CommittedServer.TeamChannel, CommittedServer.Log, CommittedServer.General);
        change?.Invoke(it);
    });

    public async Task CommitAsync(CommitChoice choice, IReadOnlyList<DraftTeam>? teams = null, long formation = Formation)
    {
        await using var db = Slice.Db();
        await Slice.Services.GetRequiredService<CommitBook>().CommitAsync(db, Interactions.Guild, formation, Number, new CommitDraft(teams ?? Plan, [], [], [], []), choice, TestPerson.Mentor.Id, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    public async Task UndoAsync(long formation = Formation)
    {
        await using var db = Slice.Db();
        var commitment = await db.In<Commitment>(Interactions.Guild).SingleAsync(it => it.FormationId == formation);
        await Slice.Services.GetRequiredService<UndoBook>().UndoAsync(db, commitment, TestPerson.Mentor.Id, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    /// <summary>Jobs run and time passes until nothing is left to do.</summary>
    public async Task SettleAsync(int rounds = 3, int seconds = 150)
    {
        for (var i = 0; i < rounds; i++)
        {
            await RunJobsAsync();
            Slice.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await RunJobsAsync();
    }

    public async Task RunJobsAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            try
            {
                await Slice.RunJobAsync<PlaceTeamsJob>();
                await Slice.RunJobAsync<SendDueDeliveriesJob>();
            }
            catch (Exception dead) when (dead.GetBaseException() is InvalidOperationException { Message: CommittedServer.Death })
            {
                await Slice.RestartAsync();
            }
        }
    }

    public async Task<IReadOnlyList<Team>> TeamsAsync()
    {
        await using var db = Slice.Db();
        return await db.In<Team>(Interactions.Guild).AsNoTracking().OrderBy(team => team.Number).ToListAsync();
    }

    public async Task<Team> TeamAsync(string name) => (await TeamsAsync()).Single(team => team.Name == name);

    /// <summary>A mentor opens the plan, and what it would do is looked up.</summary>
    public async Task<Reply> OpenAsync(long formation = Formation) => await AfterAsync(await Slice.PressAsync(TestPerson.Mentor, CommitControls.Open.For(formation)));

    /// <summary>Presses a button and waits for what replaces its answer.</summary>
    public async Task<Reply> PressAsync(Reply on, string label) => await AfterAsync(await Slice.PressAsync(TestPerson.Mentor, on, label));

    /// <summary>What replaces an answer in the end, while jobs run and time passes.</summary>
    public async Task<Reply> AfterAsync(Reply reply)
    {
        if (reply.FollowUp is null)
        {
            return reply;
        }

        var shown = Server.NextShown;
        var work = Slice.FollowUpAsync(TestPerson.Mentor, reply);
        await Task.WhenAny(work, shown).WaitAsync(Patience);
        for (var i = 0; i < 1000 && !work.IsCompleted; i++)
        {
            await RunJobsAsync();
            Slice.Clock.Advance(PlaceWatch.Pause);
        }

        return (await work.WaitAsync(Patience))!;
    }

    public ValueTask DisposeAsync() => Slice.DisposeAsync();
}
