using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Routing;

public sealed partial class WhenThingsFailTests : IAsyncLifetime
{
    private readonly RouterSlice _slice = new();
    private readonly CollectedLogs _logs = new();
    private readonly RouterWorld _world;

    public WhenThingsFailTests() => _world = new RouterWorld(_slice.Declare, logs: _logs);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task An_unexpected_failure_gives_a_reference_that_the_log_has_and_never_its_own_words()
    {
        _slice.OnCommand = (_, _) => throw new InvalidOperationException("password=hunter2");
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.StartsWith("message (private): ⚠️ Something went wrong on my side. **Nothing was saved.**", _world.OnlyCall, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", _world.OnlyCall, StringComparison.Ordinal);
        var reference = Reference().Match(_world.OnlyCall).Value;
        Assert.Contains(_logs.Lines, line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("hunter2", StringComparison.Ordinal));
        var remembered = Assert.Single(_world.Slice.Services.GetRequiredService<RecentErrors>().Newest);
        Assert.Equal((reference, "/test public", nameof(InvalidOperationException)), (remembered.Reference, remembered.Where, remembered.Kind));
    }

    [Fact]
    public async Task A_failure_after_a_save_says_that_part_of_it_was_saved()
    {
        _slice.WithServices = async services =>
        {
            var db = services.GetRequiredService<NexusDb>();
            db.Add(new StoredValue { Key = "half", Value = "done", UpdatedAt = default });
            await db.SaveChangesAsync();
            throw new InvalidOperationException("later");
        };
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Contains("Part of it **was saved**", _world.OnlyCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_race_for_a_unique_key_is_settled_by_deciding_again_in_a_fresh_scope()
    {
        List<NexusDb> databases = [];
        _slice.WithServices = services =>
        {
            databases.Add(services.GetRequiredService<NexusDb>());
            return _slice.Runs == 1 ? throw RouterSlice.Clash : Task.CompletedTask;
        };
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Equal("message: Hello", _world.OnlyCall);
        Assert.Equal(2, databases.Count);
    }

    [Fact]
    public async Task A_race_lost_twice_is_given_up_with_a_clear_answer()
    {
        _slice.OnCommand = (_, _) => throw RouterSlice.Clash;
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Equal(2, _slice.Runs);
        Assert.Contains("Someone did the same at the same moment", _world.OnlyCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_already_saved_is_not_run_again()
    {
        _slice.WithServices = async services =>
        {
            var db = services.GetRequiredService<NexusDb>();
            db.Add(new StoredValue { Key = $"run {_slice.Runs}", Value = "", UpdatedAt = default });
            await db.SaveChangesAsync();
            throw RouterSlice.Clash;
        };
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Equal(1, _slice.Runs);
    }

    [Fact]
    public async Task A_locked_database_is_explained_and_worth_another_try()
    {
        _slice.OnCommand = (_, _) => throw RouterSlice.Locked;
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.StartsWith("message (private): ⏳ My notebook is busy right now. **Nothing was saved.** Please try again in a few seconds.", _world.OnlyCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_explained()
    {
        _slice.OnCommand = (_, _) => throw RouterSlice.Full;
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Contains("My notebook is full", _world.OnlyCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_really_locked_gives_the_same_answer()
    {
        using var blocker = _world.Slice.Db();
        await using var transaction = await blocker.Database.BeginTransactionAsync();
        blocker.Add(new StoredValue { Key = "blocker", Value = "", UpdatedAt = default });
        await blocker.SaveChangesAsync();
        _slice.WithServices = async services =>
        {
            var db = services.GetRequiredService<NexusDb>();
            db.Add(new StoredValue { Key = "blocked", Value = "", UpdatedAt = default });
            await db.SaveChangesAsync();
        };
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Contains("My notebook is busy right now. **Nothing was saved.**", _world.OnlyCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replayed_interaction_is_handled_once()
    {
        var interaction = Interactions.Command(TestPerson.Ada, "test public");
        await _world.RouteAsync(interaction);
        await _world.RouteAsync(interaction);

        Assert.Equal(1, _slice.Runs);
        Assert.Equal("message: Hello", _world.OnlyCall);
    }

    [Theory]
    [InlineData("test.press.v9:7")]
    [InlineData("gone.verb.v1:7")]
    [InlineData("test.press.v1x")]
    [InlineData("")]
    [InlineData("::::")]
    public async Task A_control_of_an_older_version_gets_a_polite_private_answer(string customId)
    {
        await _world.RouteAsync(Interactions.Press(TestPerson.Ada, customId));

        Assert.StartsWith("message (private): This control has expired", _world.OnlyCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_named_in_the_answer()
    {
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "ancient"));

        Assert.StartsWith("message (private): I do not know `/ancient`", _world.OnlyCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_that_fail_are_an_empty_list()
    {
        _slice.OnTyping = _ => throw new InvalidOperationException("index is gone");
        await _world.RouteAsync(Interactions.Autocomplete(TestPerson.Ada, "test public", "word", new { word = "x" }));

        Assert.Equal("choices: ", _world.OnlyCall);
    }

    [Fact]
    public async Task Suggestions_are_cut_to_what_Discord_takes_and_those_that_cannot_be_sent_whole_are_left_out()
    {
        _slice.OnTyping = _ => [new Suggestion(new string('n', 150), "ok"), new Suggestion("too long a value", new string('v', 101)), .. Enumerable.Range(0, 40).Select(i => new Suggestion($"s{i}"))];
        await _world.RouteAsync(Interactions.Autocomplete(TestPerson.Ada, "test public", "word", new { word = "x" }));

        var names = _world.OnlyCall["choices: ".Length..].Split(", ");
        Assert.Equal(25, names.Length);
        Assert.Equal(new string('n', 99) + "…", names[0]);
        Assert.Equal("s0", names[1]);
    }

    [Fact]
    public async Task An_answer_that_Discord_refuses_is_replaced_by_a_reference()
    {
        var first = true;
        _world.Discord.Setup(discord => discord.RespondAsync(It.IsAny<Interaction>(), It.IsAny<InteractionResponse>(), It.IsAny<CancellationToken>()))
            .Returns((Interaction _, InteractionResponse response, CancellationToken _) =>
            {
                if (first)
                {
                    first = false;
                    throw new DiscordApiException("POST /interactions/{interaction}/{token}/callback", 400, DiscordErrorCode.InvalidFormBody, "Invalid Form Body");
                }

                _world.Calls.Add(((MessageCreate)response.Data!).Content!);
                return Task.CompletedTask;
            });
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Matches(Reference(), _world.OnlyCall);
    }

    [Fact]
    public async Task An_interaction_that_Discord_has_forgotten_is_logged_and_nothing_more()
    {
        _world.Discord.Setup(discord => discord.RespondAsync(It.IsAny<Interaction>(), It.IsAny<InteractionResponse>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new DiscordApiException("POST /interactions/{interaction}/{token}/callback", 404, DiscordErrorCode.UnknownInteraction, "Unknown interaction"));
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Contains(_logs.Lines, line => line.Contains("The answer is lost: it came too late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_log_line_of_an_interaction_carries_its_id_and_command()
    {
        _slice.OnCommand = (_, _) => throw new InvalidOperationException();
        var interaction = Interactions.Command(TestPerson.Ada, "test public");
        await _world.RouteAsync(interaction);

        Assert.NotEmpty(_logs.Lines);
        Assert.All(_logs.Lines, line => Assert.Contains($"[/test public {interaction.Id}]", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_interaction_token_is_in_no_log_line()
    {
        _slice.OnCommand = (_, _) => throw new InvalidOperationException();
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.DoesNotContain(_logs.Lines, line => line.Contains("interaction-token", StringComparison.Ordinal));
    }

    [GeneratedRegex("N-[0-9A-F]{6}")]
    private static partial Regex Reference();
}
