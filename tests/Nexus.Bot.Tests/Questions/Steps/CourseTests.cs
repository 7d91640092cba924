using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Events;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Silence;
using Nexus.Bot.Features.Questions.Steps;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Xunit;

namespace Nexus.Bot.Tests.Questions.Steps;

/// <summary>What happens to a question's post, and to a question, while nobody presses anything.</summary>
public sealed class CourseTests
{
    [Fact]
    public async Task A_step_shows_on_the_card_and_in_the_tags_and_several_are_one_drawing()
    {
        await using var world = await StepsWorld.StartAsync();
        await world.PressAsync(TestPerson.Ada, QuestionControls.SameHere);
        await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim);

        await world.DrawAsync();
        await world.DrawAsync();

        Assert.Equal(["edit 3012", "tags 2"], world.Calls);
        Assert.Contains("🙋 **Taken** by <@103>", world.Card);
        Assert.Equal((await world.QuestionAsync()).Revision, (await world.QuestionAsync()).DrawnRevision);
    }

    [Fact]
    public async Task A_tag_that_somebody_added_stays()
    {
        await using var world = await StepsWorld.StartAsync();
        world.Post = world.Post! with { AppliedTags = [new Snowflake(1), new Snowflake(3)] };

        await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim);
        await world.DrawAsync();

        Assert.Equal("tags 2 3", world.Calls[^1]);
    }

    [Fact]
    public async Task A_withdrawn_question_can_be_pressed_on_and_one_that_Discord_archived_since_comes_back()
    {
        await using var world = await StepsWorld.StartAsync();
        await world.PressAsync(TestPerson.Bo, WithdrawQuestionButton.Spec);
        await world.DrawAsync();
        Assert.DoesNotContain("archive", world.Calls);
        Assert.Contains("⚪ **Withdrawn**: no answer is needed any more", world.Card);

        world.Post = world.Post! with { ThreadMetadata = new ThreadMetadata { Archived = true } };
        world.Calls.Clear();
        await world.PressAsync(TestPerson.Bo, QuestionControls.Reopen);
        await world.DrawAsync();

        Assert.Equal("unarchive", world.Calls[0]);
        Assert.False(world.Post.ThreadMetadata.Archived);
    }

    [Fact]
    public async Task What_waits_for_an_answer_is_taken_out_of_the_archive_unless_somebody_locked_it()
    {
        await using var world = await StepsWorld.StartAsync();
        world.Post = world.Post! with { GuildId = Interactions.Guild, ThreadMetadata = new ThreadMetadata { Archived = true, Locked = true } };
        await world.HappenAsync<ThreadUpdateEvent, ThreadArchived>(new ThreadUpdateEvent(world.Post));
        await world.DrawAsync();
        Assert.Empty(world.Calls);

        world.Post = world.Post with { ThreadMetadata = new ThreadMetadata { Archived = true } };
        await world.HappenAsync<ThreadUpdateEvent, ThreadArchived>(new ThreadUpdateEvent(world.Post));
        await world.DrawAsync();

        Assert.Equal("unarchive", world.Calls[0]);
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_drawn_anew_in_its_thread()
    {
        await using var world = await StepsWorld.StartAsync();
        world.EditFails = StepsWorld.Refusal(404, DiscordErrorCode.UnknownMessage);

        await world.HappenAsync<MessageDeleteEvent, CardDeleted>(new MessageDeleteEvent { Id = world.Thread, ChannelId = world.Thread, GuildId = Interactions.Guild });
        world.Slice.Clock.Advance(TimeSpan.FromSeconds(10));
        await world.DrawAsync();

        Assert.Contains("create", world.Calls);
        Assert.Equal(new Snowflake(99_000), (await world.QuestionAsync()).CardMessageId);
    }

    [Theory]
    [InlineData(503, 0, true)]
    [InlineData(400, DiscordErrorCode.ThreadArchived, true)]
    [InlineData(403, DiscordErrorCode.MissingAccess, false)]
    public async Task Trouble_that_may_pass_is_tried_again_and_a_refusal_is_not(int status, int code, bool again)
    {
        await using var world = await StepsWorld.StartAsync();
        world.EditFails = StepsWorld.Refusal(status, code);
        await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim);
        await world.DrawAsync();
        Assert.Equal(again, (await world.QuestionAsync()).DrawAt is not null);

        world.EditFails = null;
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(3));
        await world.DrawAsync();

        Assert.Equal(again, world.Card is not null);
    }

    [Fact]
    public async Task A_deleted_thread_ends_the_question_and_its_asker_gets_their_words_back()
    {
        await using var world = await StepsWorld.StartAsync();
        world.Post = null;

        await world.HappenAsync<ThreadDeleteEvent, ThreadDeleted>(new ThreadDeleteEvent(new Channel { Id = world.Thread, GuildId = Interactions.Guild }));

        Assert.Equal((QuestionState.Withdrawn, "its post was deleted"), ((await world.QuestionAsync()).State, (await world.QuestionAsync()).EndedBecause));
        Assert.Equal(
            "Somebody deleted the post of your question **#12 Celery runs my task twice**, so nobody will answer it there. If you still need an answer, ask it again with `/ask`; your words:\nIt sends *two* mails.",
            Assert.Single(await world.WaitingAsync(EndingSource.DeliveryKind)));
        Assert.StartsWith("The post of **#12 Celery runs my task twice** was deleted, so it cannot be opened again.", ReplyText.Of(await world.PressAsync(TestPerson.Bo, QuestionControls.Reopen)));
        await world.DrawAsync();
        Assert.Empty(world.Calls);
    }

    [Fact]
    public async Task A_thread_that_was_deleted_while_nobody_listened_is_found()
    {
        await using var world = await StepsWorld.StartAsync();
        await world.Slice.RunJobAsync<FindLostQuestionsJob>();
        Assert.Equal(QuestionState.Open, (await world.QuestionAsync()).State);

        world.Post = null;
        await world.Slice.RunJobAsync<FindLostQuestionsJob>();

        Assert.Equal(QuestionState.Withdrawn, (await world.QuestionAsync()).State);
    }

    [Fact]
    public async Task That_its_asker_left_does_not_tell_who_asked_without_their_name()
    {
        await using var world = await StepsWorld.StartAsync(it => it.IsAnonymous = true);

        await world.HappenAsync<GuildMemberRemoveEvent, AskerLeaves>(new GuildMemberRemoveEvent(new GuildMember { GuildId = Interactions.Guild, User = new User { Id = TestPerson.Bo.Id } }));
        await world.DrawAsync();

        Assert.Contains("⚪ **Withdrawn**: no answer is needed any more", world.Card);
    }

    [Fact]
    public async Task A_question_whose_asker_left_ends_unless_somebody_else_waits_for_its_answer()
    {
        await using var world = await StepsWorld.StartAsync();
        var left = new GuildMemberRemoveEvent(new GuildMember { GuildId = Interactions.Guild, User = new User { Id = TestPerson.Bo.Id } });
        await world.PressAsync(TestPerson.Ada, QuestionControls.SameHere);
        await world.HappenAsync<GuildMemberRemoveEvent, AskerLeaves>(left);
        Assert.Equal(QuestionState.Open, (await world.QuestionAsync()).State);

        await world.PressAsync(TestPerson.Ada, QuestionControls.NotSame);
        await world.HappenAsync<GuildMemberRemoveEvent, AskerLeaves>(left);
        await world.DrawAsync();

        Assert.Contains("⚪ **Withdrawn**: its asker has left the server", world.Card);
    }

    [Fact]
    public async Task A_quiet_question_is_asked_about_then_rests_and_one_press_brings_it_back()
    {
        await using var world = await AnsweredAsync();
        world.Slice.Clock.Advance(TimeSpan.FromDays(5));
        await world.Slice.RunJobAsync<WatchSilenceJob>();
        await world.Slice.RunJobAsync<WatchSilenceJob>();

        var asked = Assert.Single(await world.WaitingAsync(SilenceSource.DeliveryKind));
        Assert.StartsWith("<@102>, is **#12 Celery runs my task twice** solved? It has an answer, and nobody has written here for a while.", asked);
        Assert.EndsWith("[It's solved] [Keep open] [Not solved]", asked);

        world.Slice.Clock.Advance(TimeSpan.FromDays(5));
        await world.Slice.RunJobAsync<WatchSilenceJob>();
        Assert.Equal(QuestionState.Stale, (await world.QuestionAsync()).State);
        Assert.Equal("", Assert.Single(await world.WaitingAsync(SilenceSource.DeliveryKind)));
        await world.DrawAsync();
        Assert.DoesNotContain("archive", world.Calls);

        await world.PressAsync(TestPerson.Bo, QuestionControls.Reopen);
        Assert.Equal(QuestionState.Open, (await world.QuestionAsync()).State);
    }

    [Fact]
    public async Task A_word_in_the_thread_or_a_press_on_Keep_open_puts_it_off()
    {
        await using var world = await AnsweredAsync();
        world.Slice.Clock.Advance(TimeSpan.FromDays(4));
        await world.HappenAsync<MessageCreateEvent, ThreadActivity>(new MessageCreateEvent(
            new Message { Id = new Snowflake(5), ChannelId = world.Thread, GuildId = Interactions.Guild, Author = new User { Id = TestPerson.Ada.Id } }));
        world.Slice.Clock.Advance(TimeSpan.FromDays(4));
        await world.Slice.RunJobAsync<WatchSilenceJob>();
        Assert.Empty(await world.WaitingAsync(SilenceSource.DeliveryKind));

        world.Slice.Clock.Advance(TimeSpan.FromDays(1));
        await world.Slice.RunJobAsync<WatchSilenceJob>();
        await world.PressAsync(TestPerson.Bo, QuestionControls.KeepOpen);
        world.Slice.Clock.Advance(TimeSpan.FromDays(4));
        await world.Slice.RunJobAsync<WatchSilenceJob>();

        Assert.Equal(QuestionState.Answered, (await world.QuestionAsync()).State);
    }

    [Fact]
    public async Task Who_asks_without_a_name_is_asked_in_private()
    {
        await using var world = await AnsweredAsync(anonymous: true);
        world.Slice.Clock.Advance(TimeSpan.FromDays(5));
        await world.Slice.RunJobAsync<WatchSilenceJob>();

        Assert.StartsWith("Is **#12 Celery runs my task twice** solved? It has an answer: https://discord.com/channels/1/3012", Assert.Single(await world.WaitingAsync(SilenceSource.DeliveryKind)));
    }

    [Fact]
    public async Task What_nobody_answered_is_never_asked_about_nor_closed()
    {
        await using var world = await StepsWorld.StartAsync();
        for (var day = 0; day < 60; day++)
        {
            world.Slice.Clock.Advance(TimeSpan.FromDays(1));
            await world.Slice.RunJobAsync<WatchSilenceJob>();
        }

        Assert.Equal(QuestionState.Open, (await world.QuestionAsync()).State);
        Assert.Empty(await world.WaitingAsync(SilenceSource.DeliveryKind));
    }

    private static async Task<StepsWorld> AnsweredAsync(bool anonymous = false)
    {
        var world = await StepsWorld.StartAsync(it => it.IsAnonymous = anonymous);
        await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim);
        await world.AnswerAsync();
        return world;
    }
}
