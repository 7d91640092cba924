using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Board;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Questions.Lists;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Tests.Questions.Board;

public sealed class BoardTests
{
    private const int Red = 0xDA373C, Green = 0x23A55A;

    [Fact]
    public async Task The_board_shows_what_waits_by_age_and_who_has_it()
    {
        await using var world = await BoardWorld.StartAsync();
        var taken = Asked.Question(world.Slice, 2, "Which *index*?", 30, QuestionState.Claimed);
        taken.HolderId = TestPerson.Mentor.Id;
        await Asked.AddAsync(
            world.Slice, taken,
            Asked.Question(world.Slice, 1, "Celery retries forever", 1), Asked.Question(world.Slice, 3, "Why is CI slow?", 9), Asked.Question(world.Slice, 4, "What is a key?", 3),
            Asked.Question(world.Slice, 5, "Answered", 50, QuestionState.Answered), Asked.Question(world.Slice, 6, "Solved", 50, QuestionState.Accepted));

        var placed = await world.PutAsync(BoardWorld.Mentors);

        Assert.Equal(
            "📋 The mentors' board stands in <#60>. It keeps itself up to date; whoever reads that channel sees it.\n[Look at it](https://discord.com/channels/1/60/600) [Take it down]",
            ReplyText.Of(placed));
        Assert.Equal(
            """
            ## Questions that wait
            **4 unanswered**: 3 open, 1 taken
            1 answered, waiting for its asker
            🔴 waiting over 24 h: **1**
            [**#2**](https://discord.com/channels/1/7002) Which \*index\*? · <t:1795316400:R> · <@201> has it
            🟠 over 8 h: **1**
            [**#3**](https://discord.com/channels/1/7003) Why is CI slow? · <t:1795392000:R> · nobody yet
            🟡 over 2 h: **1**
            [**#4**](https://discord.com/channels/1/7004) What is a key? · <t:1795413600:R> · nobody yet
            🟢 fresh: **1**
            [**#1**](https://discord.com/channels/1/7001) Celery retries forever · <t:1795420800:R> · nobody yet
            -# Updated <t:1795424400:R>, and again whenever something changes.
            [Refresh] [List unanswered]
            """,
            Assert.Single(world.TextsIn(BoardWorld.Mentors)));
        Assert.Equal(Red, world.ColourOf(BoardWorld.Mentors));
    }

    [Fact]
    public async Task With_nothing_to_answer_it_is_glad()
    {
        await using var world = await BoardWorld.StartAsync();

        await world.PutAsync(BoardWorld.Mentors);

        Assert.StartsWith("## Questions that wait\n🎉 No question waits for an answer.\n-# Updated", world.TextsIn(BoardWorld.Mentors)[0], StringComparison.Ordinal);
        Assert.Equal(Green, world.ColourOf(BoardWorld.Mentors));
    }

