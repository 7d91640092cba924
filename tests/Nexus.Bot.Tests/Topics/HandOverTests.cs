using Moq;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Topics;

public sealed class HandOverTests
{
    private static readonly Snowflake s_door = new(7000);

    private MessageCreate? _sent;

    [Fact]
    public async Task In_the_channel_the_page_begins_with_whom_it_is_for_and_pings_only_them()
    {
        await using var world = new TopicWorld();

        var answer = await world.RunAsync("topic lookup", new { query = "celery", @for = TestPerson.Bo });

        Assert.False(answer.IsPrivate);
        Assert.StartsWith("<@102>, from <@101>:\n## Celery\n", ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.Equal([TestPerson.Bo.Id], answer.Mentions.Users);
        Assert.Empty(answer.Mentions.Parse ?? []);
    }

    [Fact]
    public async Task For_oneself_it_is_a_plain_answer()
    {
        await using var world = new TopicWorld();

        var answer = await world.RunAsync("topic lookup", new { query = "celery", @for = TestPerson.Ada });

        Assert.StartsWith("## Celery\n", ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.Empty(answer.Mentions.Users ?? []);
    }

    [Fact]
    public async Task Bots_those_who_left_those_who_do_not_see_the_channel_and_direct_messages_are_refused_privately()
    {
        await using var world = new TopicWorld();
        var bot = new TestPerson(401, "robot") { IsBot = true };
        var gone = new TestPerson(402, "gone") { IsOnServer = false };
        var outside = new TestPerson(403, "outside", Permissions.None);

        await RefusedAsync(bot, "<@401> is a bot, and bots do not read. Nothing was sent. Leave `for` out to read the page yourself.");
        await RefusedAsync(gone, "<@402> is not on this server (any more), so I cannot reach them. Nothing was sent.");
        await RefusedAsync(outside, "<@403> does not see this channel, so they would not find it here. With `private:True` I send it to them as a direct message.");
        Assert.Equal(
            "Here are only the two of us, so there is nobody to hand it to. Use `for` in the server, or leave it out to read the page yourself.",
            ReplyText.Of(await world.RunAsync("topic lookup", new { query = "celery", @for = TestPerson.Bo }, inDm: true)));

        async Task RefusedAsync(TestPerson person, string words)
        {
            var answer = await world.RunAsync("topic lookup", new { query = "celery", @for = person });
            Assert.True(answer.IsPrivate);
            Assert.Equal(words, ReplyText.Of(answer));
            Assert.Null(answer.FollowUp);
        }
    }

    [Fact]
    public async Task Privately_it_goes_as_a_direct_message_that_says_who_sent_it()
    {
        await using var world = new TopicWorld();
        Discord(world).ReturnsAsync(new Message { Id = new Snowflake(1) });

        var answer = await world.RunAsync("topic lookup", new { query = "celery", @for = TestPerson.Bo, @private = true });
        Assert.True(answer.IsPrivate);
        Assert.Equal("📨 Sending **Celery** to <@102>…", ReplyText.Of(answer));
        var end = await world.Slice.FollowUpAsync(TestPerson.Ada, answer);

        Assert.Equal("✅ <@102> has **Celery** in a direct message from me. It says that it comes from you.", ReplyText.Of(end!));
        var text = string.Join('\n', _sent!.Components!.Select(ReplyText.Of));
        Assert.StartsWith("**ada** sent you this page from <#10>:\n## Celery\n", text, StringComparison.Ordinal);
        Assert.Contains("[Common mistakes]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("helpful", text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_sent.AllowedMentions?.Users ?? []);
    }

    [Fact]
    public async Task A_servers_own_text_goes_without_buttons_that_would_lead_to_the_files_text()
    {
        await using var world = new TopicWorld();
        Discord(world).ReturnsAsync(new Message { Id = new Snowflake(1) });
        await world.ReviseAsync("celery", world.Markdown("celery").Replace("Two beats.", "Three beats.", StringComparison.Ordinal), TestPerson.Bo.Id);

        await world.Slice.FollowUpAsync(TestPerson.Ada, await world.RunAsync("topic lookup", new { query = "celery", @for = TestPerson.Bo, @private = true }));

        Assert.DoesNotContain("[Common mistakes]", string.Join('\n', _sent!.Components!.Select(ReplyText.Of)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, DiscordErrorCode.CannotSendToUser, "<@102> takes no direct messages from me, so nothing was sent. You could tell them about it yourself.")]
    [InlineData(500, 0, "⚠️ Discord did not take the message to <@102>, so it may not have arrived. Please try again in a minute.")]
    public async Task When_it_cannot_be_sent_only_the_sender_hears_of_it(int status, int code, string words)
    {
        await using var world = new TopicWorld();
        Discord(world).ThrowsAsync(new DiscordApiException("POST /channels/{channel}/messages", status, code, "no"));

        var answer = await world.RunAsync("topic lookup", new { query = "celery", @for = TestPerson.Bo, @private = true });

        Assert.True(answer.IsPrivate);
        Assert.Equal(words, ReplyText.Of((await world.Slice.FollowUpAsync(TestPerson.Ada, answer))!));
    }

    private Moq.Language.Flow.ISetup<IDiscordRest, Task<Message>> Discord(TopicWorld world)
    {
        world.Slice.Discord
            .Setup(discord => discord.CreateDmAsync(TestPerson.Bo.Id, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Channel { Id = s_door });
        return world.Slice.Discord.Setup(discord => discord.CreateMessageAsync(s_door, It.Is<MessageCreate>(message => Keep(message)), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()));
    }

    private bool Keep(MessageCreate message)
    {
        _sent = message;
        return true;
    }
}
