using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Asking;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Questions.Asking;

/// <summary>What people really put into the form, and what they want back afterwards.</summary>
public sealed class AskWordsTests
{
    [Theory]
    [InlineData(" ", "text")]
    [InlineData("title", " \n ")]
    [InlineData("\u200b\u200b", "text")]
    public async Task Without_words_nothing_is_posted_and_the_form_opens_again_with_what_there_was(string title, string text)
    {
        await using var world = await AskWorld.StartAsync();

        var refused = await world.AskAsync(title, text, tried: "a lot");

        Assert.Equal("A question needs a line that says what it is about, and details. Nothing was posted; what you wrote is kept.\n[Write on] [Discard]", ReplyText.Of(refused));
        Assert.Contains("What you tried: a lot", ReplyText.Of(await world.PressAsync(refused, "Write on")), StringComparison.Ordinal);
        Assert.Empty(world.Forum.Posts);
    }

    [Fact]
    public async Task Six_thousand_characters_come_back_as_a_file_and_as_many_as_fit_in_the_form()
    {
        await using var world = await AskWorld.StartAsync();
        var pasted = string.Concat(Enumerable.Repeat("0123456789", 600));

        var refused = await world.AskAsync("Too long", pasted);

        Assert.StartsWith("That is more than a question holds: a line of 100 characters, details of 2400 and 700 for what you tried. Nothing was posted.", ReplyText.Of(refused), StringComparison.Ordinal);
        Assert.Equal($"Too long\n\n{pasted}", System.Text.Encoding.UTF8.GetString(Assert.Single(refused.Files!).Content.Span));
        var form = await world.PressAsync(refused, "Write on");
        var field = ReplyText.AllOf(form.Modal!.Components).OfType<TextInput>().Single(input => input.CustomId == "text");
        Assert.Equal(2400, field.Value!.Length);
        await world.Slice.FollowUpAsync(TestPerson.Ada, await world.Slice.SubmitAsync(TestPerson.Ada, form, new { title = "Shorter", text = "Now it fits.", tried = "" }));
        Assert.Equal("Shorter", Assert.Single(world.Forum.Posts).Name);
    }

    [Fact]
    public async Task A_line_of_101_characters_is_too_long_and_one_of_flames_is_a_title()
    {
        await using var world = await AskWorld.StartAsync();

        Assert.StartsWith("That is more than a question holds", ReplyText.Of(await world.AskAsync(new string('x', 101), "text")), StringComparison.Ordinal);
        await world.Slice.FollowUpAsync(TestPerson.Ada, await world.AskAsync("🔥🔥🔥", "text"));

        Assert.Equal("🔥🔥🔥", Assert.Single(world.Forum.Posts).Name);
    }

    [Fact]
    public void The_end_of_a_log_goes_below_the_details_in_whole_lines_with_its_secrets_hidden()
    {
        var log = string.Join('\n', Enumerable.Range(1, 300).Select(line => $"line {line} of the log")) + "\nTOKEN=abc123\n```\nKeyError: 'x'";

        var words = QuestionWords.Of("Why?", new string('d', 2000), "", log);

        Assert.True(words.Text.Length <= Question.MostText);
        Assert.Matches(@"^d{2000}\n\n```\nline \d+ of the log\n", words.Text);
        Assert.EndsWith("\nTOKEN=•••\nˋˋˋ\nKeyError: 'x'\n```", words.Text, StringComparison.Ordinal);
        Assert.Equal("log", Assert.Single(words.Hidden).Part);
        Assert.True(QuestionWords.Of("Why?", new string('d', 2395), "", log).LeftLogOut);
    }

    [Fact]
    public async Task The_form_counts_as_much_when_it_is_sent_twenty_minutes_later()
    {
        await using var world = await AskWorld.StartAsync();
        var form = await world.Slice.RunAsync(TestPerson.Ada, "ask", new { title = "Slow typing" });
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(20));

        await world.Slice.FollowUpAsync(TestPerson.Ada, await world.Slice.SubmitAsync(TestPerson.Ada, form, new { title = "Slow typing", text = "At last.", tried = "" }));

