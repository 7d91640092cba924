using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Questions.Answers;

public sealed class SolvedTests
{
    [Fact]
    public async Task The_button_offers_what_others_wrote_and_the_choice_is_marked()
    {
        await using var asked = await AskedWorld.StartAsync();
        var helped = asked.Says(TestPerson.Bo, "Start RabbitMQ.");
        asked.Says(TestPerson.Ada, "Trying that.");
        var unread = asked.Says(AskedWorld.Cy, "");
        asked.World.Clock.Advance(TimeSpan.FromMinutes(10));

        var offer = await OfferAsync(asked, TestPerson.Ada);
        var marked = await ChooseAsync(asked, TestPerson.Ada, offer, helped);

        Assert.Equal(
            $"Glad to hear it! Which message helped with **#12 Celery never \\*runs\\* my task**? If more than one did, choose the best now; **More…** on the card adds another.\n"
                + $"1. <@103> <t:1795597380:R> https://discord.com/channels/1/10/{unread.Id}\n2. <@102> <t:1795597260:R> https://discord.com/channels/1/10/{helped.Id}\n"
                + "[This one helped: 1 · cy, 7 min ago | 2 · bo, 9 min ago]\n[I solved it myself]",
            ReplyText.Of(offer).Replace(Time(unread), "1795597380", StringComparison.Ordinal).Replace(Time(helped), "1795597260", StringComparison.Ordinal));
        Assert.StartsWith("✅ Marked as what helped", ReplyText.Of(marked), StringComparison.Ordinal);
        Assert.Equal("Start RabbitMQ.", Assert.Single(await asked.AnswersAsync()).Text);

        static string Time(Message message) => message.Id.CreatedAt.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_message_that_was_deleted_meanwhile_is_not_marked()
    {
        await using var asked = await AskedWorld.StartAsync();
        var helped = asked.Says(TestPerson.Bo, "Start RabbitMQ.");
        var offer = await OfferAsync(asked, TestPerson.Ada);
        asked.Deletes(helped);

        var marked = await ChooseAsync(asked, TestPerson.Ada, offer, helped);

        Assert.Equal("I cannot see that message any more: it may have been deleted. Nothing was marked.", ReplyText.Of(marked));
        Assert.Equal(QuestionState.Open, (await asked.QuestionAsync()).State);
    }

    [Fact]
    public async Task Somebody_else_cannot_say_that_it_is_solved()
    {
        await using var asked = await AskedWorld.StartAsync();

        var reply = await asked.PressAsync(TestPerson.Bo, SolvedButton.Spec);

        Assert.StartsWith("What helped with **#12 Celery never \\*runs\\* my task** is for its asker or a mentor to say.", ReplyText.Of(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Written by <@101>")]
    [InlineData(true, "Written by the asker")]
    public async Task Solved_by_themselves_the_way_is_posted_for_the_next_person_and_is_what_helped(bool isAnonymous, string by)
    {
        await using var asked = await AskedWorld.StartAsync(isAnonymous);
        var offer = await OfferAsync(asked, TestPerson.Ada);
        Assert.StartsWith("Nobody else has written here yet. Did you solve it yourself?", ReplyText.Of(offer), StringComparison.Ordinal);

        var posted = await SolveAsync(asked, await asked.World.PressAsync(TestPerson.Ada, offer, "I solved it myself"), "The *address* was wrong.\n# Loud PASSWORD=hunter2");

        Assert.Equal($"💡 **What solved it**\nThe *address* was wrong.\n\\# Loud PASSWORD=•••\n-# {by}", asked.Sent[0].Message.Content);
        Assert.Null(asked.Sent[0].Message.AllowedMentions.Users);
        Assert.StartsWith("✅ Marked as what helped", ReplyText.Of(posted), StringComparison.Ordinal);
        var row = Assert.Single(await asked.AnswersAsync());
        Assert.Equal((TestPerson.Ada.Id, "The *address* was wrong.\n# Loud PASSWORD=•••"), (row.AuthorId, row.Text));
    }

    [Fact]
    public async Task Where_the_thread_is_archived_it_is_opened_first_and_where_nothing_works_the_words_are_kept()
    {
        await using var asked = await AskedWorld.StartAsync();
        var form = await asked.PressAsync(TestPerson.Ada, SolvedMyselfButton.Spec);
        var refusals = new Queue<DiscordApiException>([Refused(400, DiscordErrorCode.ThreadArchived)]);
        asked.World.Discord.Setup(it => it.CreateMessageAsync(asked.Thread, It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, MessageCreate _, RequestOptions? _, CancellationToken _) => refusals.TryDequeue(out var refusal)
                ? throw refusal
                : Task.FromResult(new Message { Id = new Snowflake(77_000), ChannelId = channel }));

        var posted = await SolveAsync(asked, form, "The address was wrong.");
        refusals.Enqueue(Refused(403, DiscordErrorCode.MissingAccess));
        var closed = await SolveAsync(asked, form, "The address was wrong.");

        Assert.StartsWith("✅ Marked as what helped", ReplyText.Of(posted), StringComparison.Ordinal);
        asked.World.Discord.Verify(it => it.EditChannelAsync(asked.Thread, It.Is<ChannelEdit>(edit => edit.Archived == false), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()), Moq.Times.Once);
        Assert.Equal("I cannot write in that thread, so nothing was posted or marked. Your words are in the file below.", ReplyText.Of(closed));
        Assert.Equal("The address was wrong.", System.Text.Encoding.UTF8.GetString(closed.Files![0].Content.Span));
    }

    [Theory]
    [InlineData("I think the broker is not running.", true)]
    [InlineData("", true)]
    [InlineData("me too please", false)]
    [InlineData("What does docker ps say there?", false)]
    public async Task The_first_reply_of_somebody_else_is_noticed_where_the_server_wants_that(string text, bool counts)
    {
        await using var asked = await NoticingAsync();

        await HearAsync(asked, asked.Says(TestPerson.Bo, text));
        await HearAsync(asked, asked.Says(AskedWorld.Cy, text));
        await asked.SendAsync();

        Assert.Equal(counts ? QuestionState.Answered : QuestionState.Open, (await asked.QuestionAsync()).State);
        Assert.Equal(counts ? 1 : 0, (await asked.AnswersAsync()).Count);
        Assert.Equal(counts ? 1 : 0, asked.News(asked.Thread).Count);
    }

    [Fact]
    public async Task The_asker_bots_and_Discords_own_notes_are_no_replies_and_neither_is_what_the_server_does_not_want_noticed()
    {
        await using var asked = await NoticingAsync();
        await using var quiet = await AskedWorld.StartAsync();

        await HearAsync(asked, asked.Says(TestPerson.Ada, "Here is some more about it."));
        await HearAsync(asked, asked.Says(TestPerson.Bo with { IsBot = true }, "I am a bot and say much."));
        await HearAsync(asked, asked.Says(TestPerson.Bo, "pinned a message to this channel", message => message with { Type = 6 }));
        await HearAsync(asked, asked.Says(TestPerson.Bo, "An answer, but in another thread.", message => message with { ChannelId = new Snowflake(99) }));
        await HearAsync(quiet, quiet.Says(TestPerson.Bo, "I think the broker is not running."));

        Assert.Equal(QuestionState.Open, (await asked.QuestionAsync()).State);
        Assert.Equal(QuestionState.Open, (await quiet.QuestionAsync()).State);
    }

    private static DiscordApiException Refused(int status, int code) => new("POST /channels/{channel}/messages", status, code, "no");

    private static async Task<AskedWorld> NoticingAsync()
    {
        var asked = await AskedWorld.StartAsync();
        await using var db = asked.World.Db();
        db.Add(new QuestionSettings { GuildId = Interactions.Guild, NoticesReplies = true });
        await db.SaveChangesAsync();
        return asked;
    }

    private static async Task HearAsync(AskedWorld asked, Message message)
    {
        await using var scope = asked.World.Services.CreateAsyncScope();
        foreach (var listener in asked.World.Catalogue.ListenersOf(new MessageCreateEvent(message)))
        {
            await listener(scope.ServiceProvider, new MessageCreateEvent(message), CancellationToken.None);
        }
    }

    private static async Task<Reply> OfferAsync(AskedWorld asked, TestPerson who) =>
        (await asked.World.FollowUpAsync(who, await asked.PressAsync(who, SolvedButton.Spec)))!;

    private static async Task<Reply> ChooseAsync(AskedWorld asked, TestPerson who, Reply offer, Message message)
    {
        var select = ReplyText.AllOf(offer.Components).OfType<StringSelect>().Single();
        return (await asked.World.FollowUpAsync(who, await asked.World.HandleAsync(Interactions.Select(who, select.CustomId, ComponentType.StringSelect, message.Id.ToString()))))!;
    }

    private static async Task<Reply> SolveAsync(AskedWorld asked, Reply form, string words)
    {
        var submit = Interactions.Submit(TestPerson.Ada, form.Modal!.CustomId, new { words });
        return (await asked.World.FollowUpAsync(TestPerson.Ada, await asked.World.HandleAsync(submit), submit))!;
    }
}
