using System.Text;
using Moq;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Suggestions;

public sealed class DecideTests
{
    [Fact]
    public async Task A_mentor_sees_who_why_and_what_exactly_then_the_card_and_approves()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Common mistakes", "- Passing objects instead of ids.", "Seen **twice**");

        var queue = await world.RunAsync(TestPerson.Mentor, "topic queue");
        Assert.Equal(
            """
            ## Waiting suggestions
            **#1 Celery** · change by <@101> <t:1795424400:R>
            -# Seen \*\*twice\*\*
            [Open #1]
            """, ReplyText.Of(queue));
        var opened = await world.PressAsync(TestPerson.Mentor, queue, "Open #1");
        Assert.Equal(
            """
            ## Suggestion #1 · Celery
            A change by <@101>, <t:1795424400:R>
            Why: Seen \*\*twice\*\*
            ```diff
            --- celery.md
            +++ celery.md
            @@ -22,7 +22,7 @@
             `​`​`
             
             ## Common mistakes
            -- Calling `.delay()` inside a transaction.
            +- Passing objects instead of ids.
             
             ## When not to use it
             For work of a few milliseconds.
            ```
            [Approve] [Preview] [Edit before approving] [Decline]
            """, ReplyText.Of(opened));
        var preview = await world.PressAsync(TestPerson.Mentor, opened, "Preview");
        Assert.Contains("## Celery\nCelery runs Python functions outside the request.", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.Contains("-# hub: celery · intermediate · reviewed 23 Nov 2026\n-# with thanks to <@101>", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.Equal(
            "### Celery · Common mistakes\n- Passing objects instead of ids.\n-# hub: celery",
            ReplyText.Of(await world.PressAsync(TestPerson.Mentor, preview, "Common mistakes")));

        var approved = await world.PressAsync(TestPerson.Mentor, opened, "Approve");

        Assert.Equal(
            "✅ Approved: **Celery** is revision 1 now, with thanks to <@101>. Everybody finds the new words from now on.\n[See the page] [History]",
            ReplyText.Of(approved));
        Assert.Contains("- Passing objects instead of ids.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Equal("✅ <@201> approved suggestion #1 for **Celery** by <@101>: “Seen \\*\\*twice\\*\\*”.", world.Log[^1]);
        Assert.Equal(["🎉 Your suggestion #1 for **Celery** is in the hub now: <@201> approved it, and the page carries your name. Thank you! See it with `/topic lookup`."], world.Dms);
        Assert.StartsWith("Nothing waits for you.", ReplyText.Of(await world.RunAsync(TestPerson.Mentor, "topic queue")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declining_asks_for_a_reason_and_the_author_reads_it()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "No.");
        var form = await world.PressAsync(TestPerson.Mentor, await world.OpenAsync(1), "Decline");

        Assert.StartsWith("A reason is needed", ReplyText.Of(await world.SubmitAsync(TestPerson.Mentor, form, new { reason = "  " })), StringComparison.Ordinal);
        var declined = await world.SubmitAsync(TestPerson.Mentor, form, new { reason = "Say what it *does*." });

        Assert.Equal("Declined: suggestion **#1** for **Celery**. <@101> is told your reason: “Say what it \\*does\\*.”", ReplyText.Of(declined));
        Assert.Equal("✖️ <@201> declined suggestion #1 for **Celery** by <@101>: “Say what it \\*does\\*.”.", world.Log[^1]);
        Assert.StartsWith("Your suggestion #1 for **Celery** was not taken over. <@201> writes: “Say what it \\*does\\*.”", Assert.Single(world.Dms), StringComparison.Ordinal);
        Assert.Equal(SuggestionWorld.Celery, await world.ServedAsync());
    }

    [Fact]
    public async Task Closed_direct_messages_do_not_undo_the_decision()
    {
        await using var world = await SuggestionWorld.StartAsync();
        world.Slice.Discord.Setup(discord => discord.CreateDmAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new DiscordApiException("POST /users/@me/channels", 403, 50007, "Cannot send messages to this user"));
        await world.SuggestAsync("Summary", "Better.");

        await world.ApproveAsync(1);

        Assert.Contains("Better.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Empty(world.Dms);
    }

    [Fact]
    public async Task The_second_mentor_reads_who_decided()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "Better.");
        var mias = await world.OpenAsync(1);
        var roots = await world.OpenAsync(1, TestPerson.Admin);

        await world.PressAsync(TestPerson.Mentor, mias, "Approve");
        var late = await world.PressAsync(TestPerson.Admin, roots, "Approve");

        Assert.Equal("Suggestion **#1** is decided already: approved by <@201> <t:1795424400:R>. Nothing was changed.", ReplyText.Of(late));
        Assert.StartsWith("Suggestion **#1** is decided already", ReplyText.Of(await world.PressAsync(TestPerson.Admin, roots, "Decline")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_changed_after_the_mentor_looked_are_not_approved_unseen()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "Better.");
        var seen = await world.OpenAsync(1);
        var form = await world.ChooseAsync(TestPerson.Ada, await world.PressAsync(TestPerson.Ada, "suggestions.rewrite.v1:1"), "Summary");
        Assert.Equal("Summary · Celery\nSummary: Better.\nWhy (optional): Changes “Summary”", ReplyText.Of(form));
        await world.SubmitAsync(TestPerson.Ada, form, new { text = "Best.", why = "" });

        var answer = await world.PressAsync(TestPerson.Mentor, seen, "Approve");

        Assert.Equal("Suggestion **#1** has changed since you looked, or the page has. Nothing was approved; please look again.\n[Look again]", ReplyText.Of(answer));
        Assert.Equal(SuggestionWorld.Celery, await world.ServedAsync());
        await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, answer, "Look again"), "Approve");
        Assert.Contains("Best.", await world.ServedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mentor_edits_before_approving_and_the_author_keeps_the_credit()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "Betterr.", "Clearer");
        var choice = await world.PressAsync(TestPerson.Mentor, await world.OpenAsync(1), "Edit before approving");
        Assert.StartsWith("What do you want to change in suggestion **#1** for **Celery**?", ReplyText.Of(choice), StringComparison.Ordinal);

        var saved = await world.SubmitAsync(TestPerson.Mentor, await world.ChooseAsync(TestPerson.Mentor, choice, "Summary"), new { text = "Better.", why = "Clearer" });
        Assert.Equal("Saved: suggestion **#1** for **Celery** has the new words; nothing is approved yet.\n[Look at it]", ReplyText.Of(saved));
        await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, saved, "Look at it"), "Approve");

