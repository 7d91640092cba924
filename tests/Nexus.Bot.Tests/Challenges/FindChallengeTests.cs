using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Hub;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Challenges;

public sealed class FindChallengeTests
{
    private const string Traceback = """
        web-1  | Traceback (most recent call last):
        web-1  |   File "/app/config/settings.py", line 12, in <module>
        web-1  |     DATABASES = env.db("postgres://app:hunter2@localhost:5432/app")
        web-1  | django.db.utils.OperationalError: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused
        """;

    [Fact]
    public async Task A_pasted_traceback_gets_cause_and_fix_and_says_by_which_line()
    {
        await using var world = new SliceWorld();

        var answer = await world.RunAsync(TestPerson.Ada, "challenge find", new { log = Traceback });

        var text = ReplyText.Of(answer);
        Assert.StartsWith("## Docker configuration errors\n-# Known from this line: `django.db.utils.OperationalError: connection to server at \"localhost\"", text, StringComparison.Ordinal);
        Assert.Contains("\n**Cause**\n", text, StringComparison.Ordinal);
        Assert.Contains("\n**Fix**\n", text, StringComparison.Ordinal);
        Assert.Contains("hub: docker-configuration-errors", text, StringComparison.Ordinal);
        Assert.Equal("topics.show.v1:docker-configuration-errors", ReplyText.ButtonId(answer, "The whole page"));
        Assert.False(answer.IsPrivate);
        Assert.InRange(text.Length, 1, PageCard.MostText);
    }

