using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class QuestionStories
{
    private const string Title = "Celery task runs twice", Details = "My task `send_mail` runs twice for each order. I have acks_late on.";
    private const string Answer = "Make the visibility timeout longer than your longest task, or the broker hands the task out again.";

    [Fact]
    public async Task Ada_asks_Mira_takes_it_and_answers_Ada_accepts_and_everybody_finds_the_page_made_of_it()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira, bo) = (world.As("ada"), world.As("mira"), world.As("bo"));
        await mira.RunAsync("helper set", new { topics = "celery", capacity = 2 });
        var thread = await AskAsync(world, ada, Title, Details);

        var taken = await mira.PressAsync(thread, "I take it");
        Assert.StartsWith($"🙋 **#1 {Title}** is yours.", taken.Text, StringComparison.Ordinal);
        await CardAsync(world, bo, Title, "🙋 **Taken** by ");
        var said = await mira.SayAsync(Title, Answer);
        await world.RestartBotAsync();
        var marked = await ada.ContextAsync("Mark as answer", said.Id, Title);
        Assert.True(marked.Ephemeral);
        Assert.Contains("✅ Answer by ", await CardAsync(world, bo, Title, "✅ **Solved**"), StringComparison.Ordinal);

        var thanks = await world.WaitForAsync(bo, Title, "🙏 Thank you");
        Assert.Contains($"Your answer helped with **#1 {Title}**.", Assert.Single(thanks), StringComparison.Ordinal);
        Assert.StartsWith($"📖 **#1 {Title}** waits for a mentor as suggestion #1", (await mira.PressAsync("Make a page of it")).Text, StringComparison.Ordinal);
        Assert.StartsWith($"**#1 {Title}** is suggestion #1 already", (await mira.PressAsync("Make a page of it")).Text, StringComparison.Ordinal);
        await mira.RunAsync("topic queue");
        await mira.PressAsync("Open #1");
        await mira.PressAsync("Approve");

        var found = await bo.RunAsync("topic lookup", new { query = Title });
        Assert.Equal($"## {Title}", found.Line(1));
    }

    [Fact]
    public async Task Bo_is_shown_what_solved_the_same_question_before_his_is_posted()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira, bo) = (world.As("ada"), world.As("mira"), world.As("bo"));
        await AskAsync(world, ada, Title, Details);
        var said = await mira.SayAsync(Title, Answer);
        await ada.ContextAsync("Mark as answer", said.Id, Title);
        await CardAsync(world, bo, Title, "✅ **Solved**");

        var preview = await SendFormAsync(bo, "My celery task is executed twice", "Each order gets two mails, acks_late is on. Why does the task run twice?");

        Assert.True(preview.Ephemeral);
        Assert.Contains($"#1 {Title}", preview.Text, StringComparison.Ordinal);
        Assert.Contains(Answer, preview.Text, StringComparison.Ordinal);
        var helped = await bo.SelectAsync("asking.helpedby.v1:2", "question:1");
        Assert.StartsWith("🎉 Glad it helped! Nothing was posted.", helped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bo.Channels(), channel => channel.Name == "My celery task is executed twice");
        Assert.Contains("**1** solved before posting", (await mira.RunAsync("questions stats")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_same_question_is_told_when_it_is_solved_and_reopening_is_one_press()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira, bo) = (world.As("ada"), world.As("mira"), world.As("bo"));
        var thread = await AskAsync(world, ada, Title, Details);
        await bo.PressAsync(thread, "Same here");
        await CardAsync(world, mira, Title, "👥 One other has the same question.");

        var said = await mira.SayAsync(Title, Answer);
        await mira.ContextAsync("Mark as answer", said.Id, Title);

        Assert.Contains($"<@{bo.User.Id}>", Assert.Single(await world.WaitForAsync(bo, Title, "** is solved.")), StringComparison.Ordinal);
        await CardAsync(world, bo, Title, "✅ **Solved**");
        await ada.PressAsync(thread, "Not solved");
        await CardAsync(world, bo, Title, "🟡 **Open**");
    }

    [Fact]
    public async Task Nobody_takes_it_so_who_knows_the_topic_is_asked_once_and_takes_it()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira) = (world.As("ada"), world.As("mira"));
        await mira.RunAsync("helper set", new { topics = "celery", capacity = 2, hours = "0:00-24:00" });
        await AskAsync(world, ada, Title, Details);

        for (var hours = 0; hours < 15 && SandboxWorld.Read(mira, Title, $"<@{mira.User.Id}>").Count == 0; hours++)
        {
            world.Pass(TimeSpan.FromHours(1));
        }

        var asked = Assert.Single(await world.WaitForAsync(mira, Title, $"<@{mira.User.Id}>"));
        Assert.Contains("I take it", asked, StringComparison.Ordinal);
        Assert.Contains("Celery", (await mira.PressAsync("Why me?")).Text, StringComparison.Ordinal);
        await mira.PressAsync("I take it");
        await CardAsync(world, ada, Title, "🙋 **Taken** by ");
        await world.RestartBotAsync();
        world.Pass(TimeSpan.FromHours(12));
        await world.WaitForSessionAsync();
        Assert.Single(SandboxWorld.Read(mira, Title, "I take it"), text => text.Contains("Why me?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asks_without_their_name_stays_nameless_to_peers_and_a_mentors_look_is_logged()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira, bo) = (world.As("ada"), world.As("mira"), world.As("bo"));
        await world.ChooseLogAsync("mentors");
        var thread = await AskAsync(world, ada, Title, Details, anonymous: true);

        Assert.All(SandboxWorld.Read(bo, Title, ""), text => Assert.DoesNotContain(ada.User.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal));
        Assert.Contains("asked by somebody who asks without their name", await CardAsync(world, bo, Title, "🟡 **Open**"), StringComparison.Ordinal);
        var said = await mira.SayAsync(Title, Answer);
        await mira.ContextAsync("Mark as answer", said.Id, Title);
        await world.WaitForAsync(ada, "dm", Title);
        await mira.PressAsync(thread, "More…");
        var revealed = await mira.PressAsync("Who asked?");
        Assert.True(revealed.Ephemeral);
        Assert.Contains($"<@{ada.User.Id}>", revealed.Text, StringComparison.Ordinal);
        await world.WaitForAsync(mira, "mentors", "who asked");
    }

    [Fact]
    public async Task A_question_from_chat_is_tracked_once_its_author_agrees()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (bo, mira, ada) = (world.As("bo"), world.As("mira"), world.As("ada"));
        var chat = await bo.SayAsync("help-desk", "How do I see which celery worker took a task?\nThere are three of them.");

        await mira.ContextAsync("Track as question", chat.Id);
        var asked = await world.WaitForAsync(bo, "help-desk", $"<@{bo.User.Id}>");
        Assert.Single(asked);
        var form = await bo.PressAsync("Yes, track it");
        Assert.Equal(OutcomeStatus.Modal, form.Status);
        Assert.Contains("There are three of them.", form.Text, StringComparison.Ordinal);
        var posted = await bo.SubmitAsync(form.Modal!.ModalId, new { });
        Assert.NotEqual(OutcomeStatus.Modal, posted.Status);

        await world.WaitForChannelAsync(ada, "How do I see which celery worker took a task?");
        await CardAsync(world, ada, "How do I see which celery worker took a task?", "🟡 **Open**");
    }

    [Fact]
    public async Task Two_mentors_take_it_at_once_one_has_it_and_the_other_is_told()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira, chidi) = (world.As("ada"), world.As("mira"), world.As("chidi"));
        await mira.RunAsync("helper set", new { topics = "celery" });
        await chidi.RunAsync("helper set", new { topics = "celery" });
        var thread = await AskAsync(world, ada, Title, Details);

        var both = await Task.WhenAll(mira.PressAsync(thread, "I take it"), chidi.PressAsync(thread, "I take it"));

        Assert.Single(both, answer => answer.Text.Contains("is yours", StringComparison.Ordinal));
        Assert.Single(both, answer => answer.Text.Contains("has it already", StringComparison.Ordinal) || answer.Text.Contains("was faster", StringComparison.Ordinal));
    }

    private static async Task<ulong> AskAsync(SandboxWorld world, Person who, string title, string details, bool anonymous = false)
    {
        var preview = await SendFormAsync(who, title, details, anonymous);
        if (preview.Text.Contains("is not posted yet", StringComparison.Ordinal))
        {
            await who.PressAsync(preview.Text.Contains("Ask anyway", StringComparison.Ordinal) ? "Ask anyway" : "Post it");
        }

        await world.WaitForChannelAsync(who, title);
        await CardAsync(world, who, title, "#1 · ");
        return who.In(title).Place.Id;
    }

    private static async Task<Outcome> SendFormAsync(Person who, string title, string details, bool anonymous = false)
    {
        var form = await who.RunAsync("ask", anonymous ? new { title, anonymous = true } : new { title });
        Assert.Equal(OutcomeStatus.Modal, form.Status);
        return await who.SubmitAsync(form.Modal!.ModalId, new { title, text = details });
    }

    /// <summary>The question's card, once it says so.</summary>
    private static async Task<string> CardAsync(SandboxWorld world, Person reader, string thread, string says) =>
        (await world.WaitForAsync(reader, thread, says)).First(text => text.StartsWith($"## {thread}", StringComparison.Ordinal));
}
