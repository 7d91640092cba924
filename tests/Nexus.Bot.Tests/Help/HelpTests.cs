using Nexus.Bot.Features.Help;
using Nexus.Bot.Features.Setup;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Help;

public sealed class HelpTests : IAsyncLifetime
{
    private readonly SliceWorld _world = new(slice =>
    {
        HelpSlice.Declare(slice);
        new RouterSlice().Declare(slice);
    }, services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<BotStatus>(services));

    public async Task InitializeAsync() => await _world.ConfigureAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("ada", "/help /test maybe /test public")]
    [InlineData("mia", "/help /test maybe /test mentor /test public")]
    [InlineData("root", "/help /test admin /test maybe /test mentor /test public")]
    public async Task Help_shows_what_the_caller_may_do_and_nothing_else(string name, string commands)
    {
        var reply = await _world.RunAsync(Named(name), "help");

        Assert.True(reply.IsPrivate);
        var text = ReplyText.Of(reply);
        Assert.Equal(commands, string.Join(' ', text.Split('\n').Where(line => line.StartsWith("`/", StringComparison.Ordinal)).Select(line => line.Split('`')[1])));
        Assert.Contains("[Details of…: " + string.Join(" | ", commands.Split(" /").Select((command, i) => i == 0 ? command : "/" + command)) + "]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_direct_messages_only_what_works_there_is_shown()
    {
        var text = ReplyText.Of(await _world.RunAsync(TestPerson.Ada, "help", inDm: true));

        Assert.Contains("/test direct", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/test public", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("/help")]
    [InlineData(" HELP ")]
    public async Task The_details_of_a_command_say_what_it_takes_who_may_and_who_sees_it(string typed)
    {
        var text = ReplyText.Of(await _world.RunAsync(TestPerson.Ada, "help", new { command = typed }));

        Assert.StartsWith("### /help\nSee what you can do here.", text, StringComparison.Ordinal);
        Assert.Contains("- **command** (optional): Which command do you want to know more about? At most 100 characters.", text, StringComparison.Ordinal);
        Assert.Contains("For example: `/help command:help`", text, StringComparison.Ordinal);
        Assert.Contains("-# for everyone · in servers and direct messages · only you see the answer", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_option_takes_is_a_sentence_before_its_limit()
    {
        var text = ReplyText.Of(await _world.RunAsync(TestPerson.Ada, "help", new { command = "test public" }));

        Assert.Contains("- **word** (optional): Any word. At most 100 characters.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_from_the_list_changes_the_card_to_that_command()
    {
        var reply = await _world.HandleAsync(Interactions.Select(TestPerson.Ada, ShowCommandSelect.Spec.For(), ComponentType.StringSelect, "test public"));

        Assert.Equal(ReplyKind.Change, reply.Kind);
        Assert.StartsWith("### /test public", ReplyText.Of(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ment")]
    [InlineData("admin")]
    public async Task A_command_the_caller_may_not_use_is_not_given_away(string typed)
    {
        var text = ReplyText.Of(await _world.RunAsync(TestPerson.Ada, "help", new { command = typed }));

        Assert.StartsWith($"There is no command `{typed}` that you can use here.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/test admin", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_near_miss_is_answered_with_did_you_mean_and_markdown_in_it_does_nothing()
    {
        Assert.Contains("Did you mean `/test public`?", ReplyText.Of(await _world.RunAsync(TestPerson.Ada, "help", new { command = "publi" })), StringComparison.Ordinal);
        Assert.Contains("`ˋ**boldˋ`", ReplyText.Of(await _world.RunAsync(TestPerson.Ada, "help", new { command = "`**bold`" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_typing_only_usable_commands_are_suggested()
    {
        var suggestions = await _world.SuggestAsync(TestPerson.Ada, "help", "command", "test");

        Assert.Equal(["test maybe", "test public"], suggestions.Select(suggestion => suggestion.Value));
    }

    private static TestPerson Named(string name) =>
        new[] { TestPerson.Ada, TestPerson.Mentor, TestPerson.Admin }.Single(person => person.Name == name);
}
