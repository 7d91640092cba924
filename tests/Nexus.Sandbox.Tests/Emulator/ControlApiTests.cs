using System.Net;
using System.Text;
using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

/// <summary>The control API as an outside script uses it.</summary>
public sealed class ControlApiTests
{
    [Fact]
    public async Task State_shows_the_server_its_people_and_how_to_connect_a_bot()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"hi","description":"d"}""");

        var (status, state) = await GetAsync(host, "state");

        Assert.Equal((200, "ProDev Backend"), (status, state.GetProperty("guild").Text("name")));
        Assert.Superset(
            new HashSet<string?> { "prodevprojectnexus", "general", "introductions", "backend", "frontend", "help-desk", "mentors", "questions", "ideas" },
            state.Items("channels").Select(channel => channel.Text("name")).ToHashSet());
        Assert.Superset(new HashSet<string?> { "backend", "frontend", "mentor", "admin", "Nexus" }, state.Items("roles").Select(role => role.Text("name")).ToHashSet());
        Assert.InRange(state.Items("members").Count(), 20, 25);
        Assert.Empty(state.Items("members").Single(member => member.Text("name") == "newt").Items("roles"));
        var shown = Assert.Single(state.Items("bots"));
        Assert.Equal((true, host.World.Application.Token, "hi"), (shown.Bool("connected"), shown.Text("token"), Assert.Single(shown.Items("commands")).Text("name")));
    }

    [Fact]
    public async Task A_command_a_press_and_a_form_run_over_http()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"idea","description":"d","options":[{"type":1,"name":"add","description":"d","options":[{"type":3,"name":"title","description":"d"}]}]}""");

        var run = PostAsync(host, "as/ada/command", """{"channel":"general","command":"idea add","options":{"title":"Dark mode"}}""");
        var interaction = await bot.InteractionAsync();
        Assert.Equal("Dark mode", interaction.GetProperty("data").GetProperty("options")[0].GetProperty("options")[0].Text("value"));
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"On the board","components":[{"type":1,"components":[{"type":2,"style":1,"label":"Edit","custom_id":"edit"}]}]}}""");
        var outcome = (await run).Body;
        Assert.Equal(("replied", "On the board\nEdit", false), (outcome.Text("status"), outcome.Text("text"), outcome.Bool("ephemeral")));
        Assert.Equal(JsonValueKind.Null, outcome.GetProperty("modal").ValueKind);
        Assert.Empty(outcome.Items("followups"));
        Assert.True(outcome.GetProperty("ack_ms").GetDouble() <= outcome.GetProperty("reply_ms").GetDouble());

        var message = outcome.GetProperty("message").Text("id");
        var press = PostAsync(host, "as/ada/press", $$"""{"message_id":"{{message}}","label":"Edit"}""");
        await bot.AnswerAsync(await bot.InteractionAsync(), """{"type":9,"data":{"custom_id":"m","title":"Edit","components":[{"type":18,"label":"Title","component":{"type":4,"custom_id":"t","style":1}}]}}""");
        var modal = (await press).Body;
        Assert.Equal(("modal", "Edit"), (modal.Text("status"), modal.GetProperty("modal").Text("title")));

        var submit = PostAsync(host, "as/ada/submit", $$$"""{"modal_id":"{{{modal.GetProperty("modal").Text("modal_id")}}}","values":{"t":"Darker"}}""");
        await bot.AnswerAsync(await bot.InteractionAsync(), """{"type":7,"data":{"content":"Edited"}}""");
        Assert.Equal("updated", (await submit).Body.Text("status"));
    }

    [Fact]
    public async Task Files_are_put_into_forms_and_options_and_the_bot_is_told_where_to_read_them()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"find","description":"d","options":[{"type":11,"name":"file","description":"d"}]}""");
        var file = $$"""{"filename":"the log.txt","content_base64":"{{Convert.ToBase64String("Traceback"u8)}}"}""";

        var run = PostAsync(host, "as/ada/command", $$$"""{"channel":"general","command":"find","options":{"file":{{{file}}}}}""");
        var interaction = await bot.InteractionAsync();
        Assert.Equal("Traceback", await ReadFileAsync(interaction, interaction.GetProperty("data").GetProperty("options")[0].Text("value")));
        await bot.AnswerAsync(interaction, """{"type":9,"data":{"custom_id":"m","title":"Files","components":[{"type":18,"label":"Files","component":{"type":19,"custom_id":"f","max_values":2}}]}}""");
        var form = (await run).Body.GetProperty("modal").Text("modal_id");

        var submit = PostAsync(host, "as/ada/submit", $$$"""{"modal_id":"{{{form}}}","values":{"f":[{{{file}}},{{{file}}}]}}""");
        interaction = await bot.InteractionAsync();
        var files = interaction.GetProperty("data").GetProperty("components")[0].GetProperty("component").Items("values").Select(id => id.GetString()).ToList();
        Assert.Equal(2, files.Distinct().Count());
        Assert.Equal("Traceback", await ReadFileAsync(interaction, files[1]));
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"Thanks"}}""");
        Assert.Equal("Thanks", (await submit).Body.Text("text"));
    }

    [Fact]
    public async Task A_file_larger_than_Discord_takes_is_not_sent()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"find","description":"d","options":[{"type":11,"name":"file","description":"d"}]}""");
        var content = Convert.ToBase64String(new byte[(10 * 1024 * 1024) + 1]);

        var refused = await PostAsync(host, "as/ada/command", $$$$"""{"channel":"general","command":"find","options":{"file":{"filename":"big.bin","content_base64":"{{{{content}}}}"}}}""");

        Assert.Equal(400, refused.Status);
        Assert.Contains("big.bin is too large; a file may have 10 MiB.", refused.Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_join_write_react_and_leave_and_the_pinged_are_told()
    {
        await using var host = await TestSandbox.StartAsync();

        var joined = await PostAsync(host, "as/nova/join", """{"roles":["backend"]}""");
        Assert.Equal("nova", joined.Body.GetProperty("user").Text("username"));
        var ada = host.World.FindUser("ada")!.Id;
        var said = await PostAsync(host, "as/nova/message", $$"""{"channel":"general","content":"hi <@{{ada}}>"}""");
        Assert.Equal(204, (await PostAsync(host, "as/ada/react", $$"""{"message_id":"{{said.Body.Text("id")}}","emoji":"👋"}""")).Status);
        var reply = await PostAsync(host, "as/ada/message", $$"""{"channel":"general","content":"welcome","reply_to":"{{said.Body.Text("id")}}"}""");
        Assert.Equal(said.Body.Text("id"), reply.Body.GetProperty("message_reference").Text("message_id"));

        var told = (await GetAsync(host, "notifications?as=ada")).Body;
        Assert.Equal(said.Body.Text("id"), Assert.Single(told.EnumerateArray()).Text("message_id"));
        var shown = (await GetAsync(host, "channels/general/messages?as=ada&limit=2")).Body.EnumerateArray().ToList();
        Assert.Equal([$"hi <@{ada}>", "welcome"], shown.Select(message => message.Text("content")));
        Assert.True(shown[0].Items("reactions").Single().Bool("me"));
        Assert.Equal(200, (await PostAsync(host, "as/nova/leave", "{}")).Status);
        Assert.Null(host.World.Guild.Member(host.World.FindUser("nova")!.Id));
    }

    [Theory]
    [InlineData("as/nobody/message", """{"channel":"general","content":"x"}""", 404, "There is nobody called nobody here.")]
    [InlineData("as/ada/message", """{"channel":"nowhere","content":"x"}""", 404, "There is no channel nowhere.")]
    [InlineData("as/ada/message", """{"channel":"mentors","content":"x"}""", 403, "ada does not see #mentors.")]
    [InlineData("as/ada/message", """{"channel":"prodevprojectnexus","content":"x"}""", 403, "ada may not write in #prodevprojectnexus.")]
    [InlineData("as/ada/message", """{"channel":"general"}""", 400, "The body needs \"content\" as text.")]
    [InlineData("as/ada/message", """{"channel":"questions","content":"x"}""", 400, "#questions is a forum: make a post in it.")]
    [InlineData("as/ada/message", """[1]""", 400, "The body is a JSON object.")]
    [InlineData("as/ada/command", """{"channel":"general","command":"topic lookup"}""", 404, "No command \"topic\": the bot has registered none of that kind yet.")]
    [InlineData("as/ada/press", """{"message_id":"1","label":"x"}""", 404, "There is no message 1.")]
    [InlineData("as/ada/submit", """{"modal_id":"1","values":{}}""", 404, "ada has no form 1 open.")]
    [InlineData("as/nova/join", """{"roles":["king"]}""", 400, "There is no role king.")]
    [InlineData("clock", """{"advance":"2 hours"}""", 400, "\"advance\" is a duration such as PT10M, PT2H or P1D.")]
    [InlineData("clock", """{"advance":"-PT2H"}""", 400, "\"advance\" goes forward, at most a year.")]
    [InlineData("faults", """{}""", 400, "A fault is {\"rest\": {\"status\": 500, \"count\": 1}} or {\"gateway\": {\"op\": 7}}.")]
    [InlineData("faults", """{"rest":{"status":404}}""", 400, "rest.status is 429, 500, 502 or another 5xx; or leave it out and give delay_ms.")]
    [InlineData("faults", """{"gateway":{"close":"gently"}}""", 400, "gateway.close is a code (1000, 1001, 4000 to 4999) or \"drop\".")]
    public async Task A_refusal_says_what_is_wrong(string path, string body, int status, string error)
    {
        await using var host = await TestSandbox.StartAsync();

        var answer = await PostAsync(host, path, body);

        Assert.Equal((status, error), (answer.Status, answer.Body.Text("error")));
    }

    [Fact]
    public async Task Requests_are_listed_with_bodies_and_without_tokens()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"hi","description":"d"}""");
        var run = host.As("ada").RunAsync("/hi");
        var interaction = await bot.InteractionAsync();
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"x"}}""");
        await run;
        await bot.SendAsync("GET", "users/@me");

        var (_, all) = await GetAsync(host, "requests?since=0");
        var rows = all.EnumerateArray().ToList();

        Assert.Equal(["POST", "GET"], rows.Select(row => row.Text("method")));
        Assert.Equal($"/interactions/{interaction.Text("id")}/…/callback", rows[0].Text("path"));
        Assert.Equal("x", rows[0].GetProperty("body").GetProperty("data").Text("content"));
        Assert.Equal((401, "0 401: Unauthorized"), (rows[1].Int("status"), rows[1].Text("error")));
        Assert.DoesNotContain(interaction.Text("token")!, all.GetRawText());
        Assert.Equal(2, Assert.Single((await GetAsync(host, "requests?since=1")).Body.EnumerateArray()).Int("n"));
    }

    [Fact]
    public async Task Metrics_count_what_happened()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"hi","description":"d"}""");
        var run = host.As("ada").RunAsync("/hi");
        var interaction = await bot.InteractionAsync();
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"x"}}""");
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"x"}}""");
        await run;
        await bot.SendAsync("GET", "users/@me");

        var (_, metrics) = await GetAsync(host, "metrics");

        Assert.Equal(
            """{"interactions":1,"acked_in_time":1,"late":0,"double_acks":1,"rest_requests":3,"invalid_requests":1,"rate_limited":0,"dispatches":4,"resumes":0,"identifies":1}""",
            metrics.GetRawText());
    }

    [Fact]
    public async Task The_clock_goes_forward_and_says_where_it_is()
    {
        await using var host = await TestSandbox.StartAsync();
        var before = host.Clock.GetUtcNow();

        var (status, body) = await PostAsync(host, "clock", """{"advance":"PT2H"}""");

        Assert.Equal(200, status);
        Assert.InRange(body.GetProperty("now").GetDateTimeOffset() - before, TimeSpan.FromHours(2), TimeSpan.FromHours(2) + TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_page_of_another_origin_is_turned_away()
    {
        await using var host = await TestSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = host.BaseAddress };
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "_sandbox/clock") { Content = new StringContent("""{"advance":"PT1M"}""") };
        foreign.Headers.Add("Origin", "https://evil.example");
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "_sandbox/state");
        rebound.Headers.Host = "evil.example";

        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(rebound)).StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://example.org:80")]
    [InlineData("http://127.0.0.1:0;http://*:80")]
    public async Task Addresses_that_others_could_reach_are_refused(string urls)
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => SandboxHost.StartAsync(new SandboxOptions { Urls = urls, Page = false }));

        Assert.Contains("listens on this machine only", refusal.Message);
    }

    private static async Task<(int Status, JsonElement Body)> GetAsync(SandboxHost host, string path)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(host.BaseAddress, $"_sandbox/{path}"));
        return ((int)response.StatusCode, Json.Parse(await response.Content.ReadAsStringAsync()));
    }

    private static async Task<(int Status, JsonElement Body)> PostAsync(SandboxHost host, string path, string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(host.BaseAddress, $"_sandbox/{path}"), content);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? default : Json.Parse(text));
    }

    private static async Task<string> ReadFileAsync(JsonElement interaction, string? id)
    {
        var file = interaction.GetProperty("data").GetProperty("resolved").GetProperty("attachments").GetProperty(id!);
        Assert.Equal(("the_log.txt", 9), (file.Text("filename"), file.Int("size")));
        using var anonymous = new HttpClient();
        return await anonymous.GetStringAsync(new Uri(file.Text("url")!));
    }
}
