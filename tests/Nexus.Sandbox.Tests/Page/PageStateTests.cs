using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Sandbox.Page;
using Nexus.Sandbox.Page.Commands;

namespace Nexus.Sandbox.Tests.Page;

/// <summary>What somebody at the page does, against the real emulator and a bot that answers from a table.</summary>
public sealed class PageStateTests : IAsyncLifetime
{
    private SandboxHost _host = null!;
    private ScriptedBot _bot = null!;
    private PageState _page = null!;

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(new SandboxOptions());
        _bot = new ScriptedBot(_host)
            .Register(Showcase.Topic, Showcase.Help, Showcase.Staff, Showcase.MarkAsAnswer, Showcase.Everything)
            .On("topic lookup", Showcase.Answer).On("autocomplete topic lookup", Showcase.Choices).On("help", Showcase.Embed).On("everything", Showcase.Form);
        _page = Open();
    }

    public async Task DisposeAsync()
    {
        _page.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public void A_newcomer_stands_in_general_as_a_backend_learner()
    {
        Assert.Equal("general", _page.Channel?.Name);
        Assert.Equal(["backend"], _page.Server.Reader.Roles.Select(role => role.Name));
        Assert.Contains(_page.Messages, message => message.GetProperty("content").GetString()!.Length > 0);
        Assert.Equal(["Backend learner", "Frontend learner", "Mentor", "Admin", "New here"], _page.Cast.Select(pick => pick.Part));
    }

    [Fact]
    public async Task A_command_is_answered_in_the_channel_it_was_run_in()
    {
        await RunAsync("topic lookup", "query", "drf");
        Assert.Contains("Django REST Framework", MessageWords.Of(Newest()), StringComparison.Ordinal);
        Assert.Equal("drf", _bot.Heard[^1].GetProperty("options")[0].GetProperty("options")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task An_ephemeral_answer_is_seen_by_one_person_until_it_is_dismissed()
    {
        await RunAsync("help");
        var message = Newest();
        Assert.Equal(64, message.GetProperty("flags").GetInt32() & 64);

        using var other = Open();
        other.ActAs("bo");
        Assert.DoesNotContain(other.Messages, seen => seen.GetProperty("id").GetString() == message.GetProperty("id").GetString());

        await _page.DismissAsync(ulong.Parse(message.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEqual(message.GetProperty("id").GetString(), Newest().GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_bot_that_stays_silent_fails_as_on_Discord()
    {
        _bot.On("topic lookup", (string?)null);
        var running = RunAsync("topic lookup", "query", "drf");
        Assert.Equal("/topic lookup", _page.Sending);
        await _bot.HeardAsync("topic lookup");
        _host.Clock.Advance(TimeSpan.FromSeconds(3));
        await running;

        var note = Assert.Single(_page.Notes);
        Assert.Equal("This interaction failed. The application did not respond", $"{note.Headline} {note.Detail}");
        _page.DismissNote(note);
        Assert.Empty(_page.Notes);
    }

    [Fact]
    public async Task A_form_opens_is_refused_while_wrong_and_closes_once_it_is_sent()
    {
        await RunAsync("everything", "text", "hello");
        var modal = _page.Modal!;
        Assert.Equal("New announcement", modal.Title);

        await _page.SubmitAsync(modal, new Dictionary<string, object> { ["title"] = "ab", ["track"] = "be" });
        Assert.Contains("between 3 and 60 characters", _page.ModalError, StringComparison.Ordinal);
        Assert.NotNull(_page.Modal);

        _bot.On("announce.new", """{"type":4,"data":{"content":"Scheduled."}}""");
        await _page.SubmitAsync(modal, new Dictionary<string, object> { ["title"] = "Demo day", ["track"] = "be" });
        Assert.Null(_page.Modal);
        Assert.Equal("Scheduled.", MessageWords.Of(Newest()));
    }

    [Fact]
    public async Task A_button_that_gets_no_answer_says_so_below_its_message()
    {
        await RunAsync("topic lookup", "query", "drf");
        var message = NewestId();
        var pressing = _page.PressAsync(message, "topic.done");
        Assert.True(_page.IsBusy(message, "topic.done"));
        await _bot.HeardAsync("topic.done");
        _host.Clock.Advance(TimeSpan.FromSeconds(3));
        await pressing;

        Assert.False(_page.IsBusy(message, "topic.done"));
        Assert.NotNull(_page.FailureOf(message));
    }

    [Fact]
    public async Task Choices_come_live_from_the_bot()
    {
        var choices = await _page.AutocompleteAsync(Command("topic lookup"), new Dictionary<string, object> { ["query"] = "dr" }, "query", default);
        Assert.Equal(["Django REST Framework", "Draft pull requests"], choices.Select(choice => choice.Label));
    }

    [Fact]
    public void Only_who_may_run_a_command_is_offered_it()
    {
        Assert.DoesNotContain(_page.Server.Commands, command => command.Path == "staff");
        _page.ActAs("grace");
        Assert.Contains(_page.Server.Commands, command => command.Path == "staff");
    }

    [Fact]
    public void A_private_channel_shows_only_to_those_who_may_see_it()
    {
        Assert.DoesNotContain(_page.Server.Channels, channel => channel.Name == "mentors");
        _page.ActAs("mira");
        Assert.Contains(_page.Server.Channels, channel => channel is { Name: "mentors", Private: true });
    }

    [Fact]
    public async Task A_ping_counts_until_it_is_read()
    {
        using var other = Open();
        other.ActAs("bo");
        await other.SayAsync($"<@{_page.Server.Reader.Id}> have a look");
        _page.Refresh();
        Assert.Equal(1, _page.UnreadPings);
        Assert.Equal("Bo Lindqvist", Assert.Single(_page.Pings).From);

        _page.ReadPings();
        Assert.Equal(0, _page.UnreadPings);
    }

    [Fact]
    public async Task A_message_elsewhere_marks_its_channel_unread()
    {
        using var other = Open();
        other.ActAs("bo");
        other.Open(other.Server.Channels.Single(channel => channel.Name == "backend").Id);
        await other.SayAsync("news");

        _page.Refresh();
        var backend = _page.Server.Channels.Single(channel => channel.Name == "backend");
        Assert.True(_page.IsUnread(backend));
        _page.Open(backend.Id);
        Assert.False(_page.IsUnread(backend));
    }

    [Fact]
    public async Task Where_somebody_may_not_write_the_page_says_why()
    {
        _page.Open(_page.Server.Channels.Single(channel => channel.Name == "prodevprojectnexus").Id);
        Assert.False(_page.Channel!.CanSend);
        Assert.False(await _page.SayAsync("hello"));
        Assert.False(string.IsNullOrEmpty(_page.SayError));
    }

    [Fact]
    public async Task A_long_channel_shows_its_newest_and_loads_older_ones_on_demand()
    {
        for (var number = 0; number < 60; number++)
        {
            await _host.As("bo").SayAsync("help-desk", $"line {number}");
        }

        _page.Refresh();
        _page.Open(_page.Server.Channels.Single(channel => channel.Name == "help-desk").Id);
        Assert.Equal(50, _page.Messages.Count);
        Assert.True(_page.HasOlder);
        await _page.LoadOlderAsync();
        Assert.False(_page.HasOlder);
        Assert.Equal("line 59", Newest().GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_rush_of_messages_redraws_the_page_a_few_times_not_each_time()
    {
        var redraws = 0;
        var drawn = new TaskCompletionSource();
        _page.Changed += () =>
        {
            Interlocked.Increment(ref redraws);
            drawn.TrySetResult();
        };
        for (var number = 0; number < 300; number++)
        {
            await _host.As("bo").SayAsync("general", $"line {number}");
        }

        await drawn.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.InRange(redraws, 1, 150);
    }

    [Fact]
    public async Task The_page_and_its_files_are_served()
    {
        using var client = new HttpClient { BaseAddress = _host.BaseAddress };
        foreach (var path in (string[])["", "channels/1", "page/page.js", "page/base.css", "_framework/blazor.web.js"])
        {
            using var response = await client.GetAsync(path);
            Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
            Assert.NotEmpty(await response.Content.ReadAsStringAsync());
        }

        Assert.DoesNotContain(_host.World.Application.Token, await client.GetStringAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_entry_of_the_break_menu_is_a_fault_the_sandbox_knows()
    {
        foreach (var breakage in Breakage.All)
        {
            Assert.Equal((breakage.Id, null), (breakage.Id, await _page.BreakAsync(breakage)));
        }

        Assert.True(_host.Faults.Any);
        Assert.Null(await _page.MendAsync());
        Assert.False(_host.Faults.Any);
    }

    [Fact]
    public async Task The_clock_moves_by_a_duration_and_says_so_when_it_is_none()
    {
        var before = _page.Now;
        Assert.Null(await _page.MoveClockAsync("P1D"));
        Assert.InRange(_page.Now - before, TimeSpan.FromDays(1), TimeSpan.FromDays(1.1));
        Assert.False(string.IsNullOrEmpty(await _page.MoveClockAsync("tomorrow")));
    }

    private PageState Open() => new(new ServiceCollection().AddSingleton(_host).BuildServiceProvider());

    private CommandOnPage Command(string path) => _page.Server.Commands.Single(command => command.Path == path);

    private async Task RunAsync(string path, string? option = null, string? value = null)
    {
        _page.Refresh();
        await _page.RunAsync(Command(path), option is null ? new Dictionary<string, object>() : new Dictionary<string, object> { [option] = value! });
        _page.Refresh();
    }

    private JsonElement Newest()
    {
        _page.Refresh();
        return _page.Messages[^1];
    }

    private ulong NewestId() => ulong.Parse(Newest().GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