        Assert.Contains("Better.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Contains("by <@101> · approved by <@201> · Clearer", ReplyText.Of(await world.RunAsync(TestPerson.Bo, "topic history", new { topic = "celery" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_changes_of_different_parts_are_both_kept()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "New summary.");
        await world.SuggestAsync("When not to use it", "New advice.", who: TestPerson.Bo);
        await world.ApproveAsync(1);

        var opened = await world.OpenAsync(2);
        Assert.Contains("The page has changed elsewhere since; both changes are kept.", ReplyText.Of(opened), StringComparison.Ordinal);
        Assert.DoesNotContain("New summary", ReplyText.Of(opened), StringComparison.Ordinal);
        await world.PressAsync(TestPerson.Mentor, opened, "Approve");

        Assert.Contains("New summary.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Contains("New advice.", await world.ServedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_changes_of_the_same_lines_need_a_person_and_nothing_else_is_lost()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "Ada's summary.");
        await world.SuggestAsync("Summary", "Bo's summary.", who: TestPerson.Bo);
        await world.SuggestAsync("When not to use it", "Ada's advice.");
        await world.ApproveAsync(1);
        await world.ApproveAsync(3);

        var opened = await world.OpenAsync(2);
        var text = ReplyText.Of(opened);
        Assert.Contains("⚠️ The page has changed at the same lines since this was written. Nothing is overwritten: **edit it first**, then approve.", text, StringComparison.Ordinal);
        Assert.Contains("+Bo's summary.", text, StringComparison.Ordinal);
        Assert.Contains("+Ada's summary.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[Approve]", text, StringComparison.Ordinal);
        var form = await world.ChooseAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, opened, "Edit before approving"), "Summary");
        Assert.Contains("Summary: Bo's summary.", ReplyText.Of(form), StringComparison.Ordinal);
        await world.SubmitAsync(TestPerson.Mentor, form, new { text = "Summary of both.", why = "" });
        await world.ApproveAsync(2);