        Assert.Equal("Slow typing", Assert.Single(world.Forum.Posts).Name);
    }

    [Fact]
    public async Task What_was_chosen_for_it_stays_and_what_was_not_is_guessed_and_may_be_changed()
    {
        await using var world = await AskWorld.StartAsync(hasPage: true);
        var preview = await world.AskAsync("My worker is idle", "It has nothing to do.", options: new { topic = "celery", track = "frontend" });
        var posted = preview.FollowUp is null ? await world.PostAsync(preview, "Ask anyway") : (await world.Slice.FollowUpAsync(TestPerson.Ada, preview))!;
        Assert.Contains("\nI filed it under **Celery**, for frontend.\n", ReplyText.Of(posted), StringComparison.Ordinal);

        var choose = await world.PressAsync(posted, "Change topics");
        Assert.Equal("Filed under **Celery**, **frontend**.\n-# Those who know these topics are asked first.\n[Topics, the most fitting first: Celery]\n[Track: Backend | Frontend | Both, or neither]", ReplyText.Of(choose));
        await world.Slice.HandleAsync(Interactions.Select(TestPerson.Ada, ChooseTrackSelect.Spec.For(1), ComponentType.StringSelect, "backend"));
        var changed = await world.Slice.HandleAsync(Interactions.Select(TestPerson.Ada, ChooseTopicsSelect.Spec.For(1), ComponentType.StringSelect));

        Assert.StartsWith("✅ Filed under **backend**.", ReplyText.Of(changed), StringComparison.Ordinal);
        await using var db = world.Slice.Db();
        var question = await db.In<Question>(Interactions.Guild).SingleAsync();
        Assert.Equal((0, "backend"), (question.Topics.Count, question.Track));
        Assert.True(question.Revision > question.DrawnRevision);
    }

    [Fact]
    public async Task A_topic_the_hub_has_not_is_asked_about_before_the_form_and_nothing_chosen_is_lost()
    {
        await using var world = await AskWorld.StartAsync(hasPage: true);

        var which = await world.Slice.RunAsync(TestPerson.Ada, "ask", new { title = "My worker is idle", topic = "celry", track = "frontend", anonymous = true });
        var form = await world.PressAsync(which, "Celery");

        Assert.Equal(
            "The hub has no topic called “celry”. Did you mean one of these? Without a topic, I find out what your question is about.\n[Celery] [Ask without a topic]",
            ReplyText.Of(which));
        Assert.True(which.IsPrivate);
        Assert.Contains("Your question in one line: My worker is idle\n", ReplyText.Of(form), StringComparison.Ordinal);
        Assert.EndsWith("/frontend/celery", form.Modal!.CustomId, StringComparison.Ordinal);
        Assert.True(form.Modal.Components.OfType<Label>().Select(label => label.Component).OfType<Checkbox>().Single().Default);
        Assert.EndsWith("/frontend/", (await world.PressAsync(which, "Ask without a topic")).Modal!.CustomId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_without_words_changes_nothing_and_says_so()
    {
        await using var world = await AskWorld.StartAsync();
        var posted = (await world.Slice.FollowUpAsync(TestPerson.Ada, await world.AskAsync("Why?", "Because.")))!;

        var refused = await world.Slice.SubmitAsync(TestPerson.Ada, await world.PressAsync(posted, "Edit"), new { title = "Why?", text = " ", tried = "" });

        Assert.Equal("A question needs a line that says what it is about, and details. Nothing was changed.\n[Write on]", ReplyText.Of(refused));
    }

    [Fact]
    public async Task Undo_deletes_the_post_while_nobody_is_on_it_and_the_words_can_be_asked_again()
    {
        await using var world = await AskWorld.StartAsync();
        var posted = (await world.Slice.FollowUpAsync(TestPerson.Ada, await world.AskAsync("Why?", "Because.")))!;
        world.Slice.Discord.Setup(it => it.GetMessagesAsync(AskWorld.Post, It.IsAny<int>(), null, null, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);

        var undone = await world.PostAsync(posted, "Undo");

        Assert.Equal("↩️ Your question is gone; I keep your words.\n[Ask it again]", ReplyText.Of(undone));
        Assert.StartsWith("Nobody has asked anything yet.", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Bo, "questions list", new { which = "all" })), StringComparison.Ordinal);
        Assert.StartsWith("There is no question called “1”.", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Bo, "questions show", new { question = "1" })), StringComparison.Ordinal);
        world.Slice.Discord.Verify(it => it.DeleteChannelAsync(AskWorld.Post, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()), Moq.Times.Once);
        Assert.Contains("Your question in one line: Why?\nDetails: Because.", ReplyText.Of(await world.PressAsync(undone, "Ask it again")), StringComparison.Ordinal);
        await using var db = world.Slice.Db();
        Assert.Equal(QuestionState.Withdrawn, (await db.In<Question>(Interactions.Guild).SingleAsync()).State);
    }

    [Fact]
    public async Task Undo_deletes_nothing_that_somebody_wrote_and_nothing_after_ten_minutes()
    {
        await using var world = await AskWorld.StartAsync();
        var posted = (await world.Slice.FollowUpAsync(TestPerson.Ada, await world.AskAsync("Why?", "Because.")))!;
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.StartsWith("Somebody is on it, or it has stood for more than 10 minutes", ReplyText.Of(await world.PressAsync(posted, "Undo")), StringComparison.Ordinal);

        await using (var db = world.Slice.Db())
        {
            (await db.In<Question>(Interactions.Guild).SingleAsync()).PostedAt = world.Slice.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        }

        world.Slice.Discord.Setup(it => it.GetMessagesAsync(AskWorld.Post, It.IsAny<int>(), null, null, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([new Message { Id = new Snowflake(9), ChannelId = AskWorld.Post, Author = new User { Id = TestPerson.Bo.Id, Username = "bo" } }]);
        var undoing = await world.PressAsync(posted, "Undo");
        Assert.Equal("↩️ Your question is withdrawn, and its post goes, too, unless somebody has written there. I keep your words.\n[Ask it again]", ReplyText.Of(undoing));
        Assert.Equal(
            "↩️ Your question is withdrawn. I could not delete its post, or somebody had written there, so that stays, closed.\n[Ask it again]",
            ReplyText.Of((await world.Slice.FollowUpAsync(TestPerson.Ada, undoing))!));
        world.Slice.Discord.Verify(it => it.DeleteChannelAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()), Moq.Times.Never);
    }

    [Fact]
    public async Task Edit_changes_a_question_where_it_stands()
    {
        await using var world = await AskWorld.StartAsync();
        var posted = (await world.Slice.FollowUpAsync(TestPerson.Ada, await world.AskAsync("Why?", "Because.")))!;
        var form = await world.PressAsync(posted, "Edit");
        Assert.DoesNotContain("Ask without my name", ReplyText.Of(form), StringComparison.Ordinal);

        var changed = await world.Slice.SubmitAsync(TestPerson.Ada, form, new { title = "Why not?", text = "Because of TOKEN=abc1", tried = "" });

        Assert.StartsWith($"✅ Changed: <#{AskWorld.Post}> shows your new words in a moment.\n⚠️ **I hid what looks like a secret.**", ReplyText.Of(changed), StringComparison.Ordinal);
        await using var db = world.Slice.Db();
        var question = await db.In<Question>(Interactions.Guild).SingleAsync();
        Assert.Equal(("Why not?", "Because of TOKEN=•••", world.Slice.Clock.GetUtcNow()), (question.Title, question.Text, question.EditedAt));
        Assert.Single(world.Forum.Posts);
    }

    [Fact]
    public async Task Words_that_were_never_posted_go_after_a_week_and_that_a_question_was_spared_stays_counted()
    {
        await using var world = await AskWorld.StartAsync(hasPage: true);
        await world.PressAsync(await world.AskAsync("Celery", "one"), "Discard");
        await world.PressAsync(await world.AskAsync("Celery", "two"), "This solved it");
        await world.PostAsync(await world.AskAsync("Celery", "three"), "Ask anyway");
        world.Slice.Clock.Advance(TimeSpan.FromDays(8));

        await world.Slice.RunJobAsync<ForgetDraftsJob>();

        await using var db = world.Slice.Db();
        Assert.Equal(["page:celery//", "/Celery/three"], await db.In<Question>(Interactions.Guild).OrderBy(it => it.Id).Select(it => it.DeflectedBy + "/" + it.Title + "/" + it.Text).ToListAsync());
    }
}