    [Fact]
    public async Task Many_long_titles_fit_on_it_and_the_rest_is_counted()
    {
        await using var world = await BoardWorld.StartAsync();
        await Asked.AddAsync(world.Slice, [.. Enumerable.Range(1, 60).Select(number => Asked.Question(world.Slice, number, new string('*', 100), 100 - number))]);

        await world.PutAsync(BoardWorld.Mentors);

        var text = world.TextsIn(BoardWorld.Mentors)[0];
        Assert.InRange(text.Length, 3000, 4000);
        Assert.Contains("\n🔴 waiting over 24 h: **60**\n[**#1**]", text, StringComparison.Ordinal);
        var shown = text.Split("[**#").Length - 1;
        Assert.Contains($"\n-# … and {60 - shown} more with **List unanswered**\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rush_of_changes_draws_it_at_most_once_a_minute_and_nothing_draws_it_when_nothing_changed()
    {
        await using var world = await BoardWorld.StartAsync();
        await world.PutAsync(BoardWorld.Mentors);

        for (var number = 1; number <= 30; number++)
        {
            await Asked.AddAsync(world.Slice, Asked.Question(world.Slice, number, $"Question {number}", 0));
            await world.PassAsync(TimeSpan.FromSeconds(4));
        }

        Assert.Equal((1, 2), (world.Posts - LogPosts(world), world.Edits)); // 120 seconds
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("**30 unanswered**", world.TextsIn(BoardWorld.Mentors)[0], StringComparison.Ordinal);
        var edits = world.Edits;
        for (var minute = 0; minute < 30; minute++)
        {
            await world.PassAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(edits, world.Edits);
    }

    [Fact]
    public async Task What_was_put_off_in_a_rush_is_asked_for_at_its_time()
    {
        await using var world = await BoardWorld.StartAsync();
        await world.PutAsync(BoardWorld.Mentors);
        var drawn = world.Slice.Clock.GetUtcNow();
        await Asked.AddAsync(world.Slice, Asked.Question(world.Slice, 1, "New", 0));

        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(0, world.Edits);
        Assert.Contains((typeof(DrawBoardsJob), drawn + TimeSpan.FromMinutes(1)), world.Slice.Schedule.WakeUps);
    }

    [Theory]
    [InlineData(2, "🟡 over 2 h: **1**")]
    [InlineData(8, "🟠 over 8 h: **1**")]
    [InlineData(24, "🔴 waiting over 24 h: **1**")]
    public async Task A_question_that_grows_old_changes_its_band(int hours, string band)
    {
        await using var world = await BoardWorld.StartAsync();
        await Asked.AddAsync(world.Slice, Asked.Question(world.Slice, 1, "Patient", 0));
        await world.PutAsync(BoardWorld.Mentors);

        await world.PassAsync(TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(band, world.TextsIn(BoardWorld.Mentors)[0], StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(band, world.TextsIn(BoardWorld.Mentors)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_the_same_message_goes_on()
    {
        await using var world = await BoardWorld.StartAsync();
        await world.PutAsync(BoardWorld.Mentors);
        await Asked.AddAsync(world.Slice, Asked.Question(world.Slice, 1, "While it was away", 0));

        var started = ActivatorUtilities.CreateInstance<BoardDrawing>(world.Slice.Services);
        await started.DrawAsync(Interactions.Guild, BoardPlace.Of(await world.SettingsAsync())!, atOnce: false, CancellationToken.None);

        Assert.Contains("While it was away", Assert.Single(world.TextsIn(BoardWorld.Mentors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_message_comes_back()
    {
        await using var world = await BoardWorld.StartAsync();
        await world.PutAsync(BoardWorld.Mentors);
        var message = world.MessageIn(BoardWorld.Mentors);
        world.Delete(BoardWorld.Mentors, message);

        await using (var scope = world.Slice.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<BoardMessageDeleted>()
                .HandleAsync(new MessageDeleteEvent { Id = message, ChannelId = BoardWorld.Mentors, GuildId = Interactions.Guild }, CancellationToken.None);
        }

        Assert.Contains((typeof(DrawBoardsJob), world.Slice.Clock.GetUtcNow()), world.Slice.Schedule.WakeUps);
        await world.DrawAsync();

        Assert.Single(world.TextsIn(BoardWorld.Mentors));
        Assert.Equal(world.MessageIn(BoardWorld.Mentors), (await world.SettingsAsync()).BoardMessageId);
    }

    [Theory]
    [InlineData(DiscordErrorCode.UnknownChannel, "📝 Nexus no longer shows the mentors' board: its channel was deleted. `/questions board` puts it up again")]
    [InlineData(DiscordErrorCode.MissingAccess, "📝 Nexus no longer shows the mentors' board: I may not write in <#60> any more. `/questions board` puts it up again")]
    public async Task A_board_whose_channel_is_gone_or_closed_is_given_up_and_the_log_says_so_once(int code, string words)
    {
        await using var world = await BoardWorld.StartAsync();
        await world.PutAsync(BoardWorld.Mentors);
        world.Refuse(BoardWorld.Mentors, code);
        await Asked.AddAsync(world.Slice, Asked.Question(world.Slice, 1, "New", 0));

        await world.PassAsync(TimeSpan.FromMinutes(2));
        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Null((await world.SettingsAsync()).BoardChannelId);
        Assert.Single(world.TextsIn(BoardWorld.Log), text => text.Split('\n')[0] == words);
    }

    [Fact]
    public async Task An_outage_gives_nothing_up()
    {
        await using var world = await BoardWorld.StartAsync();
        await world.PutAsync(BoardWorld.Mentors);
        world.Refuse(BoardWorld.Mentors, code: 0);
        await Asked.AddAsync(world.Slice, Asked.Question(world.Slice, 1, "New", 0));

        await world.PassAsync(TimeSpan.FromMinutes(2));
        world.Open(BoardWorld.Mentors);
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("**1 unanswered**", world.TextsIn(BoardWorld.Mentors)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_it_leaves_one_board_and_the_log_knows_who_did()
    {
        await using var world = await BoardWorld.StartAsync();
        await world.PutAsync(BoardWorld.Mentors);

        var moved = await world.PutAsync(BoardWorld.Other);
        await world.PassAsync(TimeSpan.Zero);

        Assert.StartsWith("📋 The mentors' board stands in <#62>.", ReplyText.Of(moved), StringComparison.Ordinal);
        Assert.Empty(world.TextsIn(BoardWorld.Mentors));
        Assert.Single(world.TextsIn(BoardWorld.Other));
        Assert.Equal(["📝 <@201> put the mentors' board into <#60>", "📝 <@201> put the mentors' board into <#62>"], world.TextsIn(BoardWorld.Log).Select(text => text.Split('\n')[0]));
    }

    [Fact]
    public async Task A_channel_that_is_closed_to_the_bot_is_told_and_the_board_stays_where_it_was()
    {
        await using var world = await BoardWorld.StartAsync();
        await world.PutAsync(BoardWorld.Mentors);
        world.Refuse(BoardWorld.Other, DiscordErrorCode.MissingPermissions);

        var refused = await world.PutAsync(BoardWorld.Other);

        Assert.Equal("I may not write in <#62>, so the board is not there. Nexus needs View Channel and Send Messages. It stays where it was.", ReplyText.Of(refused));
        var settings = await world.SettingsAsync();
        Assert.Equal((BoardWorld.Mentors, world.MessageIn(BoardWorld.Mentors)), (settings.BoardChannelId, settings.BoardMessageId));
    }

    [Fact]
    public async Task Without_a_channel_it_says_where_the_board_is_and_one_press_takes_it_down()
    {
        await using var world = await BoardWorld.StartAsync();
        Assert.Equal(
            "There is no mentors' board yet. `/questions board channel:` puts one into a channel: the unanswered questions by age, always up to date.",
            ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "questions board")));
        await world.PutAsync(BoardWorld.Mentors);

        var where = await world.Slice.RunAsync(TestPerson.Mentor, "questions board");
        Assert.Equal(
            "📋 The mentors' board stands in <#60>. `/questions board channel:` moves it.\n[Look at it](https://discord.com/channels/1/60/600) [Take it down]",
            ReplyText.Of(where));
        var removed = await world.Slice.PressAsync(TestPerson.Mentor, where, "Take it down");
        await world.Slice.FollowUpAsync(TestPerson.Mentor, removed);

        Assert.Equal("The mentors' board is gone. `/questions board channel:` puts it up again.", ReplyText.Of(removed));
        Assert.Empty(world.TextsIn(BoardWorld.Mentors));
        await world.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(world.TextsIn(BoardWorld.Mentors));
    }

    [Fact]
    public async Task Refresh_draws_it_where_it_stands_and_an_old_board_says_where_the_new_one_is()
    {
        await using var world = await BoardWorld.StartAsync();
        await world.PutAsync(BoardWorld.Mentors);
        await Asked.AddAsync(world.Slice, Asked.Question(world.Slice, 1, "New", 0));

        var fresh = await world.PressOnBoardAsync(TestPerson.Bo, "questions.board-refresh.v1", world.MessageIn(BoardWorld.Mentors));
        var old = await world.PressOnBoardAsync(TestPerson.Bo, "questions.board-refresh.v1", new Snowflake(5));

        Assert.Equal(ReplyKind.Change, fresh.Kind);
        Assert.Contains("**1 unanswered**", ReplyText.Of(fresh), StringComparison.Ordinal);
        Assert.True(old.IsPrivate);
        Assert.Equal("This is an old board. The one that is kept up to date stands in <#60>.\n[Look at it](https://discord.com/channels/1/60/600)", ReplyText.Of(old));
    }

    [Fact]
    public async Task List_unanswered_shows_the_list_to_whoever_presses_alone()
    {
        await using var world = await BoardWorld.StartAsync();
        await Asked.AddAsync(world.Slice, Asked.Question(world.Slice, 1, "New", 0));

        var list = await world.Slice.PressAsync(TestPerson.Bo, ReplyText.ButtonId(Reply.PublicCard(BoardViews.Card(await FactsAsync(world), "")), "List unanswered"));

        Assert.True(list.IsPrivate);
        Assert.StartsWith("## Unanswered questions\n-# 1 question", ReplyText.Of(list), StringComparison.Ordinal);
    }

    private static int LogPosts(BoardWorld world) => world.TextsIn(BoardWorld.Log).Count;

    private static async Task<BoardFacts> FactsAsync(BoardWorld world)
    {
        await using var db = world.Slice.Db();
        return await BoardFacts.OfAsync(db, Interactions.Guild, world.Slice.Clock.GetUtcNow(), CancellationToken.None);
    }
}
