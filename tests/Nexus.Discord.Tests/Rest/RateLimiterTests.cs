using Nexus.Discord.Rest;
using static Nexus.Discord.Tests.Rest.LimiterWorld;

namespace Nexus.Discord.Tests.Rest;

public sealed class RateLimiterTests : IDisposable
{
    private readonly LimiterWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task While_a_bucket_is_unknown_the_second_request_waits_for_the_first_answer()
    {
        var first = _world.Ask(Send);
        var second = _world.Ask(Send);
        Assert.Equal((true, 1), (first.IsCompleted, _world.Limiter.Waiting));

        _world.Answer(first);

        await Soon(second);
    }

    [Fact]
    public async Task As_many_go_at_once_as_remain_and_the_next_waits_for_the_reset()
    {
        _world.Learn(Send, limit: 5, remaining: 4, resetAfter: 5);

        var sent = Enumerable.Range(0, 4).Select(_ => _world.Ask(Send)).ToArray();
        Assert.All(sent, request => Assert.True(request.IsCompleted));
        Array.ForEach(sent, request => _world.Answer(request, remaining: 0));

        var late = _world.Ask(Send);
        _world.After(5);
        Assert.Equal(1, _world.Limiter.Waiting);
        _world.After(0.05);
        await Soon(late);
    }

    [Fact]
    public void Another_channel_does_not_wait()
    {
        _world.Learn(Send, major: 1, remaining: 0);

        Assert.False(_world.Ask(Send, major: 1).IsCompleted);
        Assert.True(_world.Ask(Send, major: 2).IsCompleted);
    }

    [Fact]
    public void Two_routes_that_told_the_same_bucket_share_it()
    {
        _world.Learn(Edit, bucket: "shared", remaining: 4);
        _world.Learn(Send, bucket: "shared", remaining: 0, resetAfter: 6);

        Assert.False(_world.Ask(Edit).IsCompleted);
    }

    [Fact]
    public async Task Requests_that_waited_before_the_bucket_was_known_move_into_it()
    {
        _world.Learn(Edit, bucket: "shared", remaining: 4);
        var first = _world.Ask(Send);
        var second = _world.Ask(Send);

        _world.Answer(first, bucket: "shared", remaining: 0, resetAfter: 7);
        Assert.Equal(1, _world.Limiter.Waiting);

        _world.After(7.05);
        await Soon(second);
    }

    [Fact]
    public void An_answer_about_an_earlier_window_does_not_reopen_the_bucket()
    {
        var slow = _world.Ask(Send);
        var early = _world.Says("b1", limit: 5, remaining: 4, resetAfter: 5);
        _world.After(6);
        _world.Answer(_world.Ask(Edit), "b1", limit: 5, remaining: 0, resetAfter: 5);

        _world.Answer(slow, early);

        Assert.False(_world.Ask(Send).IsCompleted);
    }

    [Fact]
    public async Task The_relative_reset_counts_even_when_Discords_clock_is_an_hour_ahead()
    {
        _world.Answer(_world.Ask(Send), _world.Says("b1", 5, 0, 2) with { Reset = TimeSpan.FromSeconds(5_000_000_000) });

        var waiting = _world.Ask(Send);
        _world.After(2.05);

        await Soon(waiting);
    }

    [Fact]
    public void Without_an_absolute_reset_a_later_end_tells_a_new_window()
    {
        _world.Answer(_world.Ask(Send), _world.Says("b1", 5, 4, 1) with { Reset = null });
        _world.After(2);
        _world.Answer(_world.Ask(Send), _world.Says("b1", 5, 0, 1) with { Reset = null });

        Assert.False(_world.Ask(Send).IsCompleted);
    }

    [Fact]
    public void A_route_that_names_no_limit_is_not_held_back()
    {
        _world.Answer(_world.Ask(Send), default(RateLimitHeaders));

        Assert.All(Enumerable.Range(0, 20).Select(_ => _world.Ask(Send)).ToArray(), request => Assert.True(request.IsCompleted));
    }

    [Fact]
    public async Task A_request_that_got_no_answer_lets_the_next_one_go()
    {
        var lost = _world.Ask(Send);
        var next = _world.Ask(Send);

        _world.Lose(lost);

        await Soon(next);
    }

    [Fact]
    public async Task Fifty_requests_a_second_over_all_routes_and_no_more()
    {
        var sent = Enumerable.Range(0, 51).Select(n => _world.Ask(Send, major: (ulong)n)).ToArray();
        Assert.Equal((50, 1), (sent.Count(request => request.IsCompleted), _world.Limiter.Waiting));

        _world.After(1);
        Assert.Equal(1, _world.Limiter.Waiting);
        _world.After(0.05);
        await Soon(sent[50]);
    }

