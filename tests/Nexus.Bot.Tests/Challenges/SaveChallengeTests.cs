using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Challenges;

public sealed class SaveChallengeTests
{
    private const string Solved = "**The worker** ignored my tasks\n```\n[2026-11-23 09:00:00] kombu.exceptions.OperationalError: [Errno 111] Zorble refused by 10.0.0.7\npassword=hunter2\n```\nIt was the broker's address.";

    [Fact]
    public async Task The_form_opens_with_the_first_line_and_the_error_lines_of_the_message()
    {
        await using var world = new SliceWorld();

        var form = await OpenAsync(world, Solved);

        Assert.Equal(
            """
            Save as challenge
            Name of the problem: The worker ignored my tasks
            Error lines, or what one sees: kombu.exceptions.OperationalError: [Errno 111] Zorble refused by 10.0.0.7
            Cause: (up to 1500 characters)
            Fix: (up to 2500 characters)
            Other names for it: (up to 200 characters)
            """,
            ReplyText.Of(form));
    }

    [Fact]
    public async Task A_message_without_an_error_is_taken_for_the_fix_and_its_secrets_are_hidden()
    {
        await using var world = new SliceWorld();

        var form = ReplyText.Of(await OpenAsync(world, "Use the service name:\n```yaml\nDATABASE_URL: postgres://app:hunter2@db/app\n```"));

        Assert.Contains("Fix: Use the service name:\n```yaml\nDATABASE_URL: postgres://app:•••@db/app\n```", form, StringComparison.Ordinal);
        Assert.Contains("Error lines, or what one sees: (up to 1000 characters)", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fixed it! KeyError: 'zorble' is not set. The disk was full.", "KeyError: 'zorble' is not set")]
    [InlineData("zorble.exceptions.ZorbleError: cannot persist on disk", "zorble.exceptions.ZorbleError: cannot persist on disk")]
    [InlineData("It said error: zorble is missing", "error: zorble is missing")]
    public async Task Of_a_sentence_the_error_is_taken_without_the_talk_around_it(string message, string error)
    {
        await using var world = new SliceWorld();

        Assert.Contains($"Error lines, or what one sees: {error}\n", ReplyText.Of(await OpenAsync(world, message)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_waits_for_a_mentor_as_a_whole_page_with_credit_and_a_link_to_the_message()
    {
        await using var world = new SliceWorld();

        var saved = await SaveAsync(world);

        Assert.True(saved.IsPrivate);
        Assert.Equal(
            "✅ Thank you! **The worker ignored my tasks** waits for a mentor as suggestion #1. Once it is approved, everyone finds it by its error lines, with your name on it.\n"
            + "-# `/topic suggestions` shows where it stands. Saved from https://discord.com/channels/1/10/700",
            ReplyText.Of(saved));
        var suggestion = Assert.Single(await AllAsync(world));
        Assert.Equal(
            ("the-worker-ignored-my-tasks", new Snowflake(101), (Snowflake?)new Snowflake(102), "message:700"),
            (suggestion.Slug, suggestion.AuthorId, suggestion.CoAuthorId, suggestion.Origin));
        Assert.Equal(
            """
            ---
            slug: the-worker-ignored-my-tasks
            title: 'The worker ignored my tasks'
            aliases: ['worker''s strike', 'idle worker']
            tags: [debugging]
            kind: challenge
            level: intermediate
            owner: mentors
            last_reviewed: 2026-11-23
            signatures:
              - 'kombu.exceptions.OperationalError: [Errno 111] Zorble refused by 10.0.0.7'
            ---
            ## Summary
            What to do about `kombu.exceptions.OperationalError: [Errno 111] Zorble refused by 10.0.0.7`.

            The broker's address was wrong.

            ## Symptom
            ```text
            kombu.exceptions.OperationalError: [Errno 111] Zorble refused by 10.0.0.7
            ```

            ## Cause
            The broker's address was wrong.

            ## Fix
            Set `CELERY_BROKER_URL`:
            ```python
            CELERY_BROKER_URL = "amqp://rabbit"
            ```

            """,
            suggestion.Markdown);
    }

    [Fact]
    public async Task Once_approved_the_same_error_on_another_machine_finds_it_and_leads_to_the_message()
    {
        await using var world = new SliceWorld();
        await SaveAsync(world);
        await ApproveAsync(world, 1);

        var found = await world.RunAsync(TestPerson.Bo, "challenge find", new { log = "web-1 | kombu.exceptions.OperationalError: [Errno 104] Zorble refused by 172.18.0.3" });

        Assert.StartsWith("## The worker ignored my tasks\n-# Known from this line: `kombu.exceptions.OperationalError: [Errno 104] Zorble refused by 172.18.0.3`", ReplyText.Of(found), StringComparison.Ordinal);
        Assert.Contains("[Where it came from](https://discord.com/channels/1/10/700)", ReplyText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_server_neither_finds_it_nor_learns_where_it_came_from()
    {
        await using var world = new SliceWorld();
        await SaveAsync(world);
        await ApproveAsync(world, 1);

        var elsewhere = Interactions.Command(TestPerson.Bo, "challenge find", new { log = "kombu.exceptions.OperationalError: [Errno 104] Zorble refused by 172.18.0.3" }) with { GuildId = new Snowflake(2) };
        var answer = ReplyText.Of(await world.HandleAsync(elsewhere));

        Assert.DoesNotContain("The worker ignored my tasks", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("channels/1/10", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_twice_it_makes_one_and_says_where_that_stands()
    {
        await using var world = new SliceWorld();
        var form = await OpenAsync(world, Solved);
        await SubmitAsync(world, form);

        Assert.Equal("This message has been saved before, as suggestion #1 by <@101>: it waits for a mentor.", ReplyText.Of(await SubmitAsync(world, form)));
        await ApproveAsync(world, 1);
        Assert.Equal(
            "This message has been saved before, as suggestion #1 by <@101>: it is in the hub. `/topic lookup query:the-worker-ignored-my-tasks` shows it.",
            ReplyText.Of(await OpenAsync(world, Solved)));
        Assert.Single(await AllAsync(world));
    }

    [Fact]
    public async Task Names_that_another_page_has_are_changed_or_left_out_so_that_it_can_be_approved()
    {
        await using var world = new SliceWorld();

        await SaveAsync(world, "Docker", aliases: "drf, lost whale");
        await SaveAsync(world, "Docker", message: 701);

        var all = await AllAsync(world);
        Assert.Equal(["docker-2", "docker-3"], all.Select(suggestion => suggestion.Slug));
        Assert.Contains("title: 'Docker (challenge)'\naliases: ['lost whale']\n", all[0].Markdown, StringComparison.Ordinal);
        await ApproveAsync(world, 1);
    }

    [Fact]
    public async Task What_would_break_a_page_is_made_harmless()
    {
        await using var world = new SliceWorld();

        await SaveAsync(world, "It's: #1 --- \"odd\" {[ü]}", cause: "## Fix\n---\n[free](https://evil.example)\nsecond\n===", fix: "```bash\n## no heading\ntoken=abcdef123");

        var suggestion = Assert.Single(await AllAsync(world));
        var page = Assert.IsType<HubFile.Read>(HubFile.Parse("x.md", suggestion.Markdown)).Page;
        Assert.Equal("It's: #1 --- \"odd\" {[ü]}", page.Title);
        Assert.Equal(["symptom", "cause", "fix"], page.Sections.Select(section => section.Key));
        Assert.Equal("\\## Fix\n\\---\n[free]\\(https://evil.example)\nsecond\n\\===", page.Section("cause")!.Markdown);
        Assert.Equal("```bash\n## no heading\ntoken=•••\n```", page.Section("fix")!.Markdown);
    }

    [Theory]
    [InlineData("🎉")]
    [InlineData("خطأ في الاتصال")]
    [InlineData("a very long title of eighty characters that would not fit into a slug of fifty!!")]
    public async Task Any_title_makes_a_page(string title)
    {
        await using var world = new SliceWorld();

        var answer = ReplyText.Of(await SaveAsync(world, title));

        if (title.Any(char.IsLetterOrDigit))
        {
            Assert.IsType<HubFile.Read>(HubFile.Parse("x.md", Assert.Single(await AllAsync(world)).Markdown));
        }
        else
        {
            Assert.StartsWith("A challenge needs a name, a cause and a fix.", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_cause_or_fix_the_words_come_back_and_nothing_is_saved()
    {
        await using var world = new SliceWorld();

        var refused = await SaveAsync(world, fix: " \n");

        Assert.StartsWith("A challenge needs a name, a cause and a fix. Nothing was saved", ReplyText.Of(refused), StringComparison.Ordinal);
        Assert.Contains("The broker's address was wrong.", System.Text.Encoding.UTF8.GetString(Assert.Single(refused.Files!).Content.Span), StringComparison.Ordinal);
        Assert.Empty(await AllAsync(world));
    }

    [Fact]
    public async Task A_bots_message_gives_credit_to_nobody_else()
    {
        await using var world = new SliceWorld();

        await SubmitAsync(world, await OpenAsync(world, Solved, author: new User { Id = new Snowflake(77), Bot = true }));

        Assert.Null(Assert.Single(await AllAsync(world)).CoAuthorId);
    }

    private static Task<Reply> OpenAsync(SliceWorld world, string content, ulong message = 700, User? author = null) => world.HandleAsync(Interactions.MessageCommand(
        TestPerson.Ada,
        "Save as challenge",
        new Message { Id = new Snowflake(message), ChannelId = Interactions.Channel, Content = content, Author = author ?? new User { Id = TestPerson.Bo.Id } }));

    private static Task<Reply> SubmitAsync(SliceWorld world, Reply form, string? title = null, string? cause = null, string? fix = null, string aliases = "worker's strike, idle worker") =>
        world.SubmitAsync(TestPerson.Ada, form, new
        {
            title = title ?? "The worker ignored my tasks",
            symptom = "kombu.exceptions.OperationalError: [Errno 111] Zorble refused by 10.0.0.7",
            cause = cause ?? "The broker's address was wrong.",
            fix = fix ?? "Set `CELERY_BROKER_URL`:\n```python\nCELERY_BROKER_URL = \"amqp://rabbit\"\n```",
            aliases,
        });

    private static async Task<Reply> SaveAsync(SliceWorld world, string? title = null, string? cause = null, string? fix = null, string aliases = "worker's strike, idle worker", ulong message = 700) =>
        await SubmitAsync(world, await OpenAsync(world, Solved, message), title, cause, fix, aliases);

    private static async Task<List<PageSuggestion>> AllAsync(SliceWorld world)
    {
        await using var db = world.Db();
        return await db.In<PageSuggestion>(Interactions.Guild).OrderBy(it => it.Number).ToListAsync();
    }

    private static async Task ApproveAsync(SliceWorld world, int number)
    {
        await using var scope = world.Services.CreateAsyncScope();
        Assert.IsType<Approval.Done>(await scope.ServiceProvider.GetRequiredService<PageSuggestions>().ApproveAsync(Interactions.Guild, number, TestPerson.Mentor.Id, seen: null, default));
    }
}
