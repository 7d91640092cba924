using System.Text;
using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class ChallengeStories
{
    private const string Traceback = """
        api-1  | Traceback (most recent call last):
        api-1  |   File "/app/manage.py", line 22, in <module>
        api-1  |     main()
        api-1  | django.db.utils.OperationalError: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused
        """;

    [Fact]
    public async Task Ada_pastes_a_traceback_and_everyone_in_the_channel_reads_the_fix()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada").In("help-desk");

        var answer = await ada.RunAsync("challenge find", new { log = Traceback });

        Assert.Equal(OutcomeStatus.Replied, answer.Status);
        Assert.False(answer.Ephemeral);
        Assert.Equal("## Docker configuration errors", answer.Line(1));
        Assert.Contains("Known from this line: `django.db.utils.OperationalError: connection to server at", answer.Line(2), StringComparison.Ordinal);
        Assert.Contains("**Fix**", answer.Text, StringComparison.Ordinal);
        Assert.Single(SandboxWorld.Read(world.As("bo"), "help-desk", "## Docker configuration errors"));
        var whole = await world.As("bo").PressAsync("The whole page");
        Assert.True(whole.Ephemeral);
        Assert.Contains("hub: docker-configuration-errors", whole.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ada_attaches_a_log_that_her_shell_wrote_and_gets_the_fix()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada");
        var log = new string('.', 20_000) + "\n" + Traceback;

        var found = await ada.RunAsync("challenge find", new { file = Upload("run.log", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(log)]) });
        var picture = await ada.RunAsync("challenge find", new { file = Upload("error.png", [0x89, 0x50, 0, 0, 0]) });
        var large = await ada.RunAsync("challenge find", new { file = Upload("all.log", new byte[300_000]) });

        Assert.Contains("Known from this line: ", found.Text, StringComparison.Ordinal);
        Assert.True(picture.Ephemeral);
        Assert.Equal("I could not read `error.png`. Attach a text file of up to 256 KB, or paste the last lines of it as `log`.", picture.Text);
        Assert.StartsWith("I could not read `all.log`.", large.Text, StringComparison.Ordinal);

        static object Upload(string name, byte[] content) => new { filename = name, content_base64 = Convert.ToBase64String(content) };
    }

    [Fact]
    public async Task Many_lines_go_into_a_form_and_a_log_of_six_thousand_characters_into_the_option()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada").In("dm");

        var form = await ada.RunAsync("challenge find");
        Assert.Equal(OutcomeStatus.Modal, form.Status);
        var answer = await ada.SubmitAsync(form.Modal!.ModalId, new { log = Traceback });
        Assert.True(answer.Ephemeral);
        Assert.Equal("## Docker configuration errors", answer.Line(1));

        var log = string.Concat(Enumerable.Repeat("[2026-11-23 09:00:01] INFO GET /api/posts/ 200 12ms ", 130))[..5900] + " Bind for 0.0.0.0:8000 failed: port is already allocated";
        var found = await world.As("bo").RunAsync("challenge find", new { log });
        Assert.Equal("## Docker configuration errors", found.Line(1));
        Assert.Contains("port is already allocated", found.Line(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Ada_saves_and_Mira_approves_is_found_by_Bos_same_error_and_leads_back_to_the_message()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira, bo) = (world.As("ada"), world.As("mira"), world.As("bo"));
        const string Error = "ZorbleError: flux 17 of shard 'a' is out of sync at /srv/app/flux.py";
        Assert.True((await bo.RunAsync("challenge find", new { log = Error })).Ephemeral);
        var message = await world.As("emre").SayAsync("help-desk", $"Zorble loses its flux\n```\n{Error}\n```\nRestarting does not help.");

        var form = await ada.ContextAsync("Save as challenge", message.Id);
        Assert.Contains("Zorble loses its flux", form.Text, StringComparison.Ordinal);
        Assert.Contains(Error, form.Text, StringComparison.Ordinal);
        var saved = await ada.SubmitAsync(form.Modal!.ModalId, new { cause = "Two shards write at once.", fix = "Take the lock:\n```python\nwith lock:\n    write()\n```" });
        Assert.True(saved.Ephemeral);
        Assert.StartsWith("✅ Thank you! **Zorble loses its flux** waits for a mentor as suggestion #1.", saved.Text, StringComparison.Ordinal);
        Assert.StartsWith("This message has been saved before, as suggestion #1", (await bo.ContextAsync("Save as challenge", message.Id)).Text, StringComparison.Ordinal);

        await world.RestartBotAsync();
        await mira.RunAsync("topic queue");
        await mira.PressAsync("Open #1");
        Assert.StartsWith("✅ Approved: **Zorble loses its flux**", (await mira.PressAsync("Approve")).Text, StringComparison.Ordinal);

        var found = await bo.In("backend").RunAsync("challenge find", new { log = "2026-11-24 ERROR ZorbleError: flux 3 of shard 'b' is out of sync at /home/bo/flux.py" });
        Assert.False(found.Ephemeral);
        Assert.Equal("## Zorble loses its flux", found.Line(1));
        Assert.Contains("Take the lock:", found.Text, StringComparison.Ordinal);
        Assert.Contains($"https://discord.com/channels/{message.Channel.GuildId}/{message.Channel.Id}/{message.Id}", found.Message!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_Newt_asks_and_the_question_stands_in_the_forum()
    {
        await using var world = await SandboxWorld.StartAsync();
        var newt = world.As("newt");

        var miss = await newt.RunAsync("challenge find", new { log = "WibbleException: the frobnicator of my backend is gone" });
        Assert.True(miss.Ephemeral);
        var form = await newt.PressAsync("Ask it as a question");
        Assert.Equal(OutcomeStatus.Modal, form.Status);
        var sent = await newt.SubmitAsync(form.Modal!.ModalId, new { text = "It went away after **lunch**, @everyone.\n```\nWibbleException\n```", tried = "Looking for it." });
        Assert.True(sent.Ephemeral);
        await world.WaitForAsync(newt, "general", "✅ Your question #1 is at");

        var post = Assert.Single(newt.Channels(), channel => channel.Name == "WibbleException: the frobnicator of my backend is gone");
        Assert.Contains(post.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(SandboxWorld.Read(newt, "general", "✅ Your question #1 is at")), StringComparison.Ordinal);
        var text = world.As("chidi").LastText(post.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("\nIt went away after **lunch**", text, StringComparison.Ordinal);
        Assert.Contains("**What was tried**\nLooking for it.", text, StringComparison.Ordinal);
        Assert.Contains($"asked by <@{newt.User.Id}>", text, StringComparison.Ordinal);
        Assert.Empty(world.As("ada").Notifications());
        Assert.True(post.Thread!.Members.ContainsKey(newt.User.Id));
    }

    [Fact]
    public async Task When_the_bot_may_not_post_the_words_come_back_and_Try_again_works_after_a_restart()
    {
        await using var world = await SandboxWorld.StartAsync();
        var newt = world.As("newt");
        await newt.RunAsync("challenge find", new { log = "WibbleException: gone" });
        var form = await newt.PressAsync("Ask it as a question");
        world.LetBotWrite("questions", false);

        await newt.SubmitAsync(form.Modal!.ModalId, new { text = "It went away.", tried = "" });
        Assert.Contains("It went away.", Assert.Single(await world.WaitForAsync(newt, "general", "I may not post in")), StringComparison.Ordinal);
        world.LetBotWrite("questions", true);
        await world.RestartBotAsync();
        await newt.PressAsync("Try again");
        await world.WaitForAsync(newt, "general", "✅ Your question #1 is at");

        Assert.Single(newt.Channels(), channel => channel.Name == "WibbleException: gone");
    }
}
