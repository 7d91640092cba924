using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Suggestions;

public sealed class SuggestTests
{
    [Fact]
    public async Task A_page_is_changed_part_by_part_and_the_form_holds_its_present_words()
    {
        await using var world = await SuggestionWorld.StartAsync();

        var choice = await world.RunAsync(TestPerson.Ada, "topic suggest", new { topic = "Celery Worker" });
        Assert.Equal(
            """
            What do you want to change in **Celery**? Mentors look at it before everybody sees it.
            [Choose a part…: Summary | Example | Common mistakes | When not to use it | A new section | Title and other names | Kind, level and tags | Pages it leads to | Error lines | Sources]
            """, ReplyText.Of(choice));
        var form = await world.ChooseAsync(TestPerson.Ada, choice, "When not to use it");

        Assert.Equal(
            """
            When not to use it · Celery
            When not to use it: For work of a few milliseconds.
            Why (optional): (up to 200 characters)
            """, ReplyText.Of(form));
        var saved = await world.SubmitAsync(TestPerson.Ada, form, new { text = "For quick work.", why = "Shorter" });
        Assert.Equal(
            """
            Thank you! Suggestion **#1** for **Celery** waits for a mentor. I will write to you when it is decided.
            [Look at it] [Take it back]
            """, ReplyText.Of(saved));
        Assert.Equal(["📝 <@101> suggests a change to **Celery** (#1): “Shorter”. Mentors find it in `/topic queue`."], world.Log);
        Assert.Equal(SuggestionWorld.Celery, await world.ServedAsync());
    }

    [Fact]
    public async Task A_new_page_starts_from_what_was_looked_for()
    {
        await using var world = await SuggestionWorld.StartAsync();

        var form = await world.PressAsync(TestPerson.Ada, "suggestions.new.v1:Django  Channels");
        Assert.StartsWith("Suggest a new page\nTitle: Django Channels\nKind: ", ReplyText.Of(form), StringComparison.Ordinal);
        await world.SubmitAsync(TestPerson.Ada, form, new
        {
            title = "Django Channels",
            kind = new[] { "topic" },
            summary = "Websockets for Django.",
            body = "## Example\n```python\nprint(1)\n```\n## Common mistakes\n- None yet.",
            sources = "Channels documentation | https://channels.readthedocs.io/\nhttps://example.org/x",
        });
        var approved = await world.ApproveAsync(1);

        Assert.StartsWith("✅ Approved: **Django Channels** is revision 1 now, with thanks to <@101>.", ReplyText.Of(approved), StringComparison.Ordinal);
        Assert.Equal(
            """
            ---
            slug: django-channels
            title: Django Channels
            aliases: []
            tags: []
            kind: topic
            level: beginner
            owner: mentors
            last_reviewed: 2026-11-23
            sources:
              - title: Channels documentation
                url: https://channels.readthedocs.io/
              - title: example.org
                url: https://example.org/x
            ---
            ## Summary
            Websockets for Django.

            ## Example
            ```python
            print(1)
            ```
            ## Common mistakes
            - None yet.

            """, await world.ServedAsync("django-channels"));
        Assert.Equal("Django Channels", Assert.IsType<HubAnswer.Found>((await world.HubAsync()).Find("django channels")).Page.Title);
    }

