using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>Who does something with an idea hears what becomes of it.</summary>
internal static class FollowIdea
{
    /// <summary>Adds it to the unit of work and saves nothing. What somebody chose themselves stays.</summary>
    /// <param name="reason">Not <see cref="FollowReason.Chosen"/>: that is <see cref="ChooseAsync"/>.</param>
    public static async Task AfterAsync(NexusDb db, Idea idea, Snowflake person, FollowReason reason, DateTimeOffset at, CancellationToken ct)
    {
        var row = await RowAsync(db, idea, person, ct);
        Set(db, idea, row, Followers.After(row?.Facts, idea.Id, person, reason, at));
    }

    /// <summary>By a press on "Follow" or "Don't tell me". Saves nothing.</summary>
    /// <returns>False when they said so already.</returns>
    public static async Task<bool> ChooseAsync(NexusDb db, Idea idea, Snowflake person, bool isOn, DateTimeOffset at, CancellationToken ct)
    {
        var row = await RowAsync(db, idea, person, ct);
        var chosen = Followers.Choose(row?.Facts, idea.Id, person, isOn, at);
        Set(db, idea, row, chosen);
        return chosen is not null;
    }

    private static async Task<IdeaFollower?> RowAsync(NexusDb db, Idea idea, Snowflake person, CancellationToken ct) =>
        db.ChangeTracker.Entries<IdeaFollower>().Select(entry => entry.Entity).FirstOrDefault(row => row.IdeaId == idea.Id && row.PersonId == person)
        ?? await db.In<IdeaFollower>(idea.GuildId).SingleOrDefaultAsync(row => row.IdeaId == idea.Id && row.PersonId == person, ct);

    private static void Set(NexusDb db, Idea idea, IdeaFollower? row, Follow? now)
    {
        if (now is null)
        {
            return;
        }

        if (row is null)
        {
            db.Add(new IdeaFollower { GuildId = idea.GuildId, IdeaId = idea.Id, PersonId = now.Person, Reason = now.Reason, IsOn = now.IsOn, At = now.At });
        }
        else
        {
            (row.Reason, row.IsOn, row.At) = (now.Reason, now.IsOn, now.At);
        }
    }
}
