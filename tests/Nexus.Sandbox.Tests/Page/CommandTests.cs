using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Nexus.Sandbox.Page.Commands;
using Nexus.Sandbox.Page.Messages;
using Nexus.Sandbox.Page.Modals;

namespace Nexus.Sandbox.Tests.Page;

public sealed class CommandTests
{
    private static readonly IReadOnlyList<CommandOnPage> Commands =
        [.. new[] { Showcase.Topic, Showcase.Everything, Showcase.Help, Showcase.MarkAsAnswer }.SelectMany(json => CommandOnPage.From(Parse(json)))];

    [Theory]
    [InlineData("/", "everything, help, topic list, topic lookup")]
    [InlineData("/to", "topic list, topic lookup")]
    [InlineData("/look", "topic lookup")]
    [InlineData("/TOPIC LOOK", "topic lookup")]
    [InlineData("/topic lookup query:drf", "topic lookup")]
    [InlineData("/bot", "help")]
    [InlineData("/nothing", "")]
    public void Typing_narrows_the_list(string typed, string offered) =>
        Assert.Equal(offered, string.Join(", ", SlashLine.Matching(typed, Commands).Select(command => command.Path)));

    [Theory]
    [InlineData("/topic lookup query:drf", "query=drf")]
    [InlineData("/topic lookup query: a long question private:true", "query=a long question|private=true")]
    [InlineData("/topic lookup private:false query:x:y", "private=false|query=x:y")]
    [InlineData("/topic lookup drf basics", "query=drf basics")]
    [InlineData("/topic lookup subquery:x", "query=subquery:x")]
    [InlineData("/topic lookup", "")]
    public void A_command_may_be_typed_in_one_go(string typed, string values)
    {
        var parsed = SlashLine.Parse(typed, Commands);
        Assert.Equal("topic lookup", parsed?.Command.Path);
        Assert.Equal(values, string.Join('|', parsed!.Value.Values.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void Half_a_path_is_no_command() => Assert.Null(SlashLine.Parse("/topic look", Commands));

    [Theory]
    [InlineData("text", "", "This option is required.")]
    [InlineData("text", "ab", "At least 3 characters, please.")]
    [InlineData("text", "12345678901", "At most 10 characters.")]
    [InlineData("count", "two", "This has to be a whole number.")]
    [InlineData("count", "9", "At most 5, please.")]
    [InlineData("count", "0", "At least 1, please.")]
    [InlineData("ratio", "NaN", "This has to be a number.")]
    [InlineData("count", "3", null)]
    public void A_wrong_option_says_what_is_wrong(string option, string typed, string? complaint)
    {
        var values = new Dictionary<string, string> { ["text"] = "hello", [option] = typed };
        var errors = new Dictionary<string, string>();
        OptionAnswers.Check(Everything.Options, values, new Dictionary<string, IReadOnlyList<ChosenFile>>(), errors);
        Assert.Equal(complaint, errors.GetValueOrDefault(option));
    }

    [Fact]
    public async Task Choices_are_asked_for_after_a_pause_and_only_once()
    {
        var clock = new FakeTimeProvider();
        var asked = new List<string>();
        using var live = new LiveChoices(clock, (text, _) =>
        {
            asked.Add(text);
            return Task.FromResult<IReadOnlyList<Choice>>([new Choice(text, text)]);
        });

        var first = live.TypedAsync("d");
        var second = live.TypedAsync("dr");
        clock.Advance(LiveChoices.Pause);

        Assert.False(await first);
        Assert.True(await second);
        Assert.Equal(["dr"], asked);
    }

    [Fact]
    public async Task An_answer_that_was_overtaken_is_not_shown()
    {
        var clock = new FakeTimeProvider();
        var slow = new TaskCompletionSource<IReadOnlyList<Choice>>();
        using var live = new LiveChoices(clock, (text, _) => text == "slow" ? slow.Task : Task.FromResult<IReadOnlyList<Choice>>([new Choice("new", "new")]));

        var overtaken = live.TypedAsync("slow", atOnce: true);
        Assert.True(await live.TypedAsync("fast", atOnce: true));
        slow.SetResult([new Choice("old", "old")]);

        Assert.False(await overtaken);
        Assert.Equal("new", Assert.Single(live.Choices).Value);
    }

    [Fact]
    public async Task Choices_that_could_not_be_loaded_say_so()
    {
        using var live = new LiveChoices(new FakeTimeProvider(), (_, _) => throw new InvalidOperationException("Loading options failed"));
        Assert.True(await live.TypedAsync("x", atOnce: true));
        Assert.Equal("Loading options failed", live.Error);
    }

    private static CommandOnPage Everything => Commands.Single(command => command.Path == "everything");

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