    [Fact]
    public void Webhook_routes_are_outside_the_global_limit()
    {
        foreach (var n in Enumerable.Range(0, 51))
        {
            _ = _world.Ask(Send, major: (ulong)n);
        }

        Assert.True(_world.Ask(FollowUp, major: 99).IsCompleted);
    }

    [Fact]
    public void While_people_ask_for_something_batch_requests_leave_them_ten_of_the_fifty()
    {
        _ = _world.Ask(FollowUp);
        _ = _world.Ask(Edit, major: 999);
        Assert.Equal(39, BatchAtOnce(60));

        Assert.Equal(10, Enumerable.Range(100, 11).Select(n => _world.Ask(Send, major: (ulong)n)).ToArray().Count(request => request.IsCompleted));
    }

    [Fact]
    public void While_nobody_asks_for_anything_batch_requests_leave_one()
    {
        _ = _world.Ask(Edit, major: 999);
        _world.After(10);

        Assert.Equal(49, BatchAtOnce(60));
        Assert.True(_world.Ask(Send, major: 99).IsCompleted);
    }

    [Fact]
    public async Task A_place_among_the_fifty_is_free_one_second_after_its_answer_or_a_little_more_after_its_sending()
    {
        var sent = Enumerable.Range(0, 50).Select(n => _world.Ask(Send, major: (ulong)n)).ToArray();
        var (soon, later) = (_world.Ask(Send, major: 100), _world.Ask(Send, major: 101));
        _world.After(0.02);
        _world.Answer(sent[0]);

        _world.After(1.004);
        Assert.Equal(2, _world.Limiter.Waiting);
        _world.After(0.001);
        await Soon(soon);
        Assert.Equal(1, _world.Limiter.Waiting);
        _world.After(0.025);
        await Soon(later);
    }

    [Fact]
    public void No_more_than_sixteen_batch_requests_are_on_their_way_at_once()
    {
        var batch = Enumerable.Range(0, 20).Select(n => _world.AskBatch(Send, major: (ulong)n)).ToArray();

        Assert.Equal(16, batch.Count(request => request.IsCompleted));
        Assert.True(_world.Ask(Send, major: 99).IsCompleted);
    }

    [Fact]
    public async Task A_person_is_served_before_the_batch_that_came_first()
    {
        _world.Learn(Send, limit: 1, remaining: 0, resetAfter: 5);
        var batch = _world.AskBatch(Send);
        var person = _world.Ask(Send);

        _world.After(5.05);

        await Soon(person);
        Assert.False(batch.IsCompleted);
    }

    [Fact]
    public void The_last_place_of_a_window_is_kept_for_people_while_they_use_it()
    {
        _world.Learn(Send, limit: 5, remaining: 1);

        Assert.False(_world.AskBatch(Send).IsCompleted);
        Assert.True(_world.Ask(Send).IsCompleted);
    }

    [Fact]
    public void A_minute_after_people_used_it_the_batch_has_the_whole_window()
    {
        _world.Learn(Send, limit: 5, remaining: 4, resetAfter: 5);
        _world.After(60);

        Assert.Equal(5, Enumerable.Range(0, 6).Select(_ => _world.AskBatch(Send)).ToArray().Count(request => request.IsCompleted));
    }

    [Fact]
    public void A_person_does_not_wait_for_a_batch_request_whose_bucket_is_unknown()
    {
        Assert.True(_world.AskBatch(Send).IsCompleted);

        Assert.False(_world.AskBatch(Send).IsCompleted);
        Assert.True(_world.Ask(Send).IsCompleted);
    }

    [Fact]
    public async Task A_hidden_sub_limit_holds_back_its_operation_only()
    {
        _world.Learn(Send, remaining: 4);
        _world.Learn(Edit, remaining: 3);
        _world.Refuse(_world.Ask(Send), _world.Says("b1", 5, 3, 5) with { Scope = RateLimitScope.User, RetryAfter = TimeSpan.FromSeconds(9) });

        var held = _world.Ask(Send);
        Assert.False(held.IsCompleted);
        Assert.True(_world.Ask(Edit).IsCompleted);
        Assert.True(_world.Ask(Send, major: 2).IsCompleted);

        _world.After(9.05);
        await Soon(held);
    }

    [Theory]
    [InlineData(RateLimitScope.User)]
    [InlineData(RateLimitScope.Shared)]
    public async Task A_429_of_an_empty_bucket_holds_back_the_whole_bucket_for_retry_after(RateLimitScope scope)
    {
        _world.Learn(Send, resetAfter: 1);
        _world.Learn(Edit, resetAfter: 1);
        _world.Refuse(_world.Ask(Send), _world.Says("b1", 5, 0, 2) with { Scope = scope, RetryAfter = TimeSpan.FromSeconds(4) });

        var held = _world.Ask(Edit);
        _world.After(2.05);
        Assert.Equal(1, _world.Limiter.Waiting);
        _world.After(2);
        await Soon(held);
    }

