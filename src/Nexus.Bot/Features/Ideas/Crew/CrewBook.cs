using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Following;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>
/// Who wants to build an idea: every change of it, with what has to follow. Of two who press at once the later one looks again, so
/// of two who want one place one has it and the other reads that it is taken.
/// </summary>
internal sealed class CrewBook(INexusDbFactory databases, IdeaLife life, IdeaSettingsStore settings, CrewNews news, TimeProvider clock)
{
    // Each time one of those who press at once is done.
    private const int MostTries = 40;

    /// <summary>
    /// As it is to be shown and decided on: with those who pressed at the moment when their idea was merged into this one, and
    /// whom merging did not see.
    /// </summary>
    public static async Task<IdeaCrew> OfAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        var crew = await IdeaCrews.OfAsync(db, idea, ct);
        if (!idea.Status.IsOpen())
        {
            return crew;
        }

        var merged = await MergedIntoAsync(db, idea, ct);
        var theirs = merged.Count == 0 ? [] : await db.In<IdeaInterest>(idea.GuildId).AsNoTracking().Where(one => merged.Contains(one.IdeaId)).OrderBy(one => one.IdeaId).ToListAsync(ct);
        foreach (var source in theirs.GroupBy(one => one.IdeaId))
        {
            // What an idea needs was settled when they were merged, or by its author since.
            var late = source.Where(one => crew.Of(one.PersonId) is null && crew.Slots(one.Role) > 0).Select(one => new Interest(one.PersonId, one.Role, one.Seat, one.Since) { CameFrom = one.CameFrom });
            crew = CrewRules.Absorb(crew, new IdeaCrew(crew.Needs, [.. late]), source.Key);
        }

        return crew;
    }

    /// <param name="by">Who wants to build it.</param>
    /// <param name="waits">They said that they would wait.</param>
    public Task<CrewStep?> JoinAsync(Snowflake guild, long id, IdeaActor by, IdeaRole role, bool waits, CancellationToken ct) => TryAsync(guild, id, async (db, idea) =>
    {
        var crew = await OfAsync(db, idea, ct);
        var at = clock.GetUtcNow();
        var step = CrewRules.Join(crew, idea.Facts, by, role, at, waits, (await PlacesElsewhereAsync(db, idea, by.Id, ct)).Count, (await settings.OfAsync(guild, ct)).Policy);
        if (step is CrewStep.Seated or CrewStep.Waits)
        {
            IdeaLife.Touch(idea, at);
            await FollowIdea.AfterAsync(db, idea, by.Id, FollowReason.Interest, at, ct);
            await SaveAsync(db, idea, crew, step is CrewStep.Seated seated ? seated.Now : ((CrewStep.Waits)step).Now, by.Id, ct);
        }

        return step;
    }, ct);

    public Task<CrewStep?> LeaveAsync(Snowflake guild, long id, Snowflake person, CancellationToken ct) => TryAsync(guild, id, async (db, idea) =>
    {
        var crew = await OfAsync(db, idea, ct);
        var step = CrewRules.Leave(crew, idea.Facts, person);
        if (step is CrewStep.Left left)
        {
            await ForgetAsync(db, idea, [person], ct);
            await SaveAsync(db, idea, crew, left.Now, person, ct);
        }

        return step;
    }, ct);

    /// <summary>How many of a role an idea needs, changed with its other words: saves nothing.</summary>
    /// <param name="by">Who changes it, and reads the answer.</param>
    public async Task<ResizeStep> ResizeAsync(NexusDb db, Idea idea, IReadOnlyList<RoleNeed> needs, Snowflake by, CancellationToken ct)
    {
        var crew = await OfAsync(db, idea, ct);
        var step = CrewRules.Resize(crew, needs);
        if (step is ResizeStep.Done done)
        {
            await ForgetAsync(db, idea, done.Dropped, ct);
            await SetAsync(db, idea, crew, done.Now, by, ct);
        }

        return step;
    }

    /// <summary>Makes the rows those of a crew, and has those told for whom that is news. Saves nothing.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="but">Who did it, and knows; none (0) when nobody does.</param>
    public async Task SetAsync(NexusDb db, Idea idea, IdeaCrew before, IdeaCrew now, Snowflake but, CancellationToken ct)
    {
        await IdeaCrews.SetAsync(db, idea, now, ct);
        await news.MovedUpAsync(db, idea, now.Seated.Select(one => one.Person).Where(person => person != but && before.Of(person) is { Seat: null }), ct);
        var at = clock.GetUtcNow();
        if (idea.Status.IsOpen() && TeamRules.TellsThatItCanBegin(before, now, idea.CanBeginToldAt, at))
        {
            idea.CanBeginToldAt = at;
            await news.CanBeginAsync(db, idea, ct);
        }
    }

    /// <summary>The ideas that are not decided yet in which somebody has a place, other than one.</summary>
    public static async Task<IReadOnlyList<(Idea Idea, IdeaRole Role)>> PlacesElsewhereAsync(NexusDb db, Idea butNot, Snowflake person, CancellationToken ct)
    {
        var places = await db.In<IdeaInterest>(butNot.GuildId).AsNoTracking()
            .Where(one => one.PersonId == person && one.Seat != null && one.IdeaId != butNot.Id)
            .Join(
                db.In<Idea>(butNot.GuildId).AsNoTracking().Where(idea => idea.Status == IdeaStatus.Proposed || idea.Status == IdeaStatus.Shaping || idea.Status == IdeaStatus.Ready),
                one => one.IdeaId,
                idea => idea.Id,
                (one, idea) => new { idea, one.Role })
            .OrderBy(place => place.idea.Number)
            .ToListAsync(ct);
        return [.. places.Select(place => (place.idea, place.Role))];
    }

    /// <summary>They do not want to, or are not needed: also in what was merged into it, from where they would come back.</summary>
    private static async Task ForgetAsync(NexusDb db, Idea idea, IReadOnlyList<Snowflake> people, CancellationToken ct)
    {
        var merged = people.Count == 0 ? [] : await MergedIntoAsync(db, idea, ct);
        if (merged.Count > 0)
        {
            db.RemoveRange(await db.In<IdeaInterest>(idea.GuildId).Where(one => merged.Contains(one.IdeaId) && people.Contains(one.PersonId)).ToListAsync(ct));
        }
    }

    private static async Task<IReadOnlyList<long>> MergedIntoAsync(NexusDb db, Idea idea, CancellationToken ct) =>
        [.. (await new IdeaCards(db).LinksAsync(idea.GuildId, ct)).GroupOf(idea.Id).Where(id => id != idea.Id)];

    private async Task SaveAsync(NexusDb db, Idea idea, IdeaCrew before, IdeaCrew now, Snowflake by, CancellationToken ct)
    {
        await SetAsync(db, idea, before, now, by, ct);
        await life.SaveAsync(db, idea, ct);
    }

    /// <summary>Null when there is no such idea.</summary>
    private async Task<CrewStep?> TryAsync(Snowflake guild, long id, Func<NexusDb, Idea, Task<CrewStep>> change, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = databases.Create();
            if (await IdeaLife.FindAsync(db, guild, id, ct) is not { } idea)
            {
                return null;
            }

            try
            {
                return await change(db, idea);
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash && tries < MostTries)
            {
                // Somebody pressed at the same moment: it is looked at again.
            }
        }
    }
}
