using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Board;

/// <summary>Ideas as they stand in the database after some life.</summary>
internal static class Proposed
{
    public static Idea Idea(
        SliceWorld world, int number, string? title = null, IdeaStatus status = IdeaStatus.Proposed, int votes = 0, double daysAgo = 0, double? heat = null, TestPerson? by = null,
        Snowflake? guild = null, params IReadOnlyList<string> tags)
    {
        var at = world.Clock.GetUtcNow() - TimeSpan.FromDays(daysAgo);
        return new Idea
        {
            GuildId = guild ?? Interactions.Guild,
            Number = number,
            AuthorId = (by ?? TestPerson.Ada).Id,
            PressId = new Snowflake((ulong)(9000 + number)),
            Title = title ?? $"Idea {number}",
            Problem = "Learners study alone.",
            ForWhom = "The cohort",
            Solution = "An app.",
            Tags = tags,
            Status = status,
            WasPublished = status != IdeaStatus.InReview,
            CreatedAt = at,
            PostedAt = status == IdeaStatus.InReview ? null : at,
            TouchedAt = at,
            ThreadId = new Snowflake((ulong)(7000 + number)),
            CardChannelId = new Snowflake((ulong)(7000 + number)),
            CardMessageId = new Snowflake((ulong)(7000 + number)),
            Votes = votes,
            HeatLevel = heat,
        };
    }

    public static async Task AddAsync(SliceWorld world, params IReadOnlyList<Idea> ideas)
    {
        await using var db = world.Db();
        db.AddRange(ideas);
        await db.SaveChangesAsync();
    }

    /// <summary>So many of a role have a place already.</summary>
    public static async Task NeedsAsync(SliceWorld world, Idea idea, IdeaRole role, int minimum, int slots, int taken = 0)
    {
        await using var db = world.Db();
        db.Add(new IdeaNeed { GuildId = idea.GuildId, IdeaId = idea.Id, Role = role, Minimum = minimum, Slots = slots });
        db.AddRange(Enumerable.Range(1, taken).Select(seat => new IdeaInterest
        {
            GuildId = idea.GuildId,
            IdeaId = idea.Id,
            PersonId = new Snowflake((ulong)(5000 + ((int)role * 100) + seat)),
            Role = role,
            Seat = seat,
            Since = world.Clock.GetUtcNow(),
        }));
        await db.SaveChangesAsync();
    }
}
