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
        Assert.Contains("hub: celery", answer.Text, StringComparison.Ordinal);
    }
}
