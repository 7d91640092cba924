using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using Nexus.Sandbox.Control;
using Nexus.Sandbox.Emulator;
using MessageFlags = Nexus.Discord.Model.MessageFlags;

namespace Nexus.Bot.Tests.Stories;

/// <summary>A whole cohort votes on one card, as people on a server see it.</summary>
[Collection(Alone.Name)]
public sealed class VoteStories
{
    private const int Voters = 200;
    private const string Title = "Bus times";

    [Fact]
    public async Task Two_hundred_people_vote_at_once_and_each_vote_counts_with_a_handful_of_edits()
    {
        await using var world = await SandboxWorld.StartAsync(members: Voters + 40);
        var (card, voters) = await PostAsync(world);

        await VoteAsync(card, voters);

        await world.WaitForAsync(voters[0], Title, $"**Proposed** · {Voters} votes");
        Assert.Equal(Voters, await CountAsync(world));
        Assert.InRange(Edits(world, card), 1, 8);
        Assert.Equal(0, world.Count(Counter.RateLimited));
    }

    [Fact]
    public async Task Nobody_s_vote_is_lost_or_counted_twice_when_the_bot_begins_anew_in_between()
    {
        await using var world = await SandboxWorld.StartAsync(members: Voters + 40);
        var (card, voters) = await PostAsync(world);

        var first = voters.Take(Voters / 2).Select(voter => (voter, voter.PressAsync(card, "Vote"))).ToList();
        await world.StopBotAsync();
        var unanswered = await UnansweredAsync([.. first, .. voters.Skip(Voters / 2).Select(voter => (voter, voter.PressAsync(card, "Vote")))]);
        await world.StartBotAsync();
        Assert.InRange(unanswered.Count, Voters / 2, Voters);

        await VoteAsync(card, unanswered);

        await world.WaitForAsync(voters[0], Title, $"**Proposed** · {Voters} votes");
        Assert.Equal(Voters, await CountAsync(world));
        Assert.InRange(Edits(world, card), 1, 12);
        Assert.Equal(0, world.Count(Counter.RateLimited));
    }

    /// <summary>Who gets no answer, as on a machine that has much to do, presses again as a person would.</summary>
    private static async Task VoteAsync(ulong card, IReadOnlyList<Person> voters)
    {
        for (var tries = 0; voters.Count > 0 && tries < 5; tries++)
        {
            voters = await UnansweredAsync([.. voters.Select(voter => (voter, voter.PressAsync(card, "Vote")))]);
        }

        Assert.Empty(voters);
    }

    private static async Task<List<Person>> UnansweredAsync(IReadOnlyList<(Person Voter, Task<Outcome> Answer)> presses)
    {
        var answers = await Task.WhenAll(presses.Select(press => press.Answer));
        Assert.All(answers, answer => Assert.True(answer.Text.Length == 0 || answer.Ephemeral));
        return
        [
            .. presses.Zip(answers)
                .Where(it => !it.Second.Text.StartsWith("👍 Your vote counts for **#1 Bus times**.", StringComparison.Ordinal) && !it.Second.Text.StartsWith("You are for **#1 Bus times** already", StringComparison.Ordinal))
                .Select(it => it.First.Voter),
        ];
    }

    private static int Edits(SandboxWorld world, ulong card) =>
        world.Requests.Count(request => request.Method == "PATCH" && request.Path.EndsWith($"/messages/{card}", StringComparison.Ordinal));

    private static async Task<int> CountAsync(SandboxWorld world)
    {
        await using var db = world.Bot.GetRequiredService<INexusDbFactory>().Create();
        return await db.AcrossGuilds<IdeaVote>().CountAsync(vote => vote.Stance == Stance.For);
    }

    /// <summary>An idea of Grace's stands in the forum.</summary>
    private static async Task<(ulong Card, IReadOnlyList<Person> Voters)> PostAsync(SandboxWorld world)
    {
        var grace = world.As("grace");
        await world.ChooseLogAsync("mentors");
        await using var db = world.Bot.GetRequiredService<INexusDbFactory>().Create();
        var guild = (await db.AcrossGuilds<GuildConfiguration>().SingleAsync()).GuildId;
        var idea = new Idea
        {
            GuildId = guild,
            Number = 1,
            AuthorId = new Snowflake(grace.User.Id),
            PressId = new Snowflake(1),
            Title = Title,
            Problem = "Nobody knows when the bus comes.",
            ForWhom = "",
            Solution = "",
            CreatedAt = world.Now,
            TouchedAt = world.Now,
        };
        db.Add(idea);
        await db.SaveChangesAsync();
        var forum = new Snowflake(grace.Channels().Single(channel => channel.Name == "ideas").Id);
        var message = new MessageCreate { Components = [IdeaCardViews.Card(idea, await new IdeaCards(db).OfAsync(idea, CancellationToken.None))], Flags = MessageFlags.IsComponentsV2 };
        var post = await world.Bot.GetRequiredService<IDiscordRest>().CreateForumPostAsync(forum, new ForumPostCreate { Name = Title, Message = message });
        await world.Bot.GetRequiredService<IdeaLife>().PostedAsync(db, idea, post.Id, post.Id, post.Id, CancellationToken.None);
        return (post.Id.Value, [.. world.Everyone.Where(person => person.User.Id != grace.User.Id).Take(Voters)]);
    }
}
