using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>429s as a caller sees them.</summary>
public sealed class RateLimitedRequestTests : IDisposable
{
    private readonly RestWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task Any_request_is_sent_again_when_its_429_is_over_since_nothing_had_happened(string scope)
    {
        _world.Discord.Limits(1.5, ("X-RateLimit-Scope", scope), ("Retry-After", "2")).AnswersMessage("9");

        var call = _world.Say("hi");
        await _world.HeldBackAsync();
        _world.After(1.55);

        Assert.Equal(new Snowflake(9), (await call).Id);
        Assert.Equal(2, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_429_longer_than_the_deadline_fails_at_once()
    {
        _world.Discord.Limits(600);

        var error = await Assert.ThrowsAsync<DiscordRateLimitException>(() => _world.Say("hi"));

        Assert.Equal(TimeSpan.FromSeconds(600.05), error.RetryAfter);
        Assert.Single(_world.Discord.Requests);
    }

    [Fact]
    public async Task Renaming_a_channel_too_often_does_not_hold_back_its_other_changes()
    {
        _world.Discord.Limits(600, ("X-RateLimit-Scope", "user"), ("X-RateLimit-Bucket", "c"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "3"), ("X-RateLimit-Reset-After", "5"));

        await Assert.ThrowsAsync<DiscordRateLimitException>(() => _world.Rest.EditChannelAsync(RestWorld.Channel, new ChannelEdit { Name = "x" }));
        await Assert.ThrowsAsync<DiscordRateLimitException>(() => _world.Rest.EditChannelAsync(RestWorld.Channel, new ChannelEdit { Topic = null }));
        await _world.Rest.EditChannelAsync(RestWorld.Channel, new ChannelEdit { Archived = true });

        Assert.Equal(2, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task Deleting_old_messages_does_not_hold_back_deleting_new_ones()
    {
        var fresh = Snowflake.At(_world.Clock.GetUtcNow());
        var old = Snowflake.At(_world.Clock.GetUtcNow().AddDays(-15));
        _world.Discord.Limits(600, ("X-RateLimit-Scope", "user"), ("X-RateLimit-Remaining", "3"));

        await Assert.ThrowsAsync<DiscordRateLimitException>(() => _world.Rest.DeleteMessageAsync(RestWorld.Channel, old));
        await _world.Rest.DeleteMessageAsync(RestWorld.Channel, fresh);

        Assert.Equal(2, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_callback_waits_out_a_short_429_by_itself()
    {
        _world.Discord.Limits(0.5, ("X-RateLimit-Scope", "user")).Answers(204);

        var call = _world.Respond();
        _world.After(0.5);

        await call;
        Assert.Equal(2, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_callback_does_not_wait_for_a_429_that_outlives_its_interaction()
    {
        _world.Discord.Limits(3);

        var error = await Assert.ThrowsAsync<DiscordRateLimitException>(() => _world.Respond());

        Assert.Equal(TimeSpan.FromSeconds(3), error.RetryAfter);
    }

    [Fact]
    public async Task A_callback_goes_out_while_everything_else_is_held_back()
    {
        _world.Discord.Limits(10, ("X-RateLimit-Global", "true"));
        _ = _world.Say("hi");
        await _world.HeldBackAsync();

        await _world.Respond();
    }

    [Fact]
    public async Task Five_429s_in_a_row_are_enough()
    {
        for (var n = 0; n < 6; n++)
        {
            _world.Discord.Limits(0.1, ("X-RateLimit-Scope", "user"));
        }

        var call = _world.Respond();
        for (var n = 0; n < 5; n++)
        {
            _world.After(0.1);
        }

        Assert.Equal(429, (await Assert.ThrowsAsync<DiscordApiException>(() => call)).Status);
        Assert.Equal(5, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_429_that_is_not_Discords_own_pauses_everything()
    {
        _world.Discord.Answers(429, "<html>error 1015</html>", ("Retry-After", "30"));

        await Assert.ThrowsAsync<DiscordRateLimitException>(() => _world.Say("hi"));
        var error = await Assert.ThrowsAsync<DiscordRateLimitException>(() => _world.Rest.FollowUpAsync(RestWorld.Interaction, new MessageCreate()));

        Assert.Equal(TimeSpan.FromSeconds(30), error.RetryAfter);
        Assert.Single(_world.Discord.Requests);
    }

    [Fact]
    public async Task Shared_429s_do_not_count_as_invalid_requests()
    {
        for (var n = 0; n < InvalidRequestBudget.Limit + 1; n++)
        {
            _world.Discord.Limits(600, ("X-RateLimit-Scope", "shared"));
            await Assert.ThrowsAsync<DiscordRateLimitException>(() => _world.Respond());
        }

        Assert.Equal(DiscordRestState.Ready, _world.Rest.State);
    }
}