    [Fact]
    public async Task A_global_429_pauses_every_bot_route_and_no_webhook_route()
    {
        _world.Refuse(_world.Ask(Send), new RateLimitHeaders { Scope = RateLimitScope.Global, RetryAfter = TimeSpan.FromSeconds(3) });

        var held = _world.Ask(Edit, major: 77);
        Assert.False(held.IsCompleted);
        Assert.True(_world.Ask(FollowUp).IsCompleted);

        _world.After(3.05);
        await Soon(held);
    }

    [Fact]
    public async Task A_refusal_by_the_edge_pauses_everything()
    {
        _world.Limiter.PauseEverything(TimeSpan.FromSeconds(10));

        var held = _world.Ask(FollowUp);
        Assert.False(held.IsCompleted);

        _world.After(10);
        await Soon(held);
    }

    [Fact]
    public async Task A_wait_past_the_deadline_fails_at_once_and_says_when_to_come_back()
    {
        _world.Learn(Send, remaining: 0, resetAfter: 600);

        var error = await Assert.ThrowsAsync<DiscordRateLimitException>(() => _world.Ask(Send, deadline: 15));

        Assert.Equal(TimeSpan.FromSeconds(600.05), error.RetryAfter);
        Assert.Equal((429, false, "POST /channels/{channel}/messages"), (error.Status, error.IsPermanent, error.Route));
    }

    [Fact]
    public async Task A_wait_for_another_requests_answer_ends_at_the_deadline()
    {
        _ = _world.Ask(Send);
        var second = _world.Ask(Send, deadline: 2);

        _world.After(1.999);
        Assert.Equal(1, _world.Limiter.Waiting);
        _world.After(0.001);

        await Assert.ThrowsAsync<DiscordRateLimitException>(() => Soon(second));
        Assert.Equal(0, _world.Limiter.Waiting);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_lane_and_the_next_one_moves_up()
    {
        using var gaveUp = new CancellationTokenSource();
        var first = _world.Ask(Send);
        var second = _world.Ask(Send, cancellation: gaveUp.Token);
        var third = _world.Ask(Send);

        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Soon(second));
        _world.Answer(first, limit: 1, remaining: 1);

        await Soon(third);
    }

    [Fact]
    public async Task Waiting_requests_of_one_lane_go_in_the_order_they_came()
    {
        _world.Learn(Send, limit: 1, remaining: 0, resetAfter: 1);
        var lane = Enumerable.Range(0, 3).Select(_ => _world.Ask(Send)).ToArray();

        for (var turn = 0; turn < lane.Length; turn++)
        {
            _world.After(1.05);
            await Soon(lane[turn]);
            Assert.Equal(lane.Length - turn - 1, _world.Limiter.Waiting);
            _world.Answer(lane[turn], limit: 1, remaining: 0, resetAfter: 1);
        }
    }

    [Fact]
    public void A_bucket_that_was_idle_is_forgotten_but_the_routes_limit_is_not()
    {
        for (var channel = 0UL; channel < 5_000; channel++)
        {
            _world.After(0.1);
            _world.Learn(Send, major: channel, limit: 5, remaining: 4, resetAfter: 0.05);
        }

        Assert.InRange(_world.Limiter.Count, 1, 600);
        Assert.All(Enumerable.Range(0, 5).Select(_ => _world.Ask(Send, major: 1)).ToArray(), request => Assert.True(request.IsCompleted));
    }

    [Fact]
    public void Operations_that_were_held_back_are_forgotten_too()
    {
        for (var channel = 0UL; channel < 2_000; channel++)
        {
            _world.After(1);
            _world.Refuse(_world.Ask(Send, channel), _world.Says("b1", 5, 3, 0.5) with { Scope = RateLimitScope.User, RetryAfter = TimeSpan.FromSeconds(0.5) });
        }

        Assert.InRange(_world.Limiter.Count, 1, 600);
    }

    /// <summary>How many of these, each for a channel of its own and answered at once, need not wait.</summary>
    private int BatchAtOnce(int count)
    {
        var gone = 0;
        foreach (var n in Enumerable.Range(0, count))
        {
            var sent = _world.AskBatch(Send, major: (ulong)n);
            if (sent.IsCompleted)
            {
                _world.Answer(sent);
                gone++;
            }
        }

        return gone;
    }

    // Not a wait of the test: only a bound, should the request never be let go.
    private static Task<T> Soon<T>(Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(20));
}