    [Theory]
    [InlineData("docker-configuration-errors", "Error response from daemon: driver failed programming external connectivity: Bind for 0.0.0.0:8000 failed: port is already allocated")]
    [InlineData("cors-errors", "Access to fetch at 'http://localhost:8000/api/posts/' from origin 'http://localhost:5173' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.")]
    [InlineData("migration-conflicts", "CommandError: Conflicting migrations detected; multiple leaf nodes in the migration graph: (0003_a, 0003_b in blog).")]
    [InlineData("csrf-failures", "WARNING 2026-11-23 09:00:01 Forbidden (CSRF cookie not set.): /api/login/")]
    public async Task Numbers_paths_names_and_log_prefixes_do_not_matter(string slug, string log)
    {
        await using var world = new SliceWorld();

        Assert.Contains($"hub: {slug} ", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "challenge find", new { log })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_log_a_form_takes_many_lines_and_keeps_the_wish_for_privacy()
    {
        await using var world = new SliceWorld();

        var form = await world.RunAsync(TestPerson.Ada, "challenge find", new { @private = true });
        Assert.Equal("Find the fix for an error\nError or log: (up to 4000 characters)", ReplyText.Of(form));
        var privately = await world.SubmitAsync(TestPerson.Ada, form, new { log = Traceback });
        var openly = await world.SubmitAsync(TestPerson.Ada, await world.RunAsync(TestPerson.Ada, "challenge find"), new { log = Traceback });

        Assert.True(privately.IsPrivate);
        Assert.False(openly.IsPrivate);
        Assert.Equal(ReplyText.Of(privately), ReplyText.Of(openly));
    }

    [Fact]
    public async Task A_page_about_more_than_the_error_answers_with_its_first_words_and_the_mistakes_that_speak_of_it()
    {
        await using var world = new SliceWorld();

        var answer = await world.RunAsync(TestPerson.Ada, "challenge find", new { log = "celery.exceptions.SoftTimeLimitExceeded: SoftTimeLimitExceeded()" });

        var page = ShippedHub.Index.BySlug("celery")!;
        var text = ReplyText.Of(answer);
        Assert.StartsWith("## Celery\n-# Known from this line: `celery.exceptions.SoftTimeLimitExceeded: SoftTimeLimitExceeded()`\n" + page.Summary.Split("\n\n")[0], text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Example, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_that_share_one_word_with_an_error_by_chance_are_not_shown()
    {
        var section = new PageSection("common-mistakes", "Common mistakes", "- A key of a cache without a time limit stays.\n- A duplicate key means\n  that two requests raced:\n```sql\n- no point\n```\n- An error is not read.");

        Assert.Equal(
            ["A duplicate key means\n  that two requests raced:\n```sql\n- no point\n```"],
            PageBullets.About(section, "UniqueViolation error: duplicate key value violates unique constraint *", 2));
        Assert.Empty(PageBullets.About(section, "KeyError: *", 2));
        Assert.Equal(3, PageBullets.Of(section).Count());
    }

    [Theory]
    [InlineData("npm ERR! code ERESOLVE npm ERR! ERESOLVE unable to resolve dependency tree")]
    [InlineData("thread 'main' panicked at src/main.rs:4:5: index out of bounds: the len is 3 but the index is 99")]
    [InlineData("panic: runtime error: invalid memory address or nil pointer dereference [signal SIGSEGV: segmentation violation]")]
    public async Task What_only_shares_a_word_with_some_page_is_not_passed_off_as_its_fix(string log)
    {
        await using var world = new SliceWorld();

        var answer = await world.RunAsync(TestPerson.Ada, "challenge find", new { log });

        Assert.True(answer.IsPrivate);
        Assert.StartsWith("The hub does not know this error yet:", ReplyText.Of(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_knows_is_said_privately_counted_and_can_be_asked()
    {
        await using var world = new SliceWorld();
        const string Unheard = "Traceback (most recent call last):\n  File \"/home/ada/x.py\", line 1\nZorbleException: flux capacitor wibbled, password=hunter2";

        var answer = await world.RunAsync(TestPerson.Ada, "challenge find", new { log = Unheard });

        Assert.True(answer.IsPrivate);
        Assert.StartsWith("The hub does not know this error yet: `ZorbleException: flux capacitor wibbled, password=•••`", ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.Contains("**Apps → Save as challenge**", ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.Equal("questions.ask.v1:ZorbleException: flux capacitor wibbled, password=•••", ReplyText.ButtonId(answer, "Ask it as a question"));
        await world.Services.GetRequiredService<LookupLog>().FlushAsync(default);
        await using var db = world.Db();
        var miss = Assert.Single(await db.In<LookupMiss>(Interactions.Guild).ToListAsync());
        Assert.Contains("flux capacitor", miss.Question, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", miss.Question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_the_matching_line_is_not_shown()
    {
        await using var world = new SliceWorld();
        const string Line = "password=hunter2 Bind for 0.0.0.0:8000 failed: port is already allocated";

        var text = ReplyText.Of(await world.RunAsync(TestPerson.Ada, "challenge find", new { log = Line }));

        Assert.Contains("Known from this line: `password=••• Bind for 0.0.0.0:8000 failed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_log_that_came_as_one_line_the_telling_part_is_shown()
    {
        await using var world = new SliceWorld();
        var log = string.Concat(Enumerable.Repeat("GET /api/posts/ 200 12ms ", 60)) + "Bind for 0.0.0.0:8000 failed: port is already allocated" + string.Concat(Enumerable.Repeat(" GET /health 200", 60));

        var text = ReplyText.Of(await world.RunAsync(TestPerson.Ada, "challenge find", new { log }));

        Assert.Contains("failed: port is already allocated", text.Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("🎉🎉🎉")]
    [InlineData("``` ```")]
    [InlineData("\u202e---\u202c")]
    public async Task A_paste_without_words_is_answered_kindly(string log)
    {
        await using var world = new SliceWorld();

        Assert.StartsWith("There is nothing in that paste I can read.", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "challenge find", new { log })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\" OR * NEAR( ' -- @everyone [x](http://evil.example)")]
    [InlineData("שגיאה: החיבור נדחה")]
    [InlineData("``` `` ` ||x|| **")]
    public async Task Strange_input_does_no_harm(string log)
    {
        await using var world = new SliceWorld();

        foreach (var paste in new[] { log, string.Concat(Enumerable.Repeat(log, 6000 / log.Length)) })
        {
            var answer = await world.RunAsync(TestPerson.Ada, "challenge find", new { log = paste });
            Assert.InRange(ReplyText.Of(answer).Length, 1, PageCard.MostText);
            Assert.Empty(answer.Mentions.Parse);
        }
    }

    [Fact]
    public async Task In_a_direct_message_it_answers_and_offers_nothing_that_needs_a_server()
    {
        await using var world = new SliceWorld();

        var answer = await world.RunAsync(TestPerson.Ada, "challenge find", new { log = "ZorbleException: wibbled" }, inDm: true);

        Assert.DoesNotContain("[Ask it as a question]", ReplyText.Of(answer), StringComparison.Ordinal);
    }
}
