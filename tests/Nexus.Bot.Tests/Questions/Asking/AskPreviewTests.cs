using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Asking;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Questions.Asking;

public sealed class AskPreviewTests
{
    private const string Title = "celery executes the same job two times";
    private const string Text = "Users get every mail two times.";

    [Fact]
    public async Task What_was_solved_before_comes_first_with_its_answer_and_nothing_is_posted()
    {
        await using var world = await AskWorld.StartAsync(hasPage: true);
        await Archive.AddAsync(world.Slice, 12, "My Celery task runs twice", "Each mail is sent two times.", answer: "Raise **visibility_timeout**.", change: it => it.Topics = ["celery"]);

        var preview = await world.AskAsync("Celery", "My task runs twice: each mail is sent two times.");

        Assert.True(preview.IsPrivate);
        Assert.Equal(
            """
            ### This looks like the same question
            ✅ **#12 My Celery task runs twice** · solved <t:1795424400:R>
            > Raise \*\*visibility\_timeout\*\*.
            [Read the answer](https://discord.com/channels/1/3012/7012)
            ### Read about it
            📖 **Celery**: Celery runs Python functions outside the web request.
            [Read: Celery]
            -# Your question “Celery” is not posted yet.
            [One of these solved it: #12 My Celery task runs twice | Celery]
            [Ask anyway] [Edit] [Discard]
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(preview));
        Assert.Empty(world.Forum.Posts);
    }

    [Fact]
    public async Task What_solved_it_is_counted_nothing_is_posted_and_it_may_be_asked_all_the_same()
    {
        await using var world = await AskWorld.StartAsync();
        var id = await Archive.AddAsync(world.Slice, 12, "My Celery task runs twice", "Each mail is sent two times.", answer: "Raise visibility_timeout.");

        var helped = await world.PressAsync(await world.AskAsync(Title, Text), "This solved it");
        Assert.Equal("🎉 Glad it helped! Nothing was posted.\n[It did not: ask anyway]", ReplyText.Of(helped));
        Assert.Empty(world.Forum.Posts);
        var draft = await DraftAsync(world);
        Assert.Equal((world.Slice.Clock.GetUtcNow(), HelpSource.Of(id)), (draft.DeflectedAt, draft.DeflectedBy));

        await world.PostAsync(helped, "It did not: ask anyway");
        Assert.Equal(Title, Assert.Single(world.Forum.Posts).Name);
        Assert.Null((await DraftAsync(world)).DeflectedAt);
    }

    [Fact]
    public async Task One_of_several_offers_is_chosen_from_a_list_and_one_that_was_not_offered_counts_for_nothing()
    {
        await using var world = await AskWorld.StartAsync(hasPage: true);
        await Archive.AddAsync(world.Slice, 12, "My Celery task runs twice", "Each mail is sent two times.", answer: "Raise visibility_timeout.", change: it => it.Topics = ["celery"]);
        var preview = await world.AskAsync("Celery", "My task runs twice: each mail is sent two times.");
        var select = ReplyText.AllOf(preview.Components).OfType<StringSelect>().Single().CustomId;

        await world.Slice.HandleAsync(Interactions.Select(TestPerson.Ada, select, ComponentType.StringSelect, "page:no-such-page"));
        Assert.Null((await DraftAsync(world)).DeflectedAt);
        var helped = await world.Slice.HandleAsync(Interactions.Select(TestPerson.Ada, select, ComponentType.StringSelect, "page:celery"));

        Assert.StartsWith("🎉 Glad it helped!", ReplyText.Of(helped), StringComparison.Ordinal);
        Assert.Equal("page:celery", (await DraftAsync(world)).DeflectedBy);
    }

    [Fact]
    public async Task Who_asks_what_somebody_else_asks_right_now_waits_for_that_answer_instead()
    {
        await using var world = await AskWorld.StartAsync();
        var id = await Archive.AddAsync(world.Slice, 14, "My Celery task runs twice", "Each mail is sent two times.");

        var preview = await world.AskAsync(Title, Text);
        Assert.StartsWith("### Somebody asks the same right now\n🟡 **#14 My Celery task runs twice** · open, asked <t:1795424400:R>", ReplyText.Of(preview), StringComparison.Ordinal);
        var joined = await world.PressAsync(preview, "Same here: wait for #14");

        Assert.StartsWith("🔔 You have the same question as #14: you hear when it is solved. Yours was not posted.", ReplyText.Of(joined), StringComparison.Ordinal);
        Assert.Empty(world.Forum.Posts);
        await using var db = world.Slice.Db();
        var follower = Assert.Single(await db.In<QuestionFollower>(Interactions.Guild).ToListAsync());
        Assert.Equal((id, TestPerson.Ada.Id), (follower.QuestionId, follower.PersonId));
        Assert.Equal(HelpSource.Of(id), (await DraftAsync(world)).DeflectedBy);
    }

    [Fact]
    public async Task A_duplicate_leads_to_the_question_that_it_repeats()
    {
        await using var world = await AskWorld.StartAsync();
        var original = await Archive.AddAsync(world.Slice, 3, "Mails go out doubled", "With Redis.", answer: "Raise visibility_timeout.");
        await Archive.AddAsync(world.Slice, 12, "My Celery task runs twice", "Each mail is sent two times.", change: it => (it.State, it.DuplicateOfId) = (QuestionState.Duplicate, original));

        Assert.Contains("✅ **#3 Mails go out doubled**", ReplyText.Of(await world.AskAsync(Title, Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_like_it_and_no_warning_it_is_posted_at_once()
    {
        await using var world = await AskWorld.StartAsync();

        var posting = await world.AskAsync(Title, Text);
        var posted = await world.Slice.FollowUpAsync(TestPerson.Ada, posting);

        Assert.Equal($"✅ Your question #1 is at <#{AskWorld.Post}>: https://discord.com/channels/1/{AskWorld.Post}\n-# You follow it, so you hear of answers.\n[Change topics] [Edit] [Undo]", ReplyText.Of(posted!));
    }

    [Fact]
    public async Task Secrets_are_hidden_named_by_their_lines_and_what_is_posted_carries_the_mask()
    {
        await using var world = await AskWorld.StartAsync();

        var warned = await world.AskAsync("Cannot log in", "It says denied:\nDB_PASSWORD=hunter2", tried: "-u me:hunter2");
        Assert.StartsWith(
            "⚠️ **I hid what looks like a secret.** If it is real, change it: whoever has it can use it.\n- Line 2 of your details looks like the value of DB\\_PASSWORD\n- Line 1 of what you tried looks like a password of a command\nThis is how it would be posted:\n>>> It says denied:\nDB_PASSWORD=•••",
            ReplyText.Of(warned), StringComparison.Ordinal);
        Assert.Empty(world.Forum.Posts);
        await world.PostAsync(warned, "Post it");

        var card = string.Join('\n', Assert.Single(world.Forum.Posts).Message.Components!.Select(ReplyText.Of));
        Assert.Contains("DB_PASSWORD=•••", card, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", card, StringComparison.Ordinal);
        await using var db = world.Slice.Db();
        Assert.DoesNotContain("hunter2", string.Join('\n', await db.In<Question>(Interactions.Guild).Select(it => it.Text + it.Tried).ToListAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_discarded_can_be_fetched_back_edited_and_posted_even_an_hour_later()
    {
        await using var world = await AskWorld.StartAsync(hasPage: true);
        var preview = await world.AskAsync("Celery", Text);

        var gone = await world.PressAsync(preview, "Discard");
        Assert.Equal("🗑️ Discarded. Nothing was posted.\n[Undo]", ReplyText.Of(gone));
        world.Slice.Clock.Advance(TimeSpan.FromHours(1));
        var back = await world.PressAsync(gone, "Undo");
        Assert.Contains("“Celery” is not posted yet", ReplyText.Of(back), StringComparison.Ordinal);
        var form = await world.PressAsync(back, "Edit");
        Assert.Equal($"Ask a question\nYour question in one line: Celery\nDetails: {Text}\nWhat you tried: (up to 700 characters)\nA log: \nAsk without my name: ", ReplyText.Of(form));
        var edited = await world.Slice.SubmitAsync(TestPerson.Ada, form, new { title = "Celery forgets mails", text = "Now with details.", tried = "" });
        Assert.Equal(ReplyKind.Change, edited.Kind);
        await world.Slice.FollowUpAsync(TestPerson.Ada, edited);

        var (name, message, _) = Assert.Single(world.Forum.Posts);
        Assert.Equal("Celery forgets mails", name);
        Assert.Contains("Now with details.", string.Join('\n', message.Components!.Select(ReplyText.Of)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Controls_of_a_draft_are_its_askers_and_say_where_it_is_once_it_is_posted()
    {
        await using var world = await AskWorld.StartAsync(hasPage: true);
        var preview = await world.AskAsync("Celery", Text);

        Assert.Equal("Only who wrote the question can do that.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Bo, preview, "Discard")));
        await world.PostAsync(preview, "Ask anyway");
        foreach (var label in new[] { "Ask anyway", "Discard" })
        {
            Assert.StartsWith("✅ Your question #1 is at", ReplyText.Of(await world.PressAsync(preview, label)), StringComparison.Ordinal);
        }

        Assert.Single(world.Forum.Posts);
    }

    [Fact]
    public async Task A_solved_question_picked_while_typing_is_shown_and_may_spare_the_form()
    {
        await using var world = await AskWorld.StartAsync();
        var id = await Archive.AddAsync(world.Slice, 12, "My Celery task runs twice", "Each mail is sent two times.", answer: "Raise visibility_timeout.");
        await Archive.AddAsync(world.Slice, 13, "Celery never runs", "Still open.");

        Assert.Equal(
            [new Suggestion("Ask: celery", "celery"), new Suggestion("✅ #12 My Celery task runs twice", "#12")],
            await world.Slice.SuggestAsync(TestPerson.Ada, "ask", "title", "celery"));
        var shown = await world.Slice.RunAsync(TestPerson.Ada, "ask", new { title = "#12" });
        Assert.Equal(
            "✅ **#12 My Celery task runs twice** · solved <t:1795424400:R>\n>>> Raise visibility_timeout.\n[Read the answer](https://discord.com/channels/1/3012/7012)\n[This solved it] [Ask my own question]",
            ReplyText.Of(shown));
        await world.PressAsync(shown, "This solved it");
        Assert.StartsWith("🎉 Glad it helped!", ReplyText.Of(await world.PressAsync(shown, "This solved it")), StringComparison.Ordinal);

        Assert.Equal(HelpSource.Of(id), (await DraftAsync(world)).DeflectedBy);
        Assert.Equal("There is no solved question #13 here.\n[Ask it as a question]", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Ada, "ask", new { title = "#13" })));
    }

    [Fact]
    public async Task Without_a_name_the_post_names_nobody_and_nobody_is_added_to_it()
    {
        await using var world = await AskWorld.StartAsync();

        var posted = await world.Slice.FollowUpAsync(TestPerson.Ada, await world.AskAsync(Title, Text, anonymous: true));

        Assert.DoesNotContain(TestPerson.Ada.Id.ToString(), string.Join('\n', Assert.Single(world.Forum.Posts).Message.Components!.Select(ReplyText.Of)), StringComparison.Ordinal);
        Assert.Empty(world.Forum.Followers);
        Assert.Contains("-# Your name is not on it.", ReplyText.Of(posted!), StringComparison.Ordinal);
    }

    // The one row that is not from the archive.
    private static async Task<Question> DraftAsync(AskWorld world)
    {
        await using var db = world.Slice.Db();
        return Assert.Single(await db.In<Question>(Interactions.Guild).AsNoTracking().Where(it => it.AskerId == TestPerson.Ada.Id).ToListAsync());
    }
}
