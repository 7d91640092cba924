using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Questions.Tracking;

public sealed class TrackQuestionTests : IAsyncDisposable
{
    private static readonly Snowflake Chat = Interactions.Channel, Forum = new(50);

    private readonly SliceWorld _world = new();
    private readonly List<(Snowflake Channel, MessageCreate Message)> _cards = [];
    private readonly List<(Snowflake Thread, Snowflake Person)> _followers = [];
    private ChannelType _type = ChannelType.GuildText;
    private bool _everybodyReadsIt = true;
    private Message? _there;

    [Fact]
    public async Task The_author_gets_the_form_with_their_words_and_the_thread_under_the_message_gets_the_card()
    {
        await StartAsync();
        var message = Said(TestPerson.Ada, "**Why does Celery not start?**\nIt says `refused`.\nPASSWORD=hunter2");

        var form = await TrackAsync(TestPerson.Ada, message);
        var tracking = await SubmitAsync(TestPerson.Ada, form);
        var tracked = await _world.FollowUpAsync(TestPerson.Ada, tracking);

        Assert.Equal(
            "Track as question\nYour question in one line: Why does Celery not start?\nDetails: **Why does Celery not start?**\nIt says `refused`.\nPASSWORD=•••\nWhat you tried: (up to 700 characters)",
            ReplyText.Of(form));
        Assert.Equal(
            $"✅ Your message is question **#1 Why does Celery not start?** now: https://discord.com/channels/1/{message.Id}\n"
                + $"⚠️ I hid what looks like a secret. Your message still shows it, so please edit or delete that, and change the secret: https://discord.com/channels/1/10/{message.Id}",
            ReplyText.Of(tracked!));
        var (channel, card) = Assert.Single(_cards);
        Assert.Equal((message.Id, true), (channel, card.Flags?.HasFlag(MessageFlags.IsComponentsV2)));
        Assert.Contains("Why does Celery not start?", string.Join('\n', card.Components!.Select(ReplyText.Of)), StringComparison.Ordinal);
        Assert.Equal([(message.Id, TestPerson.Ada.Id)], _followers);
        var question = await OnlyAsync();
        Assert.Equal((1, message.Id, QuestionState.Open, message.Id, 1), (question.Number, question.ThreadId, question.State, question.OriginMessageId, question.Opening));
    }

    [Fact]
    public async Task Tracked_twice_it_is_the_same_question()
    {
        await StartAsync();
        var message = Said(TestPerson.Ada, "Why does Celery not start?");
        var form = await TrackAsync(TestPerson.Ada, message);
        var first = await SubmitAsync(TestPerson.Ada, form);
        var second = await SubmitAsync(TestPerson.Ada, form);

        await _world.FollowUpAsync(TestPerson.Ada, first);
        var late = await _world.FollowUpAsync(TestPerson.Ada, second);
        var again = await TrackAsync(TestPerson.Bo, message);

        Assert.Single(_cards);
        Assert.StartsWith("✅ Your message is question **#1 Why", ReplyText.Of(late!), StringComparison.Ordinal);
        Assert.Equal($"This message is question **#1 Why does Celery not start?** already: https://discord.com/channels/1/{message.Id}", ReplyText.Of(again));
    }

    [Fact]
    public async Task For_somebody_else_the_author_is_asked_and_decides()
    {
        await StartAsync();
        var message = Said(TestPerson.Ada, "Why does Celery not start?");

        var asking = await TrackAsync(TestPerson.Mentor, message);
        var ask = asking.Next!;
        var twice = await TrackAsync(TestPerson.Bo, message);
        var meddling = await _world.PressAsync(TestPerson.Mentor, ask, "Yes, track it");
        var tracked = await _world.FollowUpAsync(TestPerson.Ada, await SubmitAsync(TestPerson.Ada, await _world.PressAsync(TestPerson.Ada, ask, "Yes, track it")));

        Assert.True(asking.IsPrivate);
        Assert.False(ask.IsPrivate);
        Assert.Equal([TestPerson.Ada.Id], ask.Mentions.Users);
        Assert.Equal(
            $"<@101>, <@201> would like your message to be tracked as a question, so that it is sure to get an answer: https://discord.com/channels/1/10/{message.Id}\n"
                + "-# It gets a thread with a card, and somebody looks after it. You can change the words first.\n[Yes, track it] [No, thanks]",
            ReplyText.Of(ask));
        Assert.StartsWith("<@101> was asked <t:", ReplyText.Of(twice), StringComparison.Ordinal);
        Assert.Equal("That is for who wrote the message to say.", ReplyText.Of(meddling));
        Assert.StartsWith("✅ Your message is question **#1", ReplyText.Of(tracked!), StringComparison.Ordinal);
        Assert.Equal(TestPerson.Mentor.Id, (await OnlyAsync()).TrackedBy);
    }