    [Fact]
    public async Task A_name_that_is_not_in_the_hub_opens_the_form_and_a_slip_asks_first()
    {
        await using var world = await SuggestionWorld.StartAsync();

        Assert.StartsWith("Suggest a new page\nTitle: sourdough bread", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic suggest", new { topic = "sourdough bread" })), StringComparison.Ordinal);
        Assert.StartsWith("Suggest a new page\nTitle: (up to 80 characters)", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic suggest")), StringComparison.Ordinal);
        var slip = await world.RunAsync(TestPerson.Ada, "topic suggest", new { topic = "celry" });

        Assert.Equal("There is no page called “celry”. Do you want to change one of these, or write a new page?\n[Change “Celery”] [Write a new page]", ReplyText.Of(slip));
        Assert.StartsWith("What do you want to change in **Celery**?", ReplyText.Of(await world.PressAsync(TestPerson.Ada, slip, "Change “Celery”")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Docker", "Words.", "", "", "there is a page “Docker” already.")]
    [InlineData("docker!", "Words.", "", "", "there is a page “Docker” already.")]
    [InlineData("Celery worker", "Words.", "", "", "'Celery worker' is a name of the page 'celery' already.")]
    [InlineData("  ", "Words.", "", "", "a page needs a title and a summary.")]
    [InlineData("Caching", "\t\n ", "", "", "a page needs a title and a summary.")]
    [InlineData("Caching", "Words.", "```python\nprint(1)", "", "in “Summary” a code block begins with \\`\\`\\` and never ends. Put a line with \\`\\`\\` after it.")]
    [InlineData("Caching", "Words.", "## Example\n```python\nprint(1)", "", "in “Example” a code block begins with \\`\\`\\` and never ends. Put a line with \\`\\`\\` after it.")]
    [InlineData("Caching", "Words.", "## Tips\na\n## tips\nb", "", "the heading 'tips' is empty, over 40 characters, or there twice.")]
    [InlineData("Caching", "Words.", "", "http://example.org", "the source 'http://example.org' must be an https address.")]
    [InlineData("Caching", "Words.", "", "see the docs", "the source 'docs' must be an https address.")]
    [InlineData("Caching", "Words.", "", "[x](javascript:alert(1)) javascript://x", "the source 'javascript://x' must be an https address.")]
    public async Task What_cannot_be_a_page_is_told_and_the_words_come_back_with_one_press(string title, string summary, string body, string sources, string reason)
    {
        await using var world = await SuggestionWorld.StartAsync();
        var values = new { title, kind = new[] { "practice" }, summary, body, sources };

        var answer = await world.SubmitAsync(TestPerson.Ada, await world.RunAsync(TestPerson.Ada, "topic suggest"), values);

        Assert.Contains(
            $"That cannot be suggested yet: {reason}\nNothing of what you wrote is lost: **Edit again** opens the form with your text.",
            ReplyText.Of(answer).Replace("\\[", "[", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(world.Log);
        var again = await world.PressAsync(TestPerson.Ada, answer, "Edit again");
        var text = ReplyText.Of(again);
        Assert.Contains(title.Trim(), text, StringComparison.Ordinal);
        Assert.Contains(body, text, StringComparison.Ordinal);
        Assert.Contains(sources, text, StringComparison.Ordinal);
        Assert.Equal("practice", ReplyText.AllOf(again.Modal!.Components).OfType<StringSelect>().Single().Options.Single(option => option.Default == true).Value);
        Assert.StartsWith("That draft is gone", ReplyText.Of(await world.PressAsync(TestPerson.Bo, answer, "Edit again")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---")]
    [InlineData("a: b")]
    [InlineData("'quoted' and \"double\"")]
    [InlineData("[x](http://evil.example) {y}")]
    [InlineData("title\n---\nkind: guide")]
    [InlineData("# heading @everyone <@&1>")]
    [InlineData("- item, * star & amp %tag !x |")]
    [InlineData("🎉 party 🎉")]
    [InlineData("~")]
    public async Task A_title_is_a_title_whatever_is_in_it(string title)
    {
        await using var world = await SuggestionWorld.StartAsync();

        await world.SubmitAsync(TestPerson.Ada, await world.RunAsync(TestPerson.Ada, "topic suggest"), new { title, kind = new[] { "topic" }, summary = "Words.", body = "", sources = $"{title.ReplaceLineEndings(" ")} | https://example.org" });
        await world.ApproveAsync(1);

        var page = Assert.Single((await world.HubAsync()).Pages, page => page.Slug is not ("celery" or "docker"));
        Assert.Equal(title.ReplaceLineEndings(" "), page.Title);
        Assert.Equal((PageKind.Topic, "Words."), (page.Kind, page.Summary));
        Assert.Single(page.Sources);
    }

    [Theory]
    [InlineData("שלום עולם", "page-1")]
    [InlineData("🎉", "page-1")]
    [InlineData("Über uns", "uber-uns")]
    [InlineData("What a very long title that somebody wrote who had much to say", "what-a-very-long-title-that-somebody-wrote-who-had")]
    public async Task A_title_in_any_script_makes_a_name_that_everybody_can_type(string title, string slug)
    {
        await using var world = await SuggestionWorld.StartAsync();

        await world.SubmitAsync(TestPerson.Ada, await world.RunAsync(TestPerson.Ada, "topic suggest"), new { title, kind = new[] { "topic" }, summary = "Words.", body = "", sources = "" });
        await world.ApproveAsync(1);

        Assert.Equal(title, (await world.HubAsync()).BySlug(slug)?.Title);
    }

    [Fact]
    public async Task An_open_code_block_in_a_section_is_told_before_it_swallows_the_next()
    {
        await using var world = await SuggestionWorld.StartAsync();

        var answer = await world.SuggestAsync("Example", "```python\nprint(1)", "better");

        Assert.Contains("in “Example” a code block begins", ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.Contains("your-text.md", Assert.Single(answer.Files!).FileName, StringComparison.Ordinal);
        var again = await world.PressAsync(TestPerson.Ada, answer, "Edit again");
        Assert.Equal("Example · Celery\nExample: ```python\nprint(1)\nWhy (optional): better", ReplyText.Of(again));
        Assert.StartsWith("Thank you!", ReplyText.Of(await world.SubmitAsync(TestPerson.Ada, again, new { text = "```python\nprint(1)\n```", why = "better" })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Summary", "text", "", "the section '## Summary' is missing or empty.")]
    [InlineData("A new section", "heading", "Summary", "there is a section “Summary” already; change that one, or choose another heading.")]
    [InlineData("A new section", "heading", "🎉", "the heading '🎉' is empty, over 40 characters, or there twice.")]
    [InlineData("Title and other names", "title", "Docker", "'Docker' is a name of the page 'docker' already.")]
    [InlineData("Title and other names", "title", " ", "'title' must be text of 1 to 80 characters.")]
    [InlineData("Pages it leads to", "next", "nowhere", "there is no page “nowhere” in the hub.")]
    [InlineData("Sources", "sources", "Docs | ftp://example.org", "the source 'ftp://example.org' must be an https address.")]
    public async Task What_a_part_cannot_be_is_told(string part, string field, string value, string reason)
    {
        await using var world = await SuggestionWorld.StartAsync();
        var form = await world.FormAsync(TestPerson.Ada, "celery", part);
        var values = new Dictionary<string, string> { ["text"] = "x", ["title"] = "Celery", ["aliases"] = "celery worker", ["keywords"] = "background job", [field] = value };

        var answer = await world.SubmitAsync(TestPerson.Ada, form, values);

        Assert.StartsWith($"That cannot be suggested yet: {reason}", ReplyText.Of(answer).Replace("\\#", "#", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_tags_links_error_lines_and_sources_are_changed_and_nothing_else()
    {
        await using var world = await SuggestionWorld.StartAsync();

        await SendAsync("Title and other names", new { title = "Celery: tasks", aliases = "celery worker\ncelery, beat", keywords = "background job" });
        await SendAsync("Kind, level and tags", new { kind = new[] { "practice" }, level = new[] { "advanced" }, tags = "async, queues" });
        await SendAsync("Pages it leads to", new { prerequisites = "Docker", next = "", related = "" });
        await SendAsync("Error lines", new { signatures = "kombu: 'x' *\n\n[ERROR] # no" });
        await SendAsync("Sources", new { sources = "A — B | https://example.org/a?b=c#d" });
        await SendAsync("A new section", new { heading = "## How we test it", text = "With care." });
        for (var number = 1; number <= 6; number++)
        {
            await world.ApproveAsync(number);
        }

        Assert.Equal(
            SuggestionWorld.Celery
                .Replace("title: Celery\n", "title: 'Celery: tasks'\n", StringComparison.Ordinal)
                .Replace("[celery worker]", "[celery worker, celery, beat]", StringComparison.Ordinal)
                .Replace("tags: [async]\nkind: topic\nlevel: intermediate\nrelated: [docker]\n", "tags: [async, queues]\nkind: practice\nlevel: advanced\n", StringComparison.Ordinal)
                .Replace("2026-11-01", "2026-11-23", StringComparison.Ordinal)
                .Replace("  - title: Celery documentation\n    url: https://docs.celeryq.dev/\n", "  - title: A — B\n    url: https://example.org/a?b=c#d\nprerequisites: [docker]\nsignatures:\n  - \"kombu: 'x' *\"\n  - '[ERROR] # no'\n", StringComparison.Ordinal)
                + "\n## How we test it\nWith care.\n",
            await world.ServedAsync());

        async Task SendAsync(string part, object values) => await world.SubmitAsync(TestPerson.Ada, await world.FormAsync(TestPerson.Ada, "celery", part), values);
    }

    [Fact]
    public async Task An_emptied_section_goes_and_nothing_changed_is_no_suggestion()
    {
        await using var world = await SuggestionWorld.StartAsync();

        Assert.StartsWith("Nothing is different", ReplyText.Of(await world.SuggestAsync("Summary", "Celery runs Python functions outside the request.")), StringComparison.Ordinal);
        await world.SuggestAsync("When not to use it", "");
        await world.ApproveAsync(1);

        Assert.DoesNotContain("When not", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.EndsWith("transaction.\n", await world.ServedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_and_half_characters_are_no_words()
    {
        await using var world = await SuggestionWorld.StartAsync();

        await world.SuggestAsync("Summary", "\0\u0007One\r\n\uD83D\nTwo \t ");
        await world.ApproveAsync(1);

        Assert.Equal("One\n\uFFFD\nTwo", (await world.HubAsync()).BySlug("celery")!.Summary);
    }

    [Theory]
    [InlineData("Summary", 4000, "summary and example together do not fit the card (3500 characters) and would be cut; shorten one.")]
    [InlineData("Common mistakes", 3990, "the section '## Common mistakes' does not fit its card and would be cut; shorten it.")]
    public async Task What_would_be_cut_on_the_card_is_told_and_six_thousand_characters_are_kept_as_far_as_a_form_goes(string part, int kept, string reason)
    {
        await using var world = await SuggestionWorld.StartAsync();

        var answer = await world.SuggestAsync(part, new string('x', kept == 4000 ? 6000 : kept));

        Assert.StartsWith($"That cannot be suggested yet: {reason}", ReplyText.Of(answer).Replace("\\#", "#", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(new string('x', kept - 1), ReplyText.Of(await world.PressAsync(TestPerson.Ada, answer, "Edit again")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_twenty_five_waiting_is_asked_to_wait_and_loses_no_words()
    {
        await using var world = await SuggestionWorld.StartAsync();
        for (var number = 1; number <= 25; number++)
        {
            await world.SuggestAsync("Summary", $"Try {number}.");
        }

        var answer = await world.SuggestAsync("Summary", "Try 26.");

        Assert.Contains("you have 25 suggestions waiting", ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.Contains("Try 26.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, answer, "Edit again")), StringComparison.Ordinal);
        Assert.StartsWith("Thank you!", ReplyText.Of(await world.SuggestAsync("Summary", "Bo's.", who: TestPerson.Bo)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mine_are_listed_with_what_became_of_them_and_nobody_elses()
    {
        await using var world = await SuggestionWorld.StartAsync();
        Assert.StartsWith("You have not suggested anything yet.", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic suggestions")), StringComparison.Ordinal);
        await world.SuggestAsync("Summary", "One.", "Shorter");
        await world.SuggestAsync("Example", "");
        await world.SuggestAsync("Summary", "Bo's.", who: TestPerson.Bo);
        await world.ApproveAsync(1);
        await world.PressAsync(TestPerson.Ada, "suggestions.withdraw.v1:2");

        Assert.Equal(
            """
            ## Your suggestions
            **#2 Celery** · taken back by its author
            -# Changes “Example”
            **#1 Celery** · approved by <@201> <t:1795424400:R>
            -# Shorter
            [Open #2] [Open #1]
            """, ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic suggestions")));
        Assert.Equal("Only its author and mentors can do that.", ReplyText.Of(await world.OpenAsync(3, TestPerson.Ada)));
        Assert.Equal("Only its author and mentors can do that.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, "suggestions.withdraw.v1:3")));
        Assert.Equal("Only its author and mentors can do that.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, "suggestions.rewrite.v1:3")));
        Assert.Equal("Only its author and mentors can do that.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, "suggestions.preview.v1:3")));
    }

    [Theory]
    [InlineData("suggestions.open.v1:99")]
    [InlineData("suggestions.open.v1:99999999999")]
    [InlineData("suggestions.open.v1:x")]
    [InlineData("suggestions.approve.v1:x")]
    [InlineData("suggestions.approve.v1:7/abc")]
    [InlineData("suggestions.withdraw.v1:-1")]
    [InlineData("suggestions.section.v1:1")]
    public async Task A_made_up_control_gets_a_calm_answer(string customId)
    {
        await using var world = await SuggestionWorld.StartAsync();

        Assert.Equal("That suggestion does not exist. `/topic suggestions` shows yours.", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, customId)));
    }
}
