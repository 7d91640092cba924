using Nexus.Bot.Tests.Hub;
using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class TopicStories
{
    [Fact]
    public async Task Ada_looks_an_abbreviation_up_and_everyone_in_the_channel_can_read_it()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada").In("backend");

        var offered = await ada.SuggestAsync("topic lookup", "query", "dr");
        Assert.Equal("Django REST framework · drf", offered.Choices[0].Name);
        var answer = await ada.RunAsync("topic lookup", new { query = "drf" });

        Assert.Equal(OutcomeStatus.Replied, answer.Status);
        Assert.False(answer.Ephemeral);
        Assert.Equal("## Django REST framework", answer.Line(1));
        Assert.Contains("hub: django-rest-framework", answer.Text, StringComparison.Ordinal);
        Assert.Single(SandboxWorld.Read(world.As("bo"), "backend", "## Django REST framework"));
    }

    [Fact]
    public async Task A_typing_slip_is_corrected_and_said()
    {
        await using var world = await SandboxWorld.StartAsync();

        var answer = await world.As("bo").RunAsync("topic lookup", new { query = "how do i restart a celry worker" });

        Assert.Contains("Showing results for **restart celery worker**", answer.Line(1), StringComparison.Ordinal);
        Assert.Equal("## Celery", answer.Line(2));
    }

    [Fact]
    public async Task What_the_hub_does_not_have_is_said_privately_with_the_nearest_one_press_away()
    {
        await using var world = await SandboxWorld.StartAsync();
        var newt = world.As("newt");

        var miss = await newt.RunAsync("topic lookup", new { query = "kubernetes rabbit" });
        Assert.True(miss.Ephemeral);
        Assert.StartsWith("The hub has no page about “kubernetes rabbit” yet. Did you mean:", miss.Text, StringComparison.Ordinal);
        var picked = await newt.PressAsync("RabbitMQ");

        Assert.True(picked.Ephemeral);
        Assert.Equal("## RabbitMQ", picked.Line(1));
    }

    [Fact]
    public async Task A_sections_button_still_works_after_the_bot_was_restarted_and_answers_only_who_pressed()
    {
        await using var world = await SandboxWorld.StartAsync();
        await world.As("ada").RunAsync("topic lookup", new { query = "docker" });

        await world.RestartBotAsync();
        var section = await world.As("bo").PressAsync("Common mistakes");

        Assert.True(section.Ephemeral);
        Assert.Equal("### Docker · Common mistakes", section.Line(1));
        Assert.Empty(SandboxWorld.Read(world.As("ada"), "general", "### Docker"));
    }

    [Fact]
    public async Task In_a_direct_message_or_on_request_only_the_asker_sees_the_answer()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada");

        Assert.True((await ada.RunAsync("topic lookup", new { query = "jwt", @private = true })).Ephemeral);
        Assert.Empty(SandboxWorld.Read(world.As("bo"), "general", "## JWT"));

        var inDm = await ada.In("dm").RunAsync("topic lookup", new { query = "jwt" });
        Assert.True(inDm.Ephemeral);
        Assert.Contains("hub: jwt-authentication", inDm.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\" OR * NEAR( ' -- @everyone [x](http://evil.example)")]
    [InlineData("🎉🎉🎉")]
    [InlineData("שלום עולם")]
    [InlineData("```\nzzz\n``` ||x||")]
    public async Task Strange_input_gets_a_calm_private_answer(string query)
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada");

        var answer = await ada.RunAsync("topic lookup", new { query });

        Assert.Equal(OutcomeStatus.Replied, answer.Status);
        Assert.True(answer.Ephemeral);
        Assert.DoesNotContain("@everyone", answer.Text, StringComparison.Ordinal);
        Assert.Empty(world.As("bo").Notifications());
        Assert.Equal("## Docker", (await ada.RunAsync("topic lookup", new { query = "docker" })).Line(1));
    }

    [Fact]
    public async Task A_pasted_log_of_six_thousand_characters_is_answered()
    {
        await using var world = await SandboxWorld.StartAsync();
        var log = string.Concat(Enumerable.Repeat("[2026-11-23 09:00:01] ERROR celery.worker: task received but broker connection lost\n", 80))[..6000];

        var answer = await world.As("ada").RunAsync("topic lookup", new { query = log });

        Assert.Equal(OutcomeStatus.Replied, answer.Status);
        Assert.Contains("hub: task-queue-failures", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_line_leads_to_the_page_that_solves_it()
    {
        await using var world = await SandboxWorld.StartAsync();

        var answer = await world.As("bo").RunAsync("topic lookup", new { query = "Forbidden (CSRF cookie not set.): /api/login/" });

        Assert.Contains("hub: csrf-failures", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_written_while_the_bot_runs_is_found_without_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("nexus-hub-");
        await using var world = await SandboxWorld.StartAsync(folder.FullName);
        var ada = world.As("ada");
        Assert.Equal("The hub is empty at the moment. Please tell a mentor.", (await ada.In("dm").RunAsync("topic lookup", new { query = "feature flags" })).Text);

        await world.ChangeHubAsync(
            () => File.WriteAllText(Path.Combine(folder.FullName, "feature-flags.md"), Flags.Replace("WORDS", "Switch code off without a deployment.", StringComparison.Ordinal)),
            hub => hub.BySlug("feature-flags") is not null);
        Assert.Contains("Switch code off without a deployment.", (await ada.RunAsync("topic lookup", new { query = "feature flags" })).Text, StringComparison.Ordinal);
        await world.ChangeHubAsync(
            () => File.WriteAllText(Path.Combine(folder.FullName, "feature-flags.md"), Flags.Replace("WORDS", "Switch code on for some people first.", StringComparison.Ordinal)),
            hub => hub.BySlug("feature-flags")?.Summary.Contains("some people", StringComparison.Ordinal) == true);

        Assert.Contains("Switch code on for some people first.", (await ada.RunAsync("topic lookup", new { query = "feature flags" })).Text, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Ada_hands_bo_a_page_in_the_channel_and_only_bo_is_pinged()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada").In("backend");

        var answer = await ada.RunAsync("topic lookup", new { query = "celery", @for = "bo" });

        Assert.False(answer.Ephemeral);
        Assert.Matches("^<@.+>, from <@.+>:$|^@.+, from @.+:$", answer.Line(1));
        Assert.Equal("## Celery", answer.Line(2));
        Assert.Single(world.As("bo").Notifications());
        Assert.Empty(ada.Notifications());
        Assert.Empty(world.As("newt").Notifications());
    }

    [Fact]
    public async Task A_mentor_learns_that_ada_does_not_see_the_mentors_channel()
    {
        await using var world = await SandboxWorld.StartAsync();
        var kwame = world.As("kwame").In("mentors");

        var refused = await kwame.RunAsync("topic lookup", new { query = "celery", @for = "ada" });

        Assert.True(refused.Ephemeral);
        Assert.Contains("does not see this channel", refused.Text, StringComparison.Ordinal);
        Assert.False((await kwame.RunAsync("topic lookup", new { query = "celery", @for = "mira" })).Ephemeral);
    }

    [Fact]
    public async Task Ada_sends_bo_a_page_privately_and_its_buttons_work_in_the_direct_message()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo) = (world.As("ada"), world.As("bo"));

        var answer = await ada.RunAsync("topic lookup", new { query = "celery", @for = "bo", @private = true });

        Assert.True(answer.Ephemeral);
        await world.WaitForAsync(ada, "general", "direct message from me");
        Assert.Contains("sent you this page from", bo.LastText("dm"), StringComparison.Ordinal);
        Assert.Contains("## Celery", bo.LastText("dm"), StringComparison.Ordinal);
        Assert.DoesNotContain("Was this helpful?", bo.LastText("dm"), StringComparison.Ordinal);
        Assert.Empty(SandboxWorld.Read(bo, "general", "## Celery"));
        Assert.StartsWith("### Celery · Common mistakes", (await bo.In("dm").PressAsync("Common mistakes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_bos_direct_messages_are_closed_only_ada_hears_of_it()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo) = (world.As("ada"), world.As("bo"));
        bo.User.ClosesDirectMessages = true;

        await ada.RunAsync("topic lookup", new { query = "celery", @for = "bo", @private = true });

        await world.WaitForAsync(ada, "general", "takes no direct messages from me, so nothing was sent");
        Assert.Empty(SandboxWorld.Read(bo, "general", "direct messages"));
    }

    [Fact]
    public async Task Newt_looks_through_the_hub_and_follows_a_path_also_after_a_restart()
    {
        await using var world = await SandboxWorld.StartAsync();
        var newt = world.As("newt");

        await newt.RunAsync("topic browse", new { kind = "guide" });
        Assert.Contains("pages: guide", newt.LastText("general"), StringComparison.Ordinal);
        await newt.PressAsync("Show everything");
        await newt.PressAsync("Next");
        Assert.Contains("Page 2 of", newt.LastText("general"), StringComparison.Ordinal);
        await world.RestartBotAsync();
        await newt.PressAsync("Next");
        Assert.Contains("Page 3 of", newt.LastText("general"), StringComparison.Ordinal);

        await newt.RunAsync("topic path", new { topic = "drf" });
        Assert.Contains("Python · beginner · your next step", newt.LastText("general"), StringComparison.Ordinal);
        await world.RestartBotAsync();
        var path = await newt.PressAsync("Mark Python as read");

        Assert.Equal(OutcomeStatus.Updated, path.Status);
        Assert.Contains("✔ 1\\. Python · beginner · read", path.Text, StringComparison.Ordinal);
        Assert.Contains(" · your next step", path.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newt_finds_nothing_and_asks_people_with_one_press()
    {
        await using var world = await SandboxWorld.StartAsync();
        var newt = world.As("newt");
        await newt.RunAsync("topic lookup", new { query = "how do I centre a div" });

        var form = await newt.PressAsync("Ask it as a question");

        Assert.Equal(OutcomeStatus.Modal, form.Status);
        Assert.Contains("how do I centre a div", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bo_says_that_a_page_did_not_help_and_changes_it()
    {
        await using var world = await SandboxWorld.StartAsync();
        var bo = world.As("bo");
        await world.As("ada").RunAsync("topic lookup", new { query = "celery" });

        var asked = await bo.PressAsync("👎 Not helpful");
        Assert.True(asked.Ephemeral);
        var choice = await bo.PressAsync("Suggest a change");

        Assert.True(choice.Ephemeral);
        Assert.Contains("Celery", choice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_shipped_page_can_be_looked_up_on_discord()
    {
        await using var world = await SandboxWorld.StartAsync();
        foreach (var (page, at) in ShippedHub.Index.Pages.Select((page, at) => (page, at)))
        {
            var reader = world.Everyone[at % world.Everyone.Count];
            var answer = await reader.RunAsync("topic lookup", new { query = page.Slug });

            Assert.Equal(OutcomeStatus.Replied, answer.Status);
            Assert.Contains($"hub: {page.Slug} ·", answer.Text, StringComparison.Ordinal);
        }
    }

    private const string Flags = """
        ---
        slug: feature-flags
        title: Feature flags
        kind: topic
        level: beginner
        owner: mentors
        last_reviewed: 2026-11-23
        ---
        ## Summary
        WORDS
        """;
}