    [Fact]
    public async Task An_author_who_says_no_is_not_asked_again_and_their_words_are_forgotten_but_they_may_think_better_of_it()
    {
        await StartAsync();
        var message = Said(TestPerson.Ada, "Why does Celery not start?");
        var ask = (await TrackAsync(TestPerson.Mentor, message)).Next!;

        var refused = await _world.PressAsync(TestPerson.Ada, ask, "No, thanks");
        var again = await TrackAsync(TestPerson.Bo, message);
        var row = await OnlyAsync();
        var own = await SubmitAsync(TestPerson.Ada, await TrackAsync(TestPerson.Ada, message));

        Assert.StartsWith("All right, it stays an ordinary message.", ReplyText.Of(refused), StringComparison.Ordinal);
        Assert.Equal("<@101> was asked before, and would rather leave this an ordinary message. Answering it here is welcome, of course.", ReplyText.Of(again));
        Assert.Equal(("", ""), (row.Title, row.Text));
        Assert.StartsWith("✅", ReplyText.Of((await _world.FollowUpAsync(TestPerson.Ada, own))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_thread_the_card_answers_the_message_there()
    {
        _type = ChannelType.PublicThread;
        await StartAsync();
        var message = Said(TestPerson.Ada, "Why does Celery not start?");

        await _world.FollowUpAsync(TestPerson.Ada, await SubmitAsync(TestPerson.Ada, await TrackAsync(TestPerson.Ada, message)));
        var other = await TrackAsync(TestPerson.Bo, Said(TestPerson.Bo, "And why not on Windows?"));

        var (channel, card) = Assert.Single(_cards);
        Assert.Equal((Chat, message.Id), (channel, card.MessageReference?.MessageId));
        Assert.StartsWith("This thread is question **#1 Why does Celery not start?** already:", ReplyText.Of(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_deleted_meanwhile_leaves_the_words_to_be_asked_elsewhere()
    {
        await StartAsync();
        var tracking = await SubmitAsync(TestPerson.Ada, await TrackAsync(TestPerson.Ada, Said(TestPerson.Ada, "Why does Celery not start?")));
        _there = null;

        var gone = await _world.FollowUpAsync(TestPerson.Ada, tracking);

        Assert.Equal(
            "Your message was deleted meanwhile, so there is nowhere to put the question. Ask it in the questions' place instead.\n[Ask it as a question]",
            ReplyText.Of(gone!));
        Assert.Empty(_cards);
    }

    [Fact]
    public async Task What_not_everybody_may_read_is_not_tracked()
    {
        _everybodyReadsIt = false;
        await StartAsync();

        var kept = await _world.FollowUpAsync(TestPerson.Ada, await SubmitAsync(TestPerson.Ada, await TrackAsync(TestPerson.Ada, Said(TestPerson.Ada, "Why does Celery not start?"))));

        Assert.StartsWith("Not everybody can read this channel,", ReplyText.Of(kept!), StringComparison.Ordinal);
        Assert.Empty(_cards);
    }

    [Fact]
    public async Task Nobody_becomes_the_asker_of_what_somebody_else_wrote()
    {
        await StartAsync();
        var message = Said(TestPerson.Ada, "Why does Celery not start?");
        var forged = Interactions.Submit(TestPerson.Bo, $"questions.track.v1:{Chat}/{message.Id}", new { title = "Mine", text = "All mine", tried = "" });

        var refused = await _world.FollowUpAsync(TestPerson.Bo, await _world.HandleAsync(forged));

        Assert.Equal("That is for who wrote the message to say.", ReplyText.Of(refused!));
        Assert.Empty(_cards);
    }

    [Fact]
    public async Task What_looks_the_same_as_an_earlier_question_is_shown_before_anything_is_posted()
    {
        await StartAsync();
        await using (var db = _world.Db())
        {
            db.Add(new Question
            {
                GuildId = Interactions.Guild, Number = 1, AskerId = TestPerson.Bo.Id, PressId = new Snowflake(3), Title = "Celery worker says connection refused to RabbitMQ in Docker Compose",
                Text = "kombu.exceptions.OperationalError: [Errno 111] Connection refused", Tried = "", CreatedAt = default, ActiveAt = default, ThreadId = new Snowflake(33), State = QuestionState.Accepted,
            });
            await db.SaveChangesAsync();
        }

        var message = Said(TestPerson.Ada, "Celery worker says connection refused to RabbitMQ in Docker Compose\nkombu.exceptions.OperationalError: [Errno 111] Connection refused");
        var before = await SubmitAsync(TestPerson.Ada, await TrackAsync(TestPerson.Ada, message));
        var solved = await _world.PressAsync(TestPerson.Ada, before, "#1 solved it");
        var anyway = await _world.FollowUpAsync(TestPerson.Ada, await _world.PressAsync(TestPerson.Ada, before, "Track it anyway"));

        Assert.Contains("may have been asked before, so nothing is posted yet:\n- **#1 Celery worker says", ReplyText.Of(before), StringComparison.Ordinal);
        Assert.EndsWith("[#1 solved it] [Track it anyway]", ReplyText.Of(before), StringComparison.Ordinal);
        Assert.Equal("🎉 Glad that helped! Nothing was posted, and your message stays as it is.", ReplyText.Of(solved));
        Assert.StartsWith("✅ Your message is question **#2 Celery worker", ReplyText.Of(anyway!), StringComparison.Ordinal);
        await using var now = _world.Db();
        Assert.Equal((null, null), await now.In<Question>(Interactions.Guild).Where(it => it.Number == 2).Select(it => ValueTuple.Create(it.DeflectedAt, it.DeflectedBy)).SingleAsync());
    }

    [Fact]
    public async Task An_earlier_question_without_an_answer_is_shown_and_cannot_have_solved_it()
    {
        await StartAsync();
        const string Words = "Celery worker says connection refused to RabbitMQ in Docker Compose\nkombu.exceptions.OperationalError: [Errno 111] Connection refused";
        await using (var db = _world.Db())
        {
            db.Add(new Question
            {
                GuildId = Interactions.Guild, Number = 1, AskerId = TestPerson.Bo.Id, PressId = new Snowflake(3), Title = Words.Split('\n')[0],
                Text = Words.Split('\n')[1], Tried = "", CreatedAt = default, ActiveAt = default, ThreadId = new Snowflake(33), State = QuestionState.Open,
            });
            await db.SaveChangesAsync();
        }

        var before = await SubmitAsync(TestPerson.Ada, await TrackAsync(TestPerson.Ada, Said(TestPerson.Ada, Words)));

        Assert.EndsWith("(🟡 open): https://discord.com/channels/1/33\n[Track it anyway]", ReplyText.Of(before), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_long_texts_bots_and_lone_code_blocks_make_a_form_or_a_polite_refusal()
    {
        await StartAsync();

        Assert.Contains("Your question in one line: (up to 100 characters)\nDetails: (up to 2400 characters)", ReplyText.Of(await TrackAsync(TestPerson.Ada, Said(TestPerson.Ada, ""))), StringComparison.Ordinal);
        Assert.Contains("Your question in one line: why?", ReplyText.Of(await TrackAsync(TestPerson.Ada, Said(TestPerson.Ada, "```\ntrace\n```\nwhy?"))), StringComparison.Ordinal);
        var form = await TrackAsync(TestPerson.Ada, Said(TestPerson.Ada, string.Concat(Enumerable.Repeat("word ", 800))));
        Assert.All(form.Modal!.Components.OfType<Label>().Select(label => label.Component).OfType<TextInput>(), input => Assert.True((input.Value?.Length ?? 0) <= input.MaxLength));
        Assert.StartsWith("Only what a person wrote can be tracked", ReplyText.Of(await TrackAsync(TestPerson.Ada, Said(TestPerson.Bo with { IsBot = true }, "Beep."))), StringComparison.Ordinal);
        Assert.StartsWith("A question needs a line and some details", ReplyText.Of(await _world.SubmitAsync(TestPerson.Ada, form, new { title = " ", text = "…", tried = "" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Discord_refuses_it_says_why_and_Try_again_tracks_it()
    {
        await StartAsync();
        var tracking = await SubmitAsync(TestPerson.Ada, await TrackAsync(TestPerson.Ada, Said(TestPerson.Ada, "Why does Celery not start?")));
        var refusals = new Queue<DiscordApiException>([new("POST", 403, DiscordErrorCode.MissingPermissions, "no"), new("POST", 400, DiscordErrorCode.ThreadAlreadyCreated, "there")]);
        _world.Discord.Setup(it => it.StartThreadFromMessageAsync(Chat, It.IsAny<Snowflake>(), It.IsAny<ThreadCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(refusals.Dequeue());

        var refused = await _world.FollowUpAsync(TestPerson.Ada, tracking);
        _world.Discord.Setup(it => it.StartThreadFromMessageAsync(Chat, It.IsAny<Snowflake>(), It.IsAny<ThreadCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(refusals.Dequeue());
        var tracked = await _world.FollowUpAsync(TestPerson.Ada, await _world.PressAsync(TestPerson.Ada, refused!, "Try again"));

        Assert.StartsWith("I may not start a thread or write there, so nothing was tracked.", ReplyText.Of(refused!), StringComparison.Ordinal);
        Assert.StartsWith("✅ Your message is question **#1", ReplyText.Of(tracked!), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task StartAsync()
    {
        await _world.ConfigureAsync(configuration => configuration.QuestionForumId = Forum);
        var discord = _world.Discord;
        var everyone = new Role { Id = Interactions.Guild, Permissions = Permissions.ViewChannel | Permissions.SendMessages };
        discord.Setup(it => it.GetRolesAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync([everyone]);
        discord.Setup(it => it.GetChannelAsync(Forum, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(new Channel { Id = Forum, Type = ChannelType.GuildForum });
        discord.Setup(it => it.GetChannelAsync(Chat, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => new Channel
        {
            Id = Chat,
            Type = _type,
            PermissionOverwrites = _everybodyReadsIt ? [] : [new PermissionOverwrite { Id = Interactions.Guild, Deny = Permissions.ViewChannel }],
        });
        discord.Setup(it => it.GetMessageAsync(Chat, It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => _there ?? throw new DiscordApiException("GET", 404, DiscordErrorCode.UnknownMessage, "Unknown Message"));
        discord.Setup(it => it.StartThreadFromMessageAsync(Chat, It.IsAny<Snowflake>(), It.IsAny<ThreadCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake _, Snowflake message, ThreadCreate _, RequestOptions? _, CancellationToken _) => new Channel { Id = message });
        discord.Setup(it => it.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake channel, MessageCreate message, RequestOptions? _, CancellationToken _) =>
            {
                _cards.Add((channel, message));
                return new Message { Id = new Snowflake(9000 + (ulong)_cards.Count), ChannelId = channel };
            });
        discord.Setup(it => it.AddThreadMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Callback((Snowflake thread, Snowflake person, RequestOptions? _, CancellationToken _) => _followers.Add((thread, person)))
            .Returns(Task.CompletedTask);
    }

    private Message Said(TestPerson who, string text)
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        return _there = new Message
        {
            Id = Snowflake.At(_world.Clock.GetUtcNow()), ChannelId = Chat, GuildId = Interactions.Guild, Content = text,
            Author = new User { Id = who.Id, Username = who.Name, Bot = who.IsBot },
        };
    }

    private Task<Reply> TrackAsync(TestPerson who, Message message) => _world.HandleAsync(Interactions.MessageCommand(who, "Track as question", message));

    /// <summary>Sends the form as it was opened.</summary>
    private Task<Reply> SubmitAsync(TestPerson who, Reply form)
    {
        var values = form.Modal!.Components.OfType<Label>().Select(label => (TextInput)label.Component).ToDictionary(input => input.CustomId, input => input.Value ?? "");
        return _world.SubmitAsync(who, form, values);
    }

    private async Task<Question> OnlyAsync()
    {
        await using var db = _world.Db();
        return await db.In<Question>(Interactions.Guild).AsNoTracking().SingleAsync();
    }
}
