using Nexus.Sandbox.Control;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

public sealed class ModalTests
{
    private const string Form = """
        {"type":9,"data":{"custom_id":"form","title":"About you","components":[
          {"type":10,"content":"Tell us"},
          {"type":18,"label":"Name","component":{"type":4,"custom_id":"name","style":1,"min_length":2,"max_length":5}},
          {"type":18,"label":"Track","component":{"type":3,"custom_id":"track","options":[{"label":"Backend","value":"b"},{"label":"Frontend","value":"f"}],"required":false,"max_values":2}},
          {"type":18,"label":"Pace","component":{"type":21,"custom_id":"pace","options":[{"label":"Slow","value":"1"},{"label":"Fast","value":"2","default":true}]}},
          {"type":18,"label":"Agreed","component":{"type":23,"custom_id":"agreed"}}]}}
        """;

    [Fact]
    public async Task A_form_opens_is_filled_and_submitted()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"join","description":"d"}""");
        var opened = await OpenAsync(host, bot);

        var submit = host.As("ada").SubmitAsync(opened.Modal!.ModalId, new { name = "Ada", track = new[] { "Backend" }, agreed = true });
        var interaction = await bot.InteractionAsync();
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"welcome"}}""");
        var outcome = await submit;

        Assert.Equal((OutcomeStatus.Modal, "About you\nTell us\nName"), (opened.Status, string.Join('\n', opened.Text.Split('\n').Take(3))));
        Assert.Equal((OutcomeStatus.Replied, "welcome"), (outcome.Status, outcome.Text));
        Assert.Equal((5, "form"), (interaction.Int("type"), interaction.GetProperty("data").Text("custom_id")));
        var fields = interaction.GetProperty("data").Items("components").Where(item => item.Int("type") == 18).Select(item => item.GetProperty("component")).ToList();
        Assert.Equal("Ada", fields[0].Text("value"));
        Assert.Equal("""["b"]""", fields[1].GetProperty("values").GetRawText());
        Assert.Equal("2", fields[2].Text("value"));
        Assert.True(fields[3].Bool("value"));
    }

    public static TheoryData<object, string> Wrong => new()
    {
        { new { }, "Name: this field is required." },
        { new { name = "A" }, "Name: between 2 and 5 characters, this has 1." },
        { new { name = "Augusta" }, "Name: between 2 and 5 characters, this has 7." },
        { new { name = "Ada", track = "c" }, "track: c is not offered; there are Backend, Frontend." },
        { new { name = "Ada", nick = "x" }, "The form has no field nick; it has name, track, pace, agreed." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_form_that_is_filled_wrongly_is_not_sent_and_stays_open(object values, string complaint)
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"join","description":"d"}""");
        var modal = (await OpenAsync(host, bot)).Modal!.ModalId;

        var refusal = await Assert.ThrowsAsync<PersonRefusal>(() => host.As("ada").SubmitAsync(modal, values));

        Assert.Equal(complaint, refusal.Message);
        Assert.Empty(await bot.Gateway.EventsSoFarAsync());
        var submit = host.As("ada").SubmitAsync(modal, new { name = "Ada" });
        await bot.AnswerAsync(await bot.InteractionAsync(), """{"type":4,"data":{"content":"ok"}}""");
        Assert.Equal("ok", (await submit).Text);
    }

    [Fact]
    public async Task A_form_cannot_answer_a_form()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"join","description":"d"}""");
        var modal = (await OpenAsync(host, bot)).Modal!.ModalId;
        var submit = host.As("ada").SubmitAsync(modal, new { name = "Ada" });

        var interaction = await bot.InteractionAsync();
        Assert.Equal(400, (await bot.AnswerAsync(interaction, Form)).Status);
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"ok"}}""");
        await submit;
    }

    [Fact]
    public async Task Somebody_elses_form_is_not_there()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var bot = await RawBot.StartAsync(host, commands: """{"name":"join","description":"d"}""");
        var modal = (await OpenAsync(host, bot)).Modal!.ModalId;

        Assert.Equal(404, (await Assert.ThrowsAsync<PersonRefusal>(() => host.As("bo").SubmitAsync(modal, new { name = "Bo" }))).Status);
    }

    private static async Task<Outcome> OpenAsync(SandboxHost host, RawBot bot)
    {
        var run = host.As("ada").RunAsync("/join");
        var (status, body) = await bot.AnswerAsync(await bot.InteractionAsync(), Form);
        Assert.True(status == 204, body.ToString());
        return await run;
    }
}
