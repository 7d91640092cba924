using System.Text.Json;
using Nexus.Sandbox.Control;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

public sealed class InteractionTests
{
    private const string Echo = """
        {"name":"echo","description":"says it","options":[
          {"type":3,"name":"text","description":"what","required":true,"max_length":10},
          {"type":4,"name":"times","description":"how often","min_value":1,"max_value":3},
          {"type":3,"name":"mood","description":"how","choices":[{"name":"Glad","value":"g"},{"name":"Sad","value":"s"}]},
          {"type":6,"name":"to","description":"whom"},
          {"type":3,"name":"topic","description":"what about","autocomplete":true}]}
        """;

    private const string Buttons = """
        {"type":4,"data":{"content":"Choose","components":[{"type":1,"components":[
          {"type":2,"style":1,"label":"Yes","custom_id":"yes"},
          {"type":2,"style":1,"label":"No","custom_id":"no","disabled":true},
          {"type":2,"style":5,"label":"Read","url":"https://example.org"}]}]}}
        """;

    [Fact]
    public async Task A_command_reaches_the_bot_with_everything_a_client_needs_and_its_answer_is_the_outcome()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);

        var run = host.As("ada").RunAsync("/echo", new { text = "hello", times = 2, mood = "Glad", to = "bo" });
        var interaction = await bot.InteractionAsync();
        var (status, _) = await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"hello, hello"}}""");
        var outcome = await run;

        Assert.Equal(204, status);
        Assert.Equal((OutcomeStatus.Replied, "hello, hello", false), (outcome.Status, outcome.Text, outcome.Ephemeral));
        Assert.InRange(outcome.AckMs!.Value, 0, 3000);
        Assert.Equal(1, interaction.Int("version"));
        Assert.Equal(10 * 1024 * 1024, interaction.Int("attachment_size_limit"));
        Assert.Empty(interaction.Items("entitlements"));
        Assert.Equal("ada", interaction.GetProperty("member").GetProperty("user").Text("username"));
        var data = interaction.GetProperty("data");
        Assert.Equal("""text=hello times=2 mood=g to=""" + DemoServer.Id(202), string.Join(' ', data.Items("options").Select(option =>
            $"{option.Text("name")}={option.GetProperty("value")}")));
        Assert.Equal("bo", data.GetProperty("resolved").GetProperty("users").GetProperty(Snowflakes.Text(DemoServer.Id(202))).Text("username"));
    }

    public static TheoryData<string, string, string> Refused => new()
    {
        { "/ecko", """{"text":"x"}""", "No command \"ecko\"; there are echo." },
        { "/echo", """{}""", "text: this option is required." },
        { "/echo", """{"text":"12345678901"}""", "text: between 1 and 10 characters, this has 11." },
        { "/echo", """{"text":"x","times":4}""", "times: 4 is out of range." },
        { "/echo", """{"text":"x","times":1.5}""", "times: this is no whole number." },
        { "/echo", """{"text":"x","mood":"angry"}""", "mood: choose one of Glad, Sad." },
        { "/echo", """{"text":"x","to":"nobody"}""", "to: there is nobody called nobody here." },
        { "/echo", """{"text":"x","color":"red"}""", "There is no option color; there are text, times, mood, to, topic." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_the_client_would_not_send_is_refused_before_the_bot_hears_of_it(string command, string options, string complaint)
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);

        var refusal = await Assert.ThrowsAsync<PersonRefusal>(() => host.As("ada").CommandAsync("general", command, Json.Parse(options)));

        Assert.Equal(complaint, refusal.Message);
        Assert.Empty(await bot.Gateway.EventsSoFarAsync());
    }

    [Theory]
    [InlineData("mira", true)]
    [InlineData("grace", true)]
    [InlineData("ada", false)]
    public async Task A_command_is_offered_to_those_who_have_its_default_permissions(string who, bool offered)
    {
        await using var host = await TestSandbox.StartAsync();
        var manageMessages = (ulong)Permission.ManageMessages;
        await using var bot = await RawBot.StartAsync(host, commands: $$"""{"name":"tidy","description":"d","default_member_permissions":"{{manageMessages}}"}""");

        Assert.Equal(offered, host.As(who).Commands().Any(command => command.Name == "tidy"));
    }

    [Fact]
    public async Task After_three_seconds_an_interaction_is_unknown_and_the_person_sees_that_it_failed()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        var interaction = await bot.InteractionAsync();

        host.Clock.Advance(TimeSpan.FromSeconds(3.1));
        var outcome = await run;
        var (status, body) = await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"late"}}""");

        Assert.Equal((OutcomeStatus.Failed, "The application did not respond"), (outcome.Status, outcome.Error));
        Assert.Equal((404, 10062), (status, body.Int("code")));
        Assert.Equal((1, 0), (host.Metrics[Counter.Late], host.Metrics[Counter.AckedInTime]));
    }

    [Fact]
    public async Task A_second_answer_is_40060_and_changes_nothing()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        var interaction = await bot.InteractionAsync();

        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"first"}}""");
        var (status, body) = await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"second"}}""");

        Assert.Equal((400, 40060), (status, body.Int("code")));
        Assert.Equal("first", (await run).Text);
        Assert.Equal("first", host.As("bo").LastText("general"));
        Assert.Equal(1, host.Metrics[Counter.DoubleAcks]);
    }

    [Theory]
    [InlineData("""{"type":7,"data":{"content":"x"}}""")]
    [InlineData("""{"type":8,"data":{"choices":[]}}""")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":4,"data":{}}""")]
    public async Task A_response_that_does_not_fit_is_400_and_leaves_the_interaction_open(string body)
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        var interaction = await bot.InteractionAsync();

        Assert.Equal(400, (await bot.AnswerAsync(interaction, body)).Status);
        Assert.Equal(204, (await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"right"}}""")).Status);
        Assert.Equal("right", (await run).Text);
    }

    [Fact]
    public async Task A_deferral_shows_a_placeholder_until_the_edit_which_is_the_outcome()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        var interaction = await bot.InteractionAsync();

        await bot.AnswerAsync(interaction, """{"type":5,"data":{"flags":64}}""");
        Assert.Equal(192, host.As("ada").Messages("general", 1)[0].Int("flags"));
        Assert.False(run.IsCompleted);
        var (status, edited) = await bot.WebhookAsync(interaction, "PATCH", "/messages/%40original", """{"content":"done"}""");
        var outcome = await run;

        Assert.Equal((200, "done", 64), (status, edited.Text("content"), edited.Int("flags")));
        Assert.Equal((OutcomeStatus.Replied, "done", true), (outcome.Status, outcome.Text, outcome.Ephemeral));
        Assert.True(outcome.AckMs <= outcome.ReplyMs);
    }

    [Fact]
    public async Task A_follow_up_right_after_a_deferral_fills_the_placeholder()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        var interaction = await bot.InteractionAsync();
        await bot.AnswerAsync(interaction, """{"type":5}""");

        var (_, first) = await bot.WebhookAsync(interaction, "POST", body: """{"content":"filled"}""");
        var (_, second) = await bot.WebhookAsync(interaction, "POST", body: """{"content":"more","flags":64}""");
        var outcome = await run;

        Assert.Equal(outcome.MessageId, first.Id("id"));
        Assert.Equal("filled", outcome.Text);
        Assert.NotEqual(first.Id("id"), second.Id("id"));
        Assert.Equal(["more"], host.As("ada").StoredMessages("general", 1).Select(message => message.Content));
        Assert.Equal(["filled"], host.As("bo").StoredMessages("general", 1).Select(message => message.Content));
    }

    [Fact]
    public async Task An_ephemeral_answer_is_seen_by_one_person_only()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        await bot.AnswerAsync(await bot.InteractionAsync(), """{"type":4,"data":{"content":"psst","flags":64}}""");
        await run;

        Assert.Equal("psst", host.As("ada").LastText("general"));
        Assert.NotEqual("psst", host.As("bo").LastText("general"));
        var event_ = (await bot.Gateway.NextAsync("MESSAGE_CREATE")).GetProperty("d");
        Assert.False(event_.TryGetProperty("guild_id", out _));
        var gone = await Assert.ThrowsAsync<PersonRefusal>(() => host.As("bo").PressAsync(event_.Id("id")!.Value, "x"));
        Assert.Equal(404, gone.Status);
    }

    [Fact]
    public async Task The_token_lives_fifteen_minutes_and_needs_no_bot_token()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        var interaction = await bot.InteractionAsync();
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"one"}}""");
        await run;

        host.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(200, (await bot.WebhookAsync(interaction, "PATCH", "/messages/@original", """{"content":"two"}""")).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(1.1));
        var (status, body) = await bot.WebhookAsync(interaction, "PATCH", "/messages/@original", """{"content":"three"}""");

        Assert.Equal((401, 50027), (status, body.Int("code")));
        Assert.Equal("two", host.As("bo").LastText("general"));
    }

    [Fact]
    public async Task An_answer_can_be_read_and_deleted_by_its_token()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        var interaction = await bot.InteractionAsync();
        var (status, response) = await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"one"}}""", "?with_response=1");
        var id = (await run).MessageId;

        Assert.Equal((200, id), (status, response.GetProperty("resource").GetProperty("message").Id("id")));
        Assert.Equal(id, response.GetProperty("interaction").Id("response_message_id"));
        Assert.Equal(id, (await bot.WebhookAsync(interaction, "GET", "/messages/@original")).Body.Id("id"));
        Assert.Equal(204, (await bot.WebhookAsync(interaction, "DELETE", $"/messages/{id}")).Status);
        Assert.Equal(10008, (await bot.WebhookAsync(interaction, "GET", "/messages/@original")).Body.Int("code"));
        Assert.Null(host.World.FindMessage(id!.Value));
    }

    [Fact]
    public async Task Typing_brings_suggestions_from_the_bot()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);

        var typing = host.As("ada").SuggestAsync("/echo", "topic", "dja");
        var interaction = await bot.InteractionAsync();
        var option = Assert.Single(interaction.GetProperty("data").Items("options"));
        await bot.AnswerAsync(interaction, """{"type":8,"data":{"choices":[{"name":"Django","value":"django"}]}}""");
        var outcome = await typing;

        Assert.Equal(("dja", true), (option.Text("value"), option.Bool("focused")));
        Assert.Equal("Django", Assert.Single(outcome.Choices).Name);
        var plain = await Assert.ThrowsAsync<PersonRefusal>(() => host.As("ada").SuggestAsync("/echo", "text", "x"));
        Assert.Equal("text: this option has no autocomplete.", plain.Message);
    }

    [Fact]
    public async Task A_button_is_pressed_by_label_and_its_message_changes()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        await bot.AnswerAsync(await bot.InteractionAsync(), Buttons);
        var shown = (await run).MessageId;

        var press = host.As("bo").PressAsync("yes");
        var interaction = await bot.InteractionAsync();
        await bot.AnswerAsync(interaction, """{"type":7,"data":{"content":"Chosen","components":[]}}""");
        var outcome = await press;

        Assert.Equal((3, "yes", 2), (interaction.Int("type"), interaction.GetProperty("data").Text("custom_id"), interaction.GetProperty("data").Int("component_type")));
        Assert.Equal(shown, interaction.GetProperty("message").Id("id"));
        Assert.Equal((OutcomeStatus.Updated, shown, "Chosen"), (outcome.Status, outcome.MessageId, outcome.Text));
    }

    [Theory]
    [InlineData("No", "No is disabled.")]
    [InlineData("Read", "Read is a link to https://example.org; pressing it opens a page and tells the bot nothing.")]
    [InlineData("Maybe", "That message has no button Maybe; it has Yes, No, Read.")]
    public async Task Buttons_that_cannot_be_pressed_are_refused(string label, string complaint)
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        await bot.AnswerAsync(await bot.InteractionAsync(), Buttons);
        var shown = (await run).MessageId!.Value;

        Assert.Equal(complaint, (await Assert.ThrowsAsync<PersonRefusal>(() => host.As("bo").PressAsync(shown, label))).Message);
    }

    [Fact]
    public async Task A_deferred_update_without_edit_changes_nothing_and_its_edit_is_the_outcome()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: Echo);
        var run = host.As("ada").RunAsync("/echo", new { text = "x" });
        await bot.AnswerAsync(await bot.InteractionAsync(), Buttons);
        await run;

        var press = host.As("ada").PressAsync("Yes");
        var interaction = await bot.InteractionAsync();
        await bot.AnswerAsync(interaction, """{"type":6}""");
        Assert.False(press.IsCompleted);
        await bot.WebhookAsync(interaction, "PATCH", "/messages/@original", """{"content":"Edited"}""");

        Assert.Equal((OutcomeStatus.Updated, "Edited"), ((await press).Status, (await press).Text.Split('\n')[0]));
    }

    [Fact]
    public async Task Context_commands_carry_their_target_with_its_content()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, 1, """{"name":"Mark as answer","type":3}""", """{"name":"Profile","type":2}""");
        var message = await host.As("bo").SayAsync("try an index");

        var mark = host.As("ada").ContextAsync("Mark as answer", message.Id);
        var interaction = await bot.InteractionAsync();
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"ok"}}""");
        await mark;
        var data = interaction.GetProperty("data");
        Assert.Equal((3, message.Id), (data.Int("type"), data.Id("target_id")));
        Assert.Equal("try an index", data.GetProperty("resolved").GetProperty("messages").GetProperty(Snowflakes.Text(message.Id)).Text("content"));

        var look = host.As("ada").ContextAsync("Profile", DemoServer.Id(202));
        var second = await bot.InteractionAsync();
        await bot.AnswerAsync(second, """{"type":4,"data":{"content":"ok"}}""");
        await look;
        Assert.True(second.GetProperty("data").GetProperty("resolved").TryGetProperty("members", out _));
    }

    [Fact]
    public async Task A_command_in_a_direct_message_has_a_user_and_no_member()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host);
        var id = host.World.Ids.Next();
        host.World.Commands.Add(id, new RegisteredCommand(id, id, host.World.Application.Id, null, Json.Parse("""{"name":"hi","description":"d","contexts":[0,1]}""")));

        var run = host.As("ada").In("dm").RunAsync("/hi");
        var interaction = await bot.InteractionAsync();
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"hi"}}""");

        Assert.Equal("hi", (await run).Text);
        Assert.Equal(("ada", 1, false), (interaction.GetProperty("user").Text("username"), interaction.Int("context"), interaction.TryGetProperty("member", out _)));
    }
}
