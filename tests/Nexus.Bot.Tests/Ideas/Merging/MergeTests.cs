using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Merging;
using Nexus.Bot.Features.Ideas.Moves;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Ideas.BoardWorld;

namespace Nexus.Bot.Tests.Ideas.Merging;

public sealed class MergeTests
{
    private const string WhyTold = "-# For those who follow this idea. Nobody was pinged; **More…** on its card has **Don't tell me**.";

    [Fact]
    public async Task It_is_shown_what_becomes_of_both_and_then_each_vote_counts_once_and_people_come_along()
    {
        await using var world = await StartAsync();
        var (source, target) = await TwoAsync(world);

        var preview = await world.Slice.RunAsync(Mia, "idea merge", new { idea = "12", into = "7" });
        Assert.Equal(
            """
            🔀 **#12 When does the bus come** would go on as **#7 Bus times**: https://discord.com/channels/1/9007/9007
            • 2 + 2 votes make 3: each person counts once.
            • 2 people who want to build it come along; 1 of them waits for a place.
            • Both threads link to each other; the first one closes for talk.
            -# A mentor can take it back under **More…**.
            [Merge into #7] [Keep both]
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(preview));
        Assert.Equal(IdeaStatus.Proposed, (await world.NowAsync(source)).Status);

        var merged = await world.Slice.PressAsync(Mia, preview, "Merge into #7");

        Assert.Equal(
            "🔀 **#12 When does the bus come** goes on as **#7 Bus times**: https://discord.com/channels/1/9007/9007\nWhoever follows one of them is told quietly in its thread.\n[Take it back…]",
            ReplyText.Of(merged));
        Assert.Equal(ReplyKind.Change, merged.Kind);
        Assert.Equal((IdeaStatus.Merged, target.Id), ((await world.NowAsync(source)).Status, (await world.NowAsync(source)).MergedIntoId!.Value));
        Assert.Equal(3, await world.VotesAsync(target));
        Assert.Equal($"101 Backend waits from {source.Id}, 102 Backend 1, 103 Frontend 1 from {source.Id}", await world.CrewAsync(target));
        Assert.Equal(
            [
                $"in 9007: 🔀 **#12 When does the bus come** goes on here · by <@201>. Votes and places of both count here, each person once.\nWhat was said there: https://discord.com/channels/1/9012/9012\n{WhyTold}",
                $"in 9012: 🔀 This idea goes on as **#7 Bus times**: https://discord.com/channels/1/9007/9007 · by <@201>\nVotes and places count there, each person once.\n{WhyTold}",
            ],
            await world.WaitingAsync(TellFollowers.DeliveryKind));
        Assert.Contains("merged **#12 When does the bus come** into **#7 Bus times**", Assert.Single(await world.WaitingAsync(LogEntry.DeliveryKind)), StringComparison.Ordinal);
        Assert.NotNull((await world.NowAsync(target)).DrawAt);
        Assert.NotNull((await world.NowAsync(source)).DrawAt);
    }

    [Fact]
    public async Task A_mentor_takes_it_back_and_both_are_as_before()
    {
        await using var world = await StartAsync();
        var (source, target) = await TwoAsync(world);
        await MergeAsync(world, Ada, source, target);
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain(ReplyText.AllOf((await world.PressAsync(Ada, IdeaControls.More, source)).Components).OfType<Nexus.Discord.Model.Button>(), button => button.Label!.StartsWith("Take", StringComparison.Ordinal));
        var form = await world.Slice.PressAsync(Mia, await world.PressAsync(Mia, IdeaControls.More, source), "Take the merge back…");
        Assert.Equal("#12 goes on by itself again\nWhy?: (up to 300 characters)", ReplyText.Of(form));
        var back = await world.Slice.SubmitAsync(Mia, form, new { reason = "One is for trains" });

        Assert.StartsWith("💡 **#12 When does the bus come** goes on by itself again and is **Proposed**. Its votes, and the people who came with it, are its own again.", ReplyText.Of(back), StringComparison.Ordinal);
        Assert.Equal((2, 2), (await world.VotesAsync(source), await world.VotesAsync(target)));
        Assert.Equal("102 Backend 1", await world.CrewAsync(target));
        Assert.Equal("101 Backend 1, 103 Frontend 1", await world.CrewAsync(source));
        var news = await world.WaitingAsync(TellFollowers.DeliveryKind);
        Assert.StartsWith("in 9007: 🔀 **#12 When does the bus come** goes on here · by <@101>.", news[0], StringComparison.Ordinal);
        Assert.StartsWith("in 9007: 🔀 **#12 When does the bus come** goes on by itself again · by <@201>.", news[2], StringComparison.Ordinal);
        Assert.StartsWith("in 9012: 💡 This idea goes on by itself again · by <@201>.", news[3], StringComparison.Ordinal);
        Assert.Equal("**#12 When does the bus come** is **Proposed** and goes on by itself, so there is no merge to take back.",
            ReplyText.Of(await world.PressAsync(Mia, ExplainUnmergeButton.Spec, source)));
    }

    [Fact]
    public async Task A_vote_and_a_follower_that_come_to_the_merged_one_at_that_moment_count()
    {
        await using var world = await StartAsync();
        var (source, target) = await TwoAsync(world);
        await MergeAsync(world, Mia, source, target);

        await world.VoteAsync(source, new TestPerson(110, "late"), Ada);

        Assert.Equal(4, await world.VotesAsync(target));
    }

    [Fact]
    public async Task Who_moves_one_of_them_at_the_same_moment_decides_anew()
    {
        await using var world = await StartAsync();
        var (source, target) = await TwoAsync(world);
        await using var db = world.Slice.Db();
        var (mine, theirs) = (await IdeaLife.FindAsync(db, source.GuildId, source.Id, CancellationToken.None), await IdeaLife.FindAsync(db, source.GuildId, target.Id, CancellationToken.None));
        await world.Slice.RunAsync(Mia, "idea status", new { idea = "7", to = "Declined", reason = "No" });

        var clash = await Assert.ThrowsAnyAsync<DbUpdateException>(() => world.Slice.Services.GetRequiredService<Merger>()
            .MergeAsync(db, mine!, theirs!, theirs!, new IdeaActor(Mia.Id, IsMentor: true), "same", CancellationToken.None));

        Assert.Equal(DatabaseFailure.Clash, DatabaseFailures.Of(clash));
        Assert.Equal((IdeaStatus.Proposed, null), ((await world.NowAsync(source)).Status, (await world.NowAsync(source)).MergedIntoId));
        Assert.Equal("101 Backend 1, 103 Frontend 1", await world.CrewAsync(source));
    }

    [Fact]
    public async Task Of_two_who_merge_them_into_each_other_at_once_the_later_is_told_of_the_first()
    {
        await using var world = await StartAsync();
        var (source, target) = await TwoAsync(world);
        await using var db = world.Slice.Db();
        var (mine, theirs) = (await IdeaLife.FindAsync(db, source.GuildId, source.Id, CancellationToken.None), await IdeaLife.FindAsync(db, source.GuildId, target.Id, CancellationToken.None));
        await MergeAsync(world, Mia, target, source);

        // As it had read them before: the router asks again.
        var clash = await Assert.ThrowsAnyAsync<DbUpdateException>(() => world.Slice.Services.GetRequiredService<Merger>()
            .MergeAsync(db, mine!, theirs!, theirs!, new IdeaActor(Mia.Id, IsMentor: true), "same", CancellationToken.None));

        Assert.Equal(DatabaseFailure.Clash, DatabaseFailures.Of(clash));
        Assert.Equal(
            "**#7 Bus times** goes on as **#12 When does the bus come** already. A mentor can take that back under **More…** of the first; then it works the other way round. Nothing was changed.",
            ReplyText.Of(await world.Slice.RunAsync(Mia, "idea merge", new { idea = "12", into = "7" })));
    }

    [Fact]
    public async Task Of_a_chain_of_three_all_votes_count_once_at_its_end_and_each_link_can_be_taken_back()
    {
        await using var world = await StartAsync();
        var (source, target) = await TwoAsync(world);
        var third = await world.AddAsync(3, "City bus app", author: Cy);
        await world.VoteAsync(third, Mia, Bo);
        await MergeAsync(world, Mia, source, target);
        await MergeAsync(world, Mia, target, third);

        Assert.Equal(4, await world.VotesAsync(third));
        Assert.Equal(
            "**#12 When does the bus come** goes on as **#3 City bus app**: https://discord.com/channels/1/9003/9003 already.",
            ReplyText.Of(await world.Slice.RunAsync(Mia, "idea merge", new { idea = "12", into = "7" })));

        await TakeBackAsync(world, source);
        Assert.Equal((2, 3), (await world.VotesAsync(source), await world.VotesAsync(third)));
        await TakeBackAsync(world, target);
        Assert.Equal((2, 2, 2), (await world.VotesAsync(source), await world.VotesAsync(target), await world.VotesAsync(third)));
    }

    [Fact]
    public async Task A_preview_names_as_what_a_merged_one_goes_on()
    {
        await using var world = await StartAsync();
        var (source, target) = await TwoAsync(world);
        var third = await world.AddAsync(3, "City bus app", author: Ada);
        await MergeAsync(world, Mia, source, target);

        var preview = ReplyText.Of(await world.Slice.RunAsync(Ada, "idea merge", new { idea = "3", into = "12" }));

        Assert.StartsWith(
            "🔀 **#3 City bus app** would go on as **#7 Bus times**: https://discord.com/channels/1/9007/9007\n-# **#12 When does the bus come** goes on as that one itself.\n• 0 + 3 votes make 3.\n",
            preview, StringComparison.Ordinal);
        Assert.EndsWith("[Merge into #7] [Keep both]", preview, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bo", "12", "7", "Who proposed **#12 When does the bus come**, and mentors, can merge it. Write in its thread that you know the same idea; they will read it. Nothing was changed.")]
    [InlineData("mia", "12", "12", "That is the same idea twice. Name the one that it is like. Nothing was changed.")]
    [InlineData("mia", "12", "9", "**#9 Declined one** is **Declined**, so nothing goes on as it. It would have to be brought back first. Nothing was changed.")]
    [InlineData("mia", "8", "7", "**#8 Shipped one** is **Shipped**, so it does not go on as another one. Only ideas that are open or parked do. Nothing was changed.")]
    public async Task What_is_not_merged_is_answered_with_why(string who, string idea, string into, string answer)
    {
        await using var world = await StartAsync();
        await TwoAsync(world);
        await world.AddAsync(9, "Declined one", IdeaStatus.Declined);
        await world.AddAsync(8, "Shipped one", IdeaStatus.Shipped);

        Assert.Equal(answer, ReplyText.Of(await world.Slice.RunAsync(who == "bo" ? Bo : Mia, "idea merge", new { idea, into })));
    }

    [Fact]
    public async Task Into_a_team_that_is_formed_nobody_comes_along_and_the_preview_says_so()
    {
        await using var world = await StartAsync();
        var (source, target) = await TwoAsync(world, IdeaStatus.Building);

        var preview = await world.Slice.RunAsync(Mia, "idea merge", new { idea = "12", into = "7" });
        Assert.Contains("• 2 people who wanted to build it have no part there, since its team is formed. Tell them yourself.", ReplyText.Of(preview), StringComparison.Ordinal);
        await world.Slice.PressAsync(Mia, preview, "Merge into #7");

        Assert.Equal("102 Backend 1", await world.CrewAsync(target));
        var form = await world.PressAsync(Mia, ExplainUnmergeButton.Spec, source);
        Assert.Equal("The people of both build **#7 Bus times**: https://discord.com/channels/1/9007/9007 already, so the merge stays. Put up the idea anew with `/idea add`.",
            ReplyText.Of(await world.Slice.SubmitAsync(Mia, form, new { reason = "No" })));
    }

    [Fact]
    public async Task Words_that_name_none_for_sure_offer_those_that_may_be_meant()
    {
        await using var world = await StartAsync();
        var (source, _) = await TwoAsync(world);

        var form = await world.Slice.PressAsync(Ada, await world.PressAsync(Ada, IdeaControls.More, source), "Merge…");
        Assert.Equal("As which idea does #12 go on?\nThe idea that stays: (up to 200 characters)", ReplyText.Of(form));
        var which = await world.Slice.SubmitAsync(Ada, form, new { other = "bus" });

        Assert.Equal("As which one does **#12 When does the bus come** go on?\n• **#7 Bus times**: https://discord.com/channels/1/9007/9007\n[#7]", ReplyText.Of(which));
        var preview = await world.Slice.PressAsync(Ada, which, "#7");
        Assert.Equal("Both stay as they are.", ReplyText.Of(await world.Slice.PressAsync(Ada, preview, "Keep both")));
        Assert.Equal("I know no other idea like `zebra`. `/idea board` shows their numbers; nothing was changed.", ReplyText.Of(await world.Slice.SubmitAsync(Ada, form, new { other = "zebra" })));
    }

    [PostgresFact]
    public async Task It_is_the_same_on_the_other_database()
    {
        await using var world = await StartAsync(DatabaseOptions.Postgres);
        var (source, target) = await TwoAsync(world);
        await MergeAsync(world, Mia, source, target);

        Assert.Equal($"101 Backend waits from {source.Id}, 102 Backend 1, 103 Frontend 1 from {source.Id}", await world.CrewAsync(target));
        Assert.Equal(3, await world.VotesAsync(target));
        await TakeBackAsync(world, source);
        Assert.Equal("102 Backend 1", await world.CrewAsync(target));
    }

    // Ada's #12 has Ada and Cy, Bo's #7 has Bo; Bo voted for both.
    private static async Task<(Idea Source, Idea Target)> TwoAsync(BoardWorld world, IdeaStatus status = IdeaStatus.Proposed)
    {
        var (source, target) = (await world.AddAsync(12, "When does the bus come"), await world.AddAsync(7, "Bus times", status, Bo));
        await world.VoteAsync(source, Bo, Cy);
        await world.VoteAsync(target, Bo, Ada);
        foreach (var idea in new[] { source, target })
        {
            await world.NeedAsync(idea, IdeaRole.Backend, 1);
            await world.NeedAsync(idea, IdeaRole.Frontend, 1);
        }

        await world.WantAsync(source, Ada, IdeaRole.Backend, 1);
        await world.WantAsync(source, Cy, IdeaRole.Frontend, 1);
        await world.WantAsync(target, Bo, IdeaRole.Backend, 1);
        return (source, target);
    }

    private static async Task MergeAsync(BoardWorld world, TestPerson who, Idea source, Idea target) => await world.Slice.PressAsync(
        who, await world.Slice.RunAsync(who, "idea merge", new { idea = $"{source.Number}", into = $"{target.Number}" }), $"Merge into #{target.Number}");

    private static async Task TakeBackAsync(BoardWorld world, Idea source)
    {
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Slice.SubmitAsync(Mia, await world.PressAsync(Mia, ExplainUnmergeButton.Spec, source), new { reason = "Not the same" });
    }
}