        Assert.Contains("Summary of both.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Contains("Ada's advice.", await world.ServedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_open_while_the_page_changed_is_carried_over()
    {
        await using var world = await SuggestionWorld.StartAsync();
        var slow = await world.FormAsync(TestPerson.Bo, "celery", "Summary");
        await world.SuggestAsync("When not to use it", "Ada's advice.");
        await world.ApproveAsync(1);

        await world.SubmitAsync(TestPerson.Bo, slow, new { text = "Bo's summary.", why = "" });
        Assert.DoesNotContain("Ada's advice", ReplyText.Of(await world.OpenAsync(2)), StringComparison.Ordinal);
        await world.ApproveAsync(2);

        Assert.Contains("Bo's summary.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Contains("Ada's advice.", await world.ServedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_open_while_the_suggestion_was_decided_gives_the_words_back()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "Better.");
        var form = await world.ChooseAsync(TestPerson.Ada, await world.PressAsync(TestPerson.Ada, "suggestions.rewrite.v1:1"), "Summary");
        await world.ApproveAsync(1);

        var answer = await world.SubmitAsync(TestPerson.Ada, form, new { text = "Even better.", why = "" });

        Assert.Equal("Suggestion #1 was decided in the meantime, so it stays as it was. Your words are in the file.", ReplyText.Of(answer));
        Assert.Contains("Even better.", Encoding.UTF8.GetString(Assert.Single(answer.Files!).Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mentor_may_approve_their_own_and_it_is_said()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "Better.", who: TestPerson.Mentor);

        Assert.Contains("(approved by its author)", ReplyText.Of(await world.ApproveAsync(1)), StringComparison.Ordinal);

        Assert.Contains("approved by its author", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic history", new { topic = "celery" })), StringComparison.Ordinal);
        Assert.Contains("(approved by its author)", world.Log[^1], StringComparison.Ordinal);
        Assert.Empty(world.Dms);
    }

    [Fact]
    public async Task The_author_takes_it_back_while_it_waits()
    {
        await using var world = await SuggestionWorld.StartAsync();
        var saved = await world.SuggestAsync("Summary", "Better.");
        var seen = await world.OpenAsync(1);

        Assert.StartsWith("You took suggestion **#1** for **Celery** back.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, saved, "Take it back")), StringComparison.Ordinal);

        Assert.Equal("Suggestion **#1** is decided already: taken back by its author. Nothing was changed.", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, seen, "Approve")));
        Assert.Empty(world.Dms);
    }

    [Fact]
    public async Task A_long_diff_is_cut_on_the_card_and_whole_in_the_file()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Common mistakes", string.Join('\n', Enumerable.Range(1, 300).Select(line => $"line {line}")));

        var opened = await world.OpenAsync(1);

        Assert.Contains("-# The file has the rest.", ReplyText.Of(opened), StringComparison.Ordinal);
        Assert.Contains("+line 300", Encoding.UTF8.GetString(Assert.Single(opened.Files!).Content.Span), StringComparison.Ordinal);
        Assert.InRange(ReplyText.Of(opened).Length, 1, 4000);
    }

    [Fact]
    public async Task What_the_hubs_rules_find_new_is_shown_to_the_mentor_who_may_approve_all_the_same()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Example", "```\nprint(1)\n```\n<b>no</b>");

        var opened = await world.OpenAsync(1);

        Assert.Contains("**Still to do for a good page** (", ReplyText.Of(opened), StringComparison.Ordinal);
        Assert.Contains("-# • the code block needs its language: \\`\\`\\`python, or \\`\\`\\`text for output.", ReplyText.Of(opened), StringComparison.Ordinal);
        Assert.DoesNotContain("How the frontend sees it", ReplyText.Of(opened), StringComparison.Ordinal);
        Assert.StartsWith("✅ Approved", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, opened, "Approve")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_new_pages_of_one_name_are_brought_together_by_a_mentor()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await NewPageAsync(TestPerson.Ada, "Ada's words.", "## More\nAda's more.");
        await NewPageAsync(TestPerson.Bo, "Bo's words.", "## Other\nBo's other.");
        await world.ApproveAsync(1);

        var opened = await world.OpenAsync(2);
        Assert.DoesNotContain("[Approve]", ReplyText.Of(opened), StringComparison.Ordinal);
        var form = await world.ChooseAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, opened, "Edit before approving"), "Summary");
        await world.SubmitAsync(TestPerson.Mentor, form, new { text = "Words of both.", why = "" });
        await world.ApproveAsync(2);

        var page = (await world.HubAsync()).BySlug("caching")!;
        Assert.Equal(("Words of both.", "Ada's more.", "Bo's other."), (page.Summary, page.Section("more")!.Markdown, page.Section("other")!.Markdown));

        async Task NewPageAsync(TestPerson who, string summary, string body) => await world.SubmitAsync(
            who, await world.RunAsync(who, "topic suggest"), new { title = "Caching", kind = new[] { "topic" }, summary, body, sources = "" });
    }

    [Fact]
    public async Task A_file_that_changed_since_is_not_overwritten()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "Ada's words.");
        await world.ChangeFileAsync("celery.md", SuggestionWorld.Celery.Replace("For work of a few milliseconds.", "From the file.", StringComparison.Ordinal).Replace("2026-11-01", "2026-11-20", StringComparison.Ordinal));

        await world.ApproveAsync(1);

        Assert.Contains("Ada's words.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Contains("From the file.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Contains("last_reviewed: 2026-11-23", await world.ServedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_has_pages()
    {
        await using var world = await SuggestionWorld.StartAsync();
        for (var number = 1; number <= 6; number++)
        {
            await world.SuggestAsync("Summary", $"Try {number}.");
        }

        var first = await world.RunAsync(TestPerson.Mentor, "topic queue");
        Assert.EndsWith("-# Page 1 of 2\n[First] [Previous] [Next] [Last]", ReplyText.Of(first), StringComparison.Ordinal);
        var second = ReplyText.Of(await world.PressAsync(TestPerson.Mentor, first, "Next"));
        Assert.Contains("**#6 Celery**", second, StringComparison.Ordinal);
        Assert.DoesNotContain("**#5 Celery**", second, StringComparison.Ordinal);
    }
}
