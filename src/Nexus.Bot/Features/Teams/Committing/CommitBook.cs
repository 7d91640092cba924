using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>Makes the rows of the teams of a formation, all in one save; their places are made from the rows afterwards.</summary>
internal sealed class CommitBook(TeamLife life, LogBook log, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Who is free is looked up and committed in one turn, so that two formations do not place the same person at the same moment.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> commit, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return await commit();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Saves nothing, and asks nothing of Discord.</summary>
    /// <param name="number">The formation's.</param>
    public async Task CommitAsync(NexusDb db, Snowflake guild, long formation, int number, CommitDraft draft, CommitChoice choice, Snowflake by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.Add(new Commitment
        {
            FormationId = formation, GuildId = guild, Number = number, Place = choice.Place, WithRoles = choice.WithRoles, ById = by, At = now, UndoUntil = now + Commitment.Undoable,
        });
        var next = await TeamLife.NextNumberAsync(db, guild, ct);
        foreach (var planned in draft.Teams)
        {
            var team = new Team
            {
                GuildId = guild,
                Number = next++,
                Name = Md.Line(planned.Name) is { Length: > 0 } name ? Md.Cut(name, Team.MostName) : string.Create(CultureInfo.InvariantCulture, $"Team {next - 1}"),
                Source = TeamSource.Formed,
                CreatedBy = by,
                FormationId = formation,
                Why = planned.Why.Length == 0 ? null : Md.Cut(planned.Why, Team.MostWhy),
                Place = choice.Place,
                WantsRole = choice.WithRoles,
                CreatedAt = now,
            };
            db.Add(team);

            // Who is on a team of their own making as well stays there: a mentor wants them here.
            db.AddRange(planned.Members.Select(member => new TeamMember { GuildId = guild, TeamId = team.Id, PersonId = member.Person, Track = member.Track, Since = now }));
            await life.StepAsync(db, team, TeamAct.Created, by, byMentor: false, ct);
            life.Revise(team);
        }

        await log.AddAsync(db, guild, by, CommitViews.Logged(number, draft), link: null, ct);
    }
}
