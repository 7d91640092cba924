using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Moves;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Ideas.BoardWorld;

namespace Nexus.Bot.Tests.Ideas.Moves;

public sealed class MoveTests
{
    private const string WhyTold = "-# For those who follow this idea. Nobody was pinged; **More…** on its card has **Don't tell me**.";

    [Fact]
    public async Task The_author_says_where_it_stands_and_why_and_followers_are_told_quietly_in_its_thread()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times");

        var done = await MoveAsync(world, idea, Ada, IdeaStatus.Shaping, "We wrote down *what* comes first");

        Assert.Equal("✏️ **#12 Bus times** is **Shaping** now. Whoever follows it is told quietly in its thread: https://discord.com/channels/1/9012\n[Undo]", ReplyText.Of(done));
        Assert.True(done.IsPrivate);
        Assert.Equal(IdeaStatus.Shaping, (await world.NowAsync(idea)).Status);
        Assert.Equal([$"in 9012: ✏️ **Proposed → Shaping** · by <@101>\n> We wrote down \\*what\\* comes first\n{WhyTold}"], await world.WaitingAsync(TellFollowers.DeliveryKind));
        Assert.Empty(await world.WaitingAsync(LogEntry.DeliveryKind));

        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
        Assert.Equal(["quiet in 9012, naming 0"], world.Calls);
    }

    [Fact]
    public async Task Undo_brings_it_back_until_somebody_moves_it_on()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times");
        var done = await MoveAsync(world, idea, Ada, IdeaStatus.Shaping, "First version is clear");

        var undone = await world.Slice.PressAsync(Ada, done, "Undo");

        Assert.StartsWith("💡 **#12 Bus times** is **Proposed** now.", ReplyText.Of(undone), StringComparison.Ordinal);
        Assert.Equal("**#12 Bus times** was moved on since; it is **Proposed** now. Nothing was changed.", ReplyText.Of(await world.Slice.PressAsync(Ada, done, "Undo")));
    }

    [Fact]
    public async Task A_mentor_declines_and_the_log_keeps_who_and_why()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times");

        var done = await MoveAsync(world, idea, Mia, IdeaStatus.Declined, "The city has this already");

        Assert.StartsWith("✖️ **#12 Bus times** is **Declined** now.", ReplyText.Of(done), StringComparison.Ordinal);
        var log = Assert.Single(await world.WaitingAsync(LogEntry.DeliveryKind));
        Assert.StartsWith("in 700: 📝 <@201> moved **#12 Bus times** from Proposed to Declined: The city has this already", log, StringComparison.Ordinal);
        Assert.Contains("All that was said here stays to be read.", Assert.Single(await world.WaitingAsync(TellFollowers.DeliveryKind)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parked_idea_is_brought_back_by_one_press_and_a_reason()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times", IdeaStatus.Parked);

        var form = await world.Slice.PressAsync(Ada, await world.PressAsync(Ada, IdeaControls.More, idea), "Bring it back…");
        Assert.Equal("Bring back #12\nWhy?: (up to 300 characters)", ReplyText.Of(form));
        var done = await world.Slice.SubmitAsync(Ada, form, new { reason = "Exams are over" });

        Assert.StartsWith("💡 **#12 Bus times** is **Proposed** now.", ReplyText.Of(done), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bo", "Proposed", "Shaping", "why", "That is for who proposed it and mentors to say, so nothing was changed. Write in its thread https://discord.com/channels/1/9012 what you think; they will read it.")]
    [InlineData("ada", "Proposed", "Proposed", "why", "**#12 Bus times** is **Proposed** already, so nothing was changed.")]
    [InlineData("ada", "Proposed", "Declined", "why", "That is for mentors to say, so nothing was changed. Write in its thread https://discord.com/channels/1/9012 what you think; they will read it.")]
    [InlineData("ada", "Proposed", "Building", "why", "An idea is **Building** once its team is formed. A mentor presses **Form the team** under **More…** on its card.")]
    [InlineData("ada", "Proposed", "Shipped", "why", "**#12 Bus times** is **Proposed**, and you cannot make it **Shipped** from there. Nothing was changed; **More…** on its card shows what you can do.")]
    [InlineData("ada", "Proposed", "Shaping", "  ", "Say in a few words why: whoever follows it reads that with the news. Nothing was changed.")]
    [InlineData("mia", "Merged", "Ready", "why", "**#12 Bus times** goes on as another idea, so it has no status of its own. A mentor can take that back under **More…** on its card.")]
    public async Task What_does_not_work_is_answered_with_what_does(string who, string stands, string to, string reason, string answer)
    {
        await using var world = await StartAsync();
        var status = Enum.Parse<IdeaStatus>(stands);
        var idea = await world.AddAsync(12, "Bus times", status);
        var person = who == "bo" ? Bo : who == "mia" ? Mia : Ada;

        var reply = await world.Slice.RunAsync(person, "idea status", new { idea = "12", to, reason });

        Assert.Equal(answer, ReplyText.Of(reply));
        Assert.True(reply.IsPrivate);
        Assert.Equal(status, (await world.NowAsync(idea)).Status);
        Assert.Empty(await world.WaitingAsync(TellFollowers.DeliveryKind));
    }

    [Fact]
    public async Task Who_begins_to_build_it_is_named_in_the_news_and_nobody_is_pinged()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times", IdeaStatus.Shipped);
        await world.WantAsync(idea, Bo, IdeaRole.Backend, 1);
        await world.WantAsync(idea, Cy, IdeaRole.Frontend, null);

        await MoveAsync(world, idea, Ada, IdeaStatus.Building, "A second version");

        Assert.Equal([$"in 9012: 🔨 **Shipped → Building** · by <@101>\n> A second version\nWho builds it: <@102> (backend)\n{WhyTold}"], await world.WaitingAsync(TellFollowers.DeliveryKind));
    }

    [Fact]
    public async Task Of_an_idea_that_goes_back_to_the_board_it_is_said_that_its_team_stays_together()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times", IdeaStatus.Building, change: it => it.Team = "Bus *Riders*");

        var said = await MoveAsync(world, idea, TestPerson.Mentor, IdeaStatus.Ready, "Others shall have it");

        Assert.StartsWith(
            "🙋 **#12 Bus times** is **Ready** now. **Bus \\*Riders\\*** stays together as a team, with its thread; **Form the team** gives the idea back to it. Whoever follows it", ReplyText.Of(said), StringComparison.Ordinal);
        Assert.Null((await world.NowAsync(idea)).Team);
    }

    private static async Task<Reply> MoveAsync(BoardWorld world, Nexus.Bot.Features.Ideas.Idea idea, TestPerson who, IdeaStatus to, string reason)
    {
        var form = await world.Slice.PressAsync(who, await world.PressAsync(who, IdeaControls.More, idea), "Change status…");
        return await world.Slice.SubmitAsync(who, form, new { status = new[] { to.ToString() }, reason });
    }
}
