using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Following;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Ideas.BoardWorld;

namespace Nexus.Bot.Tests.Ideas.Following;

public sealed class FollowingTests
{
    [Fact]
    public async Task Who_is_tied_to_an_idea_comes_into_its_thread_once_and_a_vote_alone_costs_nothing()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times");
        await world.FollowAsync(idea, Ada, FollowReason.Author);
        await world.FollowAsync(idea, Bo, FollowReason.Vote);
        await world.FollowAsync(idea, Cy, FollowReason.Interest, isOn: false);

        await world.Slice.RunJobAsync<SeatFollowersJob>();
        await world.Slice.RunJobAsync<SeatFollowersJob>();

        Assert.Equal(["101 into 9012"], world.Calls);
    }

    [Fact]
    public async Task A_rush_comes_in_by_tens()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times");
        for (ulong person = 1; person <= 12; person++)
        {
            await world.FollowAsync(idea, new TestPerson(1000 + person, "p"), FollowReason.Interest);
        }

        await world.Slice.RunJobAsync<SeatFollowersJob>();
        Assert.Equal(10, world.Calls.Count);
        Assert.Contains(world.Slice.Schedule.WakeUps, wake => wake.Job == typeof(SeatFollowersJob) && wake.At == world.Slice.Clock.GetUtcNow().AddSeconds(10));
        await world.Slice.RunJobAsync<SeatFollowersJob>();
        Assert.Equal(12, world.Calls.Distinct().Count());
        Assert.Equal(12, world.Calls.Count);
    }

    [Fact]
    public async Task What_discord_refuses_for_good_is_not_asked_again_and_what_may_pass_is()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times");
        await world.FollowAsync(idea, Ada, FollowReason.Author);

        world.Refuses = new DiscordApiException("PUT /channels/{channel}/thread-members/{user}", 503, 0, "no");
        await world.Slice.RunJobAsync<SeatFollowersJob>();
        world.Refuses = new DiscordApiException("PUT /channels/{channel}/thread-members/{user}", 404, DiscordErrorCode.UnknownMember, "no");
        await world.Slice.RunJobAsync<SeatFollowersJob>();
        world.Refuses = null;
        await world.Slice.RunJobAsync<SeatFollowersJob>();

        Assert.Equal(["101 into 9012", "101 into 9012"], world.Calls);
    }

    [Fact]
    public async Task Dont_tell_me_holds_whatever_comes_later_and_follow_brings_them_back()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times");
        await world.FollowAsync(idea, Bo, FollowReason.Interest);
        await world.Slice.RunJobAsync<SeatFollowersJob>();

        var off = await world.PressAsync(Bo, UnfollowIdeaButton.Spec, idea);
        await world.Slice.RunJobAsync<SeatFollowersJob>();
        await WriteAsync(world, idea, Bo);
        await AfterAsync(world, idea, Bo, FollowReason.Vote);
        await world.Slice.RunJobAsync<SeatFollowersJob>();

        Assert.Equal("🔕 You hear nothing more of **#12 Bus times**, also when you vote or write there; I take you out of its thread, where Discord notes that. Your vote and your place stay.\n[Follow]", ReplyText.Of(off));
        Assert.Equal(["102 into 9012", "102 out of 9012"], world.Calls);

        var on = await world.Slice.PressAsync(Bo, off, "Follow");
        await world.Slice.RunJobAsync<SeatFollowersJob>();
        Assert.Equal("🔔 You follow **#12 Bus times**. What becomes of it is told quietly in its thread, which comes into your list.\n[Don't tell me]", ReplyText.Of(on));
        Assert.Equal("🔔 You follow **#12 Bus times** already, and it stays so whatever you do with it.\n[Don't tell me]", ReplyText.Of(await world.PressAsync(Bo, FollowIdeaButton.Spec, idea)));
        Assert.Equal("102 into 9012", world.Calls[2]);
    }

    [Fact]
    public async Task Who_writes_in_the_thread_follows_it_and_its_silence_begins_anew()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times", change: it => (it.AskedAt, it.WarnedAt) = (it.CreatedAt, it.CreatedAt));
        world.Slice.Clock.Advance(TimeSpan.FromDays(2));

        await WriteAsync(world, idea, Ada);
        Assert.False((await world.NowAsync(idea)).HasAnswer);
        await WriteAsync(world, idea, Bo, isBot: true);
        Assert.False((await world.NowAsync(idea)).HasAnswer);
        await WriteAsync(world, idea, Bo);
        Assert.Null((await world.NowAsync(idea)).MentorAnsweredAt);
        await WriteAsync(world, idea, Mia);

        var now = await world.NowAsync(idea);
        Assert.Equal((true, world.Slice.Clock.GetUtcNow(), world.Slice.Clock.GetUtcNow()), (now.HasAnswer, now.MentorAnsweredAt, now.TouchedAt));
        Assert.Equal((null, null), (now.AskedAt, now.WarnedAt));
        Assert.Equal(0, now.Revision);
        await world.Slice.RunJobAsync<SeatFollowersJob>();
        Assert.Empty(world.Calls);
        await using var db = world.Slice.Db();
        Assert.Equal(["101 Comment", "102 Comment", "201 Comment"], (await db.In<IdeaFollower>(idea.GuildId).ToListAsync()).Select(row => $"{row.PersonId} {row.Reason}").Order());
    }

    [Fact]
    public async Task Voters_come_with_the_first_news_in_an_edit_that_pings_nobody_and_only_once()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times");
        for (ulong person = 1; person <= 60; person++)
        {
            await world.FollowAsync(idea, new TestPerson(1000 + person, "p"), FollowReason.Vote);
        }

        await world.Slice.RunAsync(Ada, "idea status", new { idea = "12", to = "Shaping", reason = "It is clear" });
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
        await world.Slice.RunJobAsync<FinishDeliveriesJob>();
        var news = Snowflake.At(world.Slice.Clock.GetUtcNow());
        Assert.Equal(["quiet in 9012, naming 0", $"edit {news} naming 50", $"edit {news} naming 10", $"edit {news} naming 0"], world.Calls);

        world.Calls.Clear();
        await world.Slice.RunAsync(Ada, "idea status", new { idea = "12", to = "Ready", reason = "Let us begin" });
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
        await world.Slice.RunJobAsync<FinishDeliveriesJob>();
        Assert.Equal(["quiet in 9012, naming 0"], world.Calls);
    }

    private static async Task AfterAsync(BoardWorld world, Idea idea, TestPerson who, FollowReason reason)
    {
        await using var db = world.Slice.Db();
        await FollowIdea.AfterAsync(db, idea, who.Id, reason, world.Slice.Clock.GetUtcNow(), CancellationToken.None);
        await db.SaveChangesAsync();
    }

    private static Task WriteAsync(BoardWorld world, Idea idea, TestPerson who, bool isBot = false) => world.HappenAsync<MessageCreateEvent, ThreadComment>(new MessageCreateEvent(new Message
    {
        Id = new Snowflake(77),
        ChannelId = idea.ThreadId!.Value,
        GuildId = idea.GuildId,
        Author = new User { Id = who.Id, Username = who.Name, Bot = isBot },
        Member = new Member { Roles = [.. who.Roles.Select(role => new Snowflake(role))] },
    }));
}
