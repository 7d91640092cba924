using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Proposing;
using Nexus.Bot.Features.Ideas.Proposing.Places;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Ideas.Proposing;

public sealed class ProposeIdeaTests
{
    private static string Card(ProposingWorld world, int at = 0) => ReplyText.Of(Assert.Single(world.Forum.Posts[at].Message.Components!));

    [Fact]
    public async Task With_nothing_like_it_an_idea_is_posted_at_once_with_what_was_understood_of_its_needs()
    {
        await using var world = await ProposingWorld.StartAsync();

        var posted = await world.PostedAsync(needs: "2 backend, 1-2 frontend, mentor");

        Assert.Equal(
            $"""
            ✅ **#1 Bus times near campus**: https://discord.com/channels/1/{ProposingWorld.Post}/{ProposingWorld.Post}
            Needed: 2 backend, 1 to 2 frontend, 1 mentor, if there is one.
            -# You are in its thread, so you hear what others say.
            [Change tags] [Edit] [Undo]
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(posted));
        Assert.Equal("Bus times near campus", Assert.Single(world.Forum.Posts).Name);
        Assert.Contains("#1", Card(world), StringComparison.Ordinal);
        Assert.Equal([TestPerson.Ada.Id], world.Forum.Followers);
    }

    [Fact]
    public async Task What_is_like_it_is_shown_to_its_author_alone_and_a_vote_for_that_puts_the_draft_away()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync(who: TestPerson.Bo);

        var preview = await world.ProposeAsync("Bus times at the campus", "Nobody knows when buses pass near campus, so students wait.");

        Assert.True(preview.IsPrivate);
        Assert.StartsWith(
            "### This looks like the same idea\n💡 **#1 Bus times near campus** · Proposed, 0 votes\n> Students wait for buses that never come, because nobody knows when they pass.\n[Vote for #1 instead] [Read it](",
            ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.EndsWith("Your idea **Bus times at the campus** is not posted yet.\nNeeded: nobody yet.\n[Post mine anyway] [Edit] [Discard]", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.Single(world.Forum.Posts);

        var voted = await world.PressAsync(preview, "Vote for #1 instead");
        Assert.StartsWith("Your idea **Bus times at the campus** was not posted; I keep your words for a week.", ReplyText.Of(voted), StringComparison.Ordinal);
        await using (var db = world.Slice.Db())
        {
            Assert.Equal(TestPerson.Ada.Id, Assert.Single(await db.In<IdeaVote>(Interactions.Guild).ToListAsync()).PersonId);
        }

        var again = await world.PressAsync(voted, "Show mine again");
        await world.Slice.FollowUpAsync(TestPerson.Ada, await world.PressAsync(again, "Post mine anyway"));
        Assert.Equal(2, world.Forum.Posts.Count);
    }

    [Fact]
    public async Task A_vote_that_does_not_count_leaves_the_draft_where_it_is()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync(who: TestPerson.Bo);
        await world.PostedAsync("Bread of the day", "Nobody knows which bakery has which bread today.", who: TestPerson.Mentor);
        await using (var db = world.Slice.Db())
        {
            db.Add(new IdeaSettings { GuildId = Interactions.Guild, MostOpenVotes = 1 });
            db.Add(new IdeaVote { GuildId = Interactions.Guild, IdeaId = (await world.IdeaAsync(1)).Id, PersonId = TestPerson.Ada.Id, Stance = Stance.For, At = world.Slice.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        var preview = await world.ProposeAsync("Bus times at the campus", "Nobody knows when buses pass near campus, so students wait.");
        var refused = await world.PressAsync(preview, "Vote for #1 instead");

        Assert.Contains("Your idea **Bus times at the campus** is not posted yet.\nNeeded: nobody yet.\n[Post mine anyway] [Edit] [Discard]", ReplyText.Of(refused), StringComparison.Ordinal);
        Assert.EndsWith("up my vote for…: #2 Bread of the day]", ReplyText.Of(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_title_is_typed_ideas_like_it_are_offered_and_one_that_is_picked_is_shown_with_its_vote_button()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync(who: TestPerson.Bo);

        var offered = await world.Slice.SuggestAsync(TestPerson.Ada, "idea add", "title", "bus times campus");

        Assert.Equal([("Propose: bus times campus", "bus times campus"), ("💡 #1 Bus times near campus (0 votes): vote for that one", "#1")], offered.Select(it => (it.Name, it.Value)));
        var picked = ReplyText.Of(await world.Slice.RunAsync(TestPerson.Ada, "idea add", new { title = "#1" }));
        Assert.Contains("[Vote]", picked, StringComparison.Ordinal);
        Assert.Contains("[Propose my own]", picked, StringComparison.Ordinal);
        Assert.Equal("There is no idea #7 on the board.\n[Propose an idea]", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Ada, "idea add", new { title = "#7" })));
    }

    [Fact]
    public async Task A_line_of_needs_that_is_not_understood_says_which_part_and_the_form_opens_with_every_word()
    {
        await using var world = await ProposingWorld.StartAsync();

        var unclear = await world.ProposeAsync(solution: "A REST API", needs: "2 backend, some wizards");

        Assert.Equal(
            "I do not understand “some wizards” in who is needed. Write it like `2 backend, 1-2 frontend, mentor`, or leave it empty.\n-# Nothing is posted yet; what you wrote is kept.\n[Edit] [Discard]",
            ReplyText.Of(unclear));
        var form = await world.PressAsync(unclear, "Edit");
        Assert.Equal(
            $"Propose an idea\nYour idea in one line: {ProposingWorld.Title}\nWhich problem does it solve?: {ProposingWorld.Problem}\nFor whom?: (up to 300 characters)\nA rough solution: A REST API\nWho is needed to build it?: 2 backend, some wizards",
            ReplyText.Of(form));

        await world.Slice.FollowUpAsync(TestPerson.Ada, await world.SendAsync(form, ProposingWorld.Title, ProposingWorld.Problem, needs: "2 backend"));
        Assert.Single(world.Forum.Posts);
    }

    [Fact]
    public async Task A_form_sent_twice_and_a_post_that_is_tried_twice_make_one_idea()
    {
        await using var world = await ProposingWorld.StartAsync();
        var form = await world.Slice.RunAsync(TestPerson.Ada, "idea add");
        var posting = await world.SendAsync(form, ProposingWorld.Title, ProposingWorld.Problem);
        var twice = await world.SendAsync(form, ProposingWorld.Title, ProposingWorld.Problem);

        await world.Slice.FollowUpAsync(TestPerson.Ada, posting);
        var second = await world.Slice.FollowUpAsync(TestPerson.Ada, twice);

        Assert.Single(world.Forum.Posts);
        Assert.StartsWith("✅ **#1 Bus times near campus**", ReplyText.Of(second!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_between_the_form_and_the_post_loses_nothing()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.ProposeAsync();

        await world.Slice.RestartAsync();
        await world.Slice.RunJobAsync<PostIdeasJob>();
        await world.Slice.RunJobAsync<PostIdeasJob>();

        Assert.Single(world.Forum.Posts);
        Assert.Equal((1, ProposingWorld.Post), ((await world.IdeaAsync()).Number, (await world.IdeaAsync()).CardMessageId));
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_found_and_not_made_again()
    {
        await using var world = await ProposingWorld.StartAsync();
        world.Forum.LoseAnswer();
        var unsure = await world.PostedAsync();
        Assert.StartsWith("Discord does not answer right now", ReplyText.Of(unsure), StringComparison.Ordinal);

        var posted = await world.Slice.FollowUpAsync(TestPerson.Ada, await world.PressAsync(unsure, "Try again"));

        Assert.StartsWith("✅ **#1 Bus times near campus**", ReplyText.Of(posted!), StringComparison.Ordinal);
        Assert.Single(world.Forum.Posts);
    }

    [Fact]
    public async Task Where_Nexus_may_not_post_the_author_keeps_the_words_mentors_are_told_once_and_the_number_is_free_again()
    {
        await using var world = await ProposingWorld.StartAsync();
        world.Forum.Fail(new DiscordApiException("POST /channels/{channel}/threads", 403, DiscordErrorCode.MissingPermissions, "no"));
        var refused = await world.PostedAsync();
        world.Forum.Fail(new DiscordApiException("POST /channels/{channel}/threads", 403, DiscordErrorCode.MissingPermissions, "no"));
        var again = await world.Slice.FollowUpAsync(TestPerson.Ada, await world.PressAsync(refused, "Try again"));

        Assert.StartsWith("Your idea is not posted: I may not post in <#50>. Please give Nexus View Channel, Send Messages, Create Posts and Send Messages in Threads there.", ReplyText.Of(refused), StringComparison.Ordinal);
        Assert.Contains($"```\n{ProposingWorld.Title}\n\n{ProposingWorld.Problem}\n```", ReplyText.Of(again!), StringComparison.Ordinal);
        Assert.Single(await world.LogAsync());
        Assert.Null((await world.IdeaAsync()).Number);

        var posted = await world.Slice.FollowUpAsync(TestPerson.Ada, await world.PressAsync(again!, "Try again"));
        Assert.StartsWith("✅ **#1 Bus times near campus**", ReplyText.Of(posted!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_it_off_the_board_while_nobody_is_on_it_and_it_can_be_proposed_again()
    {
        await using var world = await ProposingWorld.StartAsync();
        world.Slice.Discord.Setup(it => it.GetMessagesAsync(ProposingWorld.Post, It.IsAny<int>(), null, null, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        var posted = await world.PostedAsync();

        var undone = await world.Slice.FollowUpAsync(TestPerson.Ada, await world.PressAsync(posted, "Undo"));

        Assert.Equal("↩️ Your idea is gone from the board; I keep your words.\n[Propose it again]", ReplyText.Of(undone!));
        world.Slice.Discord.Verify(it => it.DeleteChannelAsync(ProposingWorld.Post, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()), Moq.Times.Once);
        Assert.Equal((IdeaStatus.Withdrawn, null), ((await world.IdeaAsync()).Status, (await world.IdeaAsync()).CardMessageId));

        await world.Slice.FollowUpAsync(TestPerson.Ada, await world.PressAsync(undone!, "Propose it again"));
        Assert.Equal(2, world.Forum.Posts.Count);
        Assert.Equal(IdeaStatus.Proposed, (await world.IdeaAsync()).Status);
    }

    [Fact]
    public async Task Once_somebody_voted_undo_leads_to_withdrawing_and_deletes_nothing()
    {
        await using var world = await ProposingWorld.StartAsync();
        var posted = await world.PostedAsync();
        var id = (await world.IdeaAsync()).Id;
        await world.Slice.PressAsync(TestPerson.Bo, $"idea.vote.v1:{id}");

        var late = await world.PressAsync(posted, "Undo");

        Assert.StartsWith("Others have voted, joined or written", ReplyText.Of(late), StringComparison.Ordinal);
        Assert.Equal(IdeaStatus.Proposed, (await world.IdeaAsync()).Status);
        Assert.Equal("Only who wrote the idea can do that.", ReplyText.Of(await world.PressAsync(posted, "Undo", TestPerson.Bo)));
    }

    [Fact]
    public async Task A_discarded_draft_comes_back_and_after_a_week_its_words_are_gone()
    {
        await using var world = await ProposingWorld.StartAsync();
        var unclear = await world.ProposeAsync(needs: "wizards");
        var discarded = await world.PressAsync(unclear, "Discard");
        Assert.Equal("🗑️ Discarded. Nothing was posted.\n[Undo]", ReplyText.Of(discarded));
        Assert.Contains("[Post it] [Edit] [Discard]", ReplyText.Of(await world.PressAsync(discarded, "Undo")), StringComparison.Ordinal);

        world.Slice.Clock.Advance(TimeSpan.FromDays(8));
        await world.Slice.RunJobAsync<ForgetIdeaDraftsJob>();

        Assert.Equal("That idea is no longer here. `/idea add` starts a new one.", ReplyText.Of(await world.PressAsync(discarded, "Undo")));
    }

    [Theory]
    [InlineData("   ", "  \n ")]
    [InlineData("\u200b\u200b", "x")]
    public async Task Words_that_say_nothing_are_not_posted(string title, string problem)
    {
        await using var world = await ProposingWorld.StartAsync();

        var unfinished = await world.ProposeAsync(title, problem);

        Assert.StartsWith("An idea needs a line that says what it is, and the problem it solves.", ReplyText.Of(unfinished), StringComparison.Ordinal);
        Assert.Null(unfinished.FollowUp);
    }

    [Fact]
    public async Task More_than_an_idea_holds_is_not_posted_and_comes_back_as_a_file()
    {
        await using var world = await ProposingWorld.StartAsync();

        var tooMuch = await world.ProposeAsync(problem: new string('x', 6000));

        Assert.StartsWith("That is more than an idea holds: a line of 100 characters, 1000 for the problem, 300 for whom and 1200 for the solution. Nothing was posted.", ReplyText.Of(tooMuch), StringComparison.Ordinal);
        Assert.Equal(6000 + ProposingWorld.Title.Length + 2, Assert.Single(tooMuch.Files!).Content.Length);
        Assert.Empty(world.Forum.Posts);
    }

    [Fact]
    public async Task A_secret_is_hidden_and_shown_before_anything_is_posted()
    {
        await using var world = await ProposingWorld.StartAsync();

        var warned = await world.ProposeAsync(problem: "The bot logs in with\npassword=hunter2secret");

        Assert.StartsWith("⚠️ **I hid what looks like a secret.** If it is real, change it: whoever has it can use it.\n- Line 2 of your problem looks like the value of password", ReplyText.Of(warned), StringComparison.Ordinal);
        Assert.Empty(world.Forum.Posts);
        await world.Slice.FollowUpAsync(TestPerson.Ada, await world.PressAsync(warned, "Post it"));
        Assert.DoesNotContain("hunter2secret", Card(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_of_emoji_and_words_that_would_mention_or_link_stay_words()
    {
        await using var world = await ProposingWorld.StartAsync();
        var emoji = string.Concat(Enumerable.Repeat("🚌", 50));

        await world.PostedAsync(emoji, "@everyone see [here](https://example.org) <@&900>");

        Assert.Equal(emoji, world.Forum.Posts[0].Name);
        Assert.DoesNotContain("[here](", Card(world), StringComparison.Ordinal);
        Assert.Empty(world.Forum.Posts[0].Message.AllowedMentions!.Parse);
    }

    [Fact]
    public async Task Without_a_place_for_ideas_the_form_does_not_open()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.Slice.ConfigureAsync(it => it.IdeaForumId = null);

        Assert.Equal(
            "This server has no place for ideas yet, so nothing was posted. Please ask a mentor to have `/nexus setup` run.",
            ReplyText.Of(await world.Slice.RunAsync(TestPerson.Ada, "idea add")));
    }

    [Fact]
    public async Task In_a_text_channel_an_idea_is_a_message_with_a_thread()
    {
        await using var world = await ProposingWorld.StartAsync(ChannelType.GuildText);

        var posted = await world.PostedAsync();

        Assert.StartsWith($"✅ **#1 Bus times near campus**: https://discord.com/channels/1/50/{ProposingWorld.Post}", ReplyText.Of(posted), StringComparison.Ordinal);
    }
}
