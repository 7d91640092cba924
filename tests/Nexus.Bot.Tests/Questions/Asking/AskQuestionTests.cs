using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Questions.Asking;

public sealed class AskQuestionTests
{
    private static readonly Snowflake Forum = new(50), Post = Snowflake.At(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_form_opens_with_the_question_in_it()
    {
        await using var world = await StartAsync();

        var form = await PressAsync(world, "how do I shard postgres?");

        Assert.Equal(
            "Ask a question\nYour question in one line: how do I shard postgres?\nDetails: (up to 2400 characters)\nWhat you tried: (up to 700 characters)\nA log: \nAsk without my name: ",
            ReplyText.Of(form));
    }

    [Fact]
    public async Task The_question_becomes_a_post_that_names_its_author_pings_nobody_and_is_followed()
    {
        await using var world = await StartAsync();
        var forum = new ForumOnDiscord(world, Forum, Post);

        var posting = await AskAsync(world);
        Assert.True(posting.IsPrivate);
        Assert.StartsWith("📨 Posting your question…", ReplyText.Of(posting), StringComparison.Ordinal);
        var posted = await world.FollowUpAsync(TestPerson.Ada, posting);

        var (name, message, _) = Assert.Single(forum.Posts);
        Assert.Equal("How do I shard?", name);
        Assert.Equal(
            "## How do I shard?\n🟡 **Open** since now, nobody has taken it yet\nOne table is too big.\n**What was tried**\nWaiting.\n-# asked by <@101>\n[Same here] [I take it] [It's solved] [More…]",
            CardOf(message));
        Assert.Empty(message.AllowedMentions.Parse);
        Assert.Null(message.AllowedMentions.Users);
        Assert.Equal(
            $"✅ Your question #1 is at <#{Post}>: https://discord.com/channels/1/{Post}\n-# You follow it, so you hear of answers.\n[Change topics] [Edit] [Undo]",
            ReplyText.Of(posted!));
        Assert.Equal([new Snowflake(101)], forum.Followers);
    }

    [Fact]
    public async Task Headings_hidden_links_open_code_blocks_and_secrets_stay_harmless_in_the_post()
    {
        await using var world = await StartAsync();
        var forum = new ForumOnDiscord(world, Forum, Post);

        var warned = await AskAsync(world, "# Loud\n[free](https://evil.example) @everyone\nPASSWORD=hunter2\n```python\nx[0](1)  # fine");
        await world.FollowUpAsync(TestPerson.Ada, await world.PressAsync(TestPerson.Ada, warned, "Post it"));

        Assert.Contains(
            "\n\\# Loud\n[free]\\(https://evil.example) @everyone\nPASSWORD=•••\n```python\nx[0](1)  # fine\n```\n**What was tried**\nWaiting.\n",
            CardOf(forum.Posts[0].Message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_post()
    {
        await using var world = await StartAsync();
        var forum = new ForumOnDiscord(world, Forum, Post);
        var form = await PressAsync(world, "How do I shard?");
        var words = new { title = "How do I shard?", text = "One table is too big.", tried = "" };

        var first = await world.SubmitAsync(TestPerson.Ada, form, words);
        var second = await world.SubmitAsync(TestPerson.Ada, form, words);
        await world.FollowUpAsync(TestPerson.Ada, first);
        var late = await world.FollowUpAsync(TestPerson.Ada, second);
        var third = await world.SubmitAsync(TestPerson.Ada, form, words);

        Assert.Single(forum.Posts);
        Assert.StartsWith($"✅ Your question #1 is at <#{Post}>", ReplyText.Of(late!), StringComparison.Ordinal);
        Assert.StartsWith($"✅ Your question #1 is at <#{Post}>", ReplyText.Of(third), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_one_try_is_under_way_a_second_keeps_out()
    {
        await using var world = await StartAsync();
        var forum = new ForumOnDiscord(world, Forum, Post) { IsSlow = true };
        var posting = await AskAsync(world);

        var slow = world.FollowUpAsync(TestPerson.Ada, posting);
        Assert.Null(await world.FollowUpAsync(TestPerson.Ada, posting));
        forum.Release();
        await slow;

        Assert.Single(forum.Posts);
    }

    [Fact]
    public async Task Without_a_forum_the_words_are_kept_and_setup_is_named()
    {
        await using var world = await StartAsync(forum: null);

        var none = await PressAsync(world, "how do I shard postgres?");

        Assert.True(none.IsPrivate);
        Assert.Equal(
            "This server has no place for questions yet, so nothing was posted. Please ask a mentor to have `/nexus setup` run; until then, ask in a channel.\nYour words, to copy:\n```\nhow do I shard postgres?\n```",
            ReplyText.Of(none));
    }

    [Fact]
    public async Task Long_words_that_could_not_be_posted_come_back_as_a_file()
    {
        await using var world = await StartAsync();
        var form = await PressAsync(world, "How do I shard?");
        await world.ConfigureAsync(configuration => configuration.QuestionForumId = null);

        var none = await world.SubmitAsync(TestPerson.Ada, form, new { title = "How do I shard?", text = new string('x', 2400), tried = new string('y', 500) });

        Assert.EndsWith("Your words are in the file below.\n[Try again] [Edit]", ReplyText.Of(none), StringComparison.Ordinal);
        Assert.Equal(
            $"How do I shard?\n\n{new string('x', 2400)}\n\n{new string('y', 500)}",
            System.Text.Encoding.UTF8.GetString(Assert.Single(none.Files!).Content.Span));
    }

    [Theory]
    [InlineData(404, DiscordErrorCode.UnknownChannel, "The place for questions no longer exists, so nothing was posted.")]
    [InlineData(403, DiscordErrorCode.MissingPermissions, "I may not post in <#50>, so nothing was posted.")]
    [InlineData(400, DiscordErrorCode.TagRequired, "<#50> asks for a tag on every post and offers none I may set, so nothing was posted.")]
    [InlineData(400, 50035, "Discord did not take your question (code 50035), so nothing was posted.")]
    public async Task When_Discord_refuses_it_says_why_keeps_the_words_and_Try_again_posts_them(int status, int code, string says)
    {
        await using var world = await StartAsync();
        var forum = new ForumOnDiscord(world, Forum, Post);
        forum.Fail(new DiscordApiException("POST /channels/{channel}/threads", status, code, "no"));

        var refused = await world.FollowUpAsync(TestPerson.Ada, await AskAsync(world));
        Assert.StartsWith(says, ReplyText.Of(refused!), StringComparison.Ordinal);
        Assert.Contains("Your words, to copy:\n```\nHow do I shard?\n\nOne table is too big.\n\nWaiting.\n```\n[Try again] [Edit]", ReplyText.Of(refused!), StringComparison.Ordinal);
        var again = await world.PressAsync(TestPerson.Ada, refused!, "Try again");
        var posted = await world.FollowUpAsync(TestPerson.Ada, again);

        Assert.StartsWith($"✅ Your question #1 is at <#{Post}>", ReplyText.Of(posted!), StringComparison.Ordinal);
        Assert.Single(forum.Posts);
    }

    [Fact]
    public async Task When_the_answer_was_lost_Try_again_finds_the_post_instead_of_making_another()
    {
        await using var world = await StartAsync();
        var forum = new ForumOnDiscord(world, Forum, Post);
        forum.LoseAnswer();

        var unknown = await world.FollowUpAsync(TestPerson.Ada, await AskAsync(world));
        Assert.StartsWith("Discord does not answer right now, so I do not know whether your question arrived.", ReplyText.Of(unknown!), StringComparison.Ordinal);
        var posted = await world.FollowUpAsync(TestPerson.Ada, await world.PressAsync(TestPerson.Ada, unknown!, "Try again"));

        Assert.StartsWith($"✅ Your question #1 is at <#{Post}>", ReplyText.Of(posted!), StringComparison.Ordinal);
        Assert.Single(forum.Posts);
    }

    [Theory]
    [InlineData("backend needs help with Docker", ChannelFlags.None, "backend")]
    [InlineData("nothing that a tag names", ChannelFlags.None, "")]
    [InlineData("nothing that a tag names", ChannelFlags.RequireTag, "backend")]
    [InlineData("is it answered, devops?", ChannelFlags.RequireTag, "devops")]
    public async Task Tags_are_those_the_question_names_and_one_where_the_forum_insists(string text, ChannelFlags flags, string tags)
    {
        await using var world = await StartAsync();
        var forum = new ForumOnDiscord(world, Forum, Post) { Flags = flags };

        await PostAsync(world, text);

        Assert.Equal(tags, string.Join(',', forum.Posts[0].Tags));
    }

    [Fact]
    public async Task Under_a_text_channel_it_becomes_a_thread_of_its_own()
    {
        await using var world = await StartAsync();
        var forum = new ForumOnDiscord(world, Forum, Post) { Type = ChannelType.GuildText };

        var posted = await PostAsync(world, "One table is too big.");

        Assert.StartsWith("## How do I shard?\n", CardOf(Assert.Single(forum.Posts).Message), StringComparison.Ordinal);
        Assert.Equal(("question-1", true), (forum.Posts[0].Message.Nonce, forum.Posts[0].Message.EnforceNonce));
        Assert.StartsWith($"✅ Your question #1 is at <#{Post}>", ReplyText.Of(posted), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asking.again.v1:999")]
    [InlineData("asking.again.v1:x")]
    [InlineData("asking.again.v1")]
    public async Task A_button_whose_question_is_gone_says_so(string id)
    {
        await using var world = await StartAsync();

        Assert.StartsWith("That question is no longer here.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_posts_a_question_of_somebody_else()
    {
        await using var world = await StartAsync();
        var posting = await AskAsync(world);

        Assert.Equal("Only who wrote the question can do that.", ReplyText.Of(await world.PressAsync(TestPerson.Bo, posting, "Try again")));
    }

    private static async Task<SliceWorld> StartAsync(ulong? forum = 50)
    {
        var world = new SliceWorld(configure: services => services.AddSingleton(new HubFolder(Path.Combine(Path.GetTempPath(), "no-hub-here"))));
        await world.ConfigureAsync(configuration => configuration.QuestionForumId = forum is { } id ? new Snowflake(id) : null);
        return world;
    }

    private static string CardOf(MessageCreate message) => string.Join('\n', message.Components!.Select(ReplyText.Of));

    private static Task<Reply> PressAsync(SliceWorld world, string question) =>
        world.PressAsync(TestPerson.Ada, AskButton.For(question).CustomId!);

    private static async Task<Reply> AskAsync(SliceWorld world, string text = "One table is too big.") =>
        await world.SubmitAsync(TestPerson.Ada, await PressAsync(world, "How do I shard?"), new { title = "How do I shard?", text, tried = "Waiting." });

    private static async Task<Reply> PostAsync(SliceWorld world, string text) =>
        (await world.FollowUpAsync(TestPerson.Ada, await AskAsync(world, text)))!;
}
