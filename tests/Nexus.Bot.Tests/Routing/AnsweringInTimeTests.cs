using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Routing;

public sealed class AnsweringInTimeTests : IAsyncLifetime
{
    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    private readonly RouterSlice _slice = new();
    private readonly RouterWorld _world;

    public AnsweringInTimeTests() => _world = new RouterWorld(_slice.Declare);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_quick_answer_is_the_first_and_only_response()
    {
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));
        _world.Slice.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("message: Hello", _world.OnlyCall);
    }

    [Fact]
    public async Task A_slow_answer_shows_thinking_first_and_replaces_it_later()
    {
        var answer = HoldAnswer();
        var routing = _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));
        _world.Slice.Clock.Advance(DeferAfter - TimeSpan.FromMilliseconds(1));
        Assert.Empty(_world.Calls);
        _world.Slice.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("thinking", _world.OnlyCall);
        answer.SetResult(Reply.Public("At last"));
        await routing;

        Assert.Equal(["thinking", "edit original: At last"], _world.Calls);
    }

    [Theory]
    [InlineData(false, false, "thinking")]
    [InlineData(true, false, "thinking (private)")]
    [InlineData(false, true, "thinking (private)")]
    public async Task Whether_thinking_is_private_is_decided_before_the_work(bool askedForPrivacy, bool inDm, string expected)
    {
        var answer = HoldAnswer();
        var routing = _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test maybe", askedForPrivacy ? new { @private = true } : null, inDm));
        _world.Slice.Clock.Advance(DeferAfter);
        Assert.Equal(expected, _world.OnlyCall);
        answer.SetResult(Reply.Public("x"));
        await routing;
    }

    [Fact]
    public async Task A_private_refusal_after_a_public_deferral_does_not_become_public()
    {
        var answer = HoldAnswer();
        var routing = _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));
        _world.Slice.Clock.Advance(DeferAfter);
        answer.SetResult(Reply.Private("Just for you"));
        await routing;

        Assert.Equal(["thinking", "delete original", "follow-up (private): Just for you"], _world.Calls);
    }

    [Fact]
    public async Task A_slow_control_is_acknowledged_silently_and_its_message_changed_later()
    {
        var answer = new TaskCompletionSource<Reply>();
        _slice.OnControl = _ => answer.Task;
        var routing = _world.RouteAsync(Interactions.Press(TestPerson.Ada, "test.press.v1:7"));
        _world.Slice.Clock.Advance(DeferAfter);
        Assert.Equal("acknowledged", _world.OnlyCall);
        answer.SetResult(Reply.Change("New text"));
        await routing;

        Assert.Equal(["acknowledged", "edit original: New text"], _world.Calls);
    }

    [Fact]
    public async Task A_quick_control_changes_its_message_and_says_a_second_thing_in_private()
    {
        _slice.OnControl = _ => Task.FromResult(Reply.Change("Voted").Then(Reply.Private("Thank you")));
        await _world.RouteAsync(Interactions.Press(TestPerson.Ada, "test.press.v1:7"));

        Assert.Equal(["change: Voted", "follow-up (private): Thank you"], _world.Calls);
    }

    [Fact]
    public async Task A_form_that_comes_too_late_says_so_because_Discord_takes_forms_only_at_once()
    {
        var answer = HoldAnswer();
        var routing = _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test maybe", new { @private = true }));
        _world.Slice.Clock.Advance(DeferAfter);
        answer.SetResult(Reply.Form(new Modal { CustomId = "test.fill.v1", Title = "Fill in", Components = [] }));
        await routing;

        Assert.Equal("thinking (private)", _world.Calls[0]);
        Assert.Contains("Opening that form took me too long", _world.Calls[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_against_Discord_runs_after_the_answer_and_replaces_it()
    {
        _slice.OnCommand = (_, _) => Task.FromResult(Reply.Private("Working…").Afterwards<RouterSlice.WorkFollowUp>("42"));
        _slice.OnFollowUp = call => Task.FromResult<Reply?>(Reply.Private($"Done with {call.Argument}"));
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Equal(["message (private): Working…", "edit original: Done with 42"], _world.Calls);
    }

    [Fact]
    public async Task The_first_answer_is_sent_once_however_the_handler_and_the_timer_race()
    {
        for (var round = 0; round < 200; round++)
        {
            _world.Calls.Clear();
            var answer = HoldAnswer();
            var routing = _world.RouteAsync(Interactions.Command(TestPerson.Bo, "test public") with { Member = Someone(round) });
            using var start = new ManualResetEventSlim();
            var timer = Task.Run(() => { start.Wait(); _world.Slice.Clock.Advance(DeferAfter); });
            var handler = Task.Run(() => { start.Wait(); answer.SetResult(Reply.Public("Once")); });
            start.Set();
            await Task.WhenAll(timer, handler, routing);

            Assert.Contains(_world.Calls, call => call is "message: Once" or "edit original: Once");
            Assert.Single(_world.Calls, call => call is "message: Once" or "thinking");
        }
    }

    private static Member Someone(int number) => new() { User = new User { Id = new Nexus.Discord.Snowflake((ulong)(10_000 + number)) } };

    private TaskCompletionSource<Reply> HoldAnswer()
    {
        var answer = new TaskCompletionSource<Reply>();
        _slice.OnCommand = (_, _) => answer.Task;
        return answer;
    }
}
