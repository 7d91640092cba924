using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>What is sent again, when, and what never is.</summary>
public sealed class RetryTests : IDisposable
{
    private readonly RestWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(524)]
    public async Task Trouble_at_Discord_is_tried_again_after_a_short_pause(int status)
    {
        _world.Discord.Answers(status, "<html>").Answers(200, """{"id":"7","type":0}""");

        var call = _world.Rest.GetChannelAsync(RestWorld.Channel);
        Assert.Single(_world.Discord.Requests);
        _world.After(0.249);
        Assert.Single(_world.Discord.Requests);
        _world.After(0.251);

        Assert.Equal(RestWorld.Channel, (await call).Id);
        Assert.Equal(2, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task After_three_tries_it_is_enough()
    {
        _world.Discord.Answers(503).Answers(503).RefusesWith(503, 0, "Down for maintenance");

        var call = _world.Rest.GetChannelAsync(RestWorld.Channel);
        _world.After(0.5);
        _world.After(1);
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => call);

        Assert.Equal((503, 3), (error.Status, _world.Discord.Requests.Count));
        Assert.Equal("GET /channels/{channel}: 503 Down for maintenance", error.Message);
        Assert.False(error.IsPermanent);
    }

    [Fact]
    public async Task A_pause_that_would_outlast_the_deadline_is_not_begun()
    {
        _world.Discord.Answers(500);

        var call = _world.Rest.GetChannelAsync(RestWorld.Channel, new RequestOptions { Deadline = TimeSpan.FromSeconds(0.2) });

        Assert.True(call.IsCompleted);
        Assert.Equal(500, (await Assert.ThrowsAsync<DiscordApiException>(() => call)).Status);
    }

    [Fact]
    public async Task The_second_pause_is_longer_than_the_first()
    {
        _world.Discord.Answers(500).Answers(500).Answers(200, """{"id":"7"}""");

        var call = _world.Rest.GetChannelAsync(RestWorld.Channel);
        for (var tick = 0; tick < 150; tick++)
        {
            _world.After(0.01);
        }

        await call;
        var at = _world.Discord.Requests.Select(sent => sent.At).ToArray();
        Assert.InRange(at[1] - at[0], TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.5));
        Assert.InRange(at[2] - at[1], TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
    }

    public static TheoryData<string, int> Repeats => new()
    {
        { "a read", 2 },
        { "an edit", 2 },
        { "a deletion", 2 },
        { "a role given", 2 },
        { "commands overwritten", 2 },
        { "a DM opened", 2 },
        { "a message with an enforced nonce", 2 },
        { "a message", 1 },
        { "a message with a nonce that is not enforced", 1 },
        { "a follow-up", 1 },
        { "a thread", 1 },
        { "a role made", 1 },
        { "an event made", 1 },
        { "an edit that adds a file", 1 },
        { "an edit that lists all its files", 2 },
    };

    [Theory]
    [MemberData(nameof(Repeats))]
    public async Task Only_what_a_repeat_cannot_do_twice_is_sent_again_when_the_answer_is_lost(string what, int times)
    {
        _world.Discord.Resets();

        var call = Call(what);
        _world.After(1);
        if (times == 1)
        {
            var error = await Assert.ThrowsAsync<DiscordApiException>(() => call);
            Assert.Equal(0, error.Status);
        }
        else
        {
            await call;
        }

        Assert.Equal(times, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task Each_try_carries_the_same_body()
    {
        _world.Discord.Answers(502).Resets().AnswersMessage();

        var call = _world.SayOnce("hello again");
        _world.After(0.5);
        _world.After(1);
        await call;

        Assert.Equal(3, _world.Discord.Requests.Count);
        Assert.Single(_world.Discord.Requests.Select(sent => sent.Text).Distinct());
        Assert.Contains("hello again", _world.Discord.Requests[0].Text);
    }

    [Fact]
    public async Task What_never_left_this_machine_is_sent_again_whatever_it_is()
    {
        _world.Discord.CannotBeReached().AnswersMessage("9");

        var call = _world.Say("hi");
        _world.After(0.5);

        Assert.Equal(new Snowflake(9), (await call).Id);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated()
    {
        _world.Discord.RefusesWith(404, DiscordErrorCode.UnknownChannel);

        await Assert.ThrowsAsync<DiscordApiException>(() => _world.Rest.GetChannelAsync(RestWorld.Channel));

        Assert.Single(_world.Discord.Requests);
    }

    [Fact]
    public async Task Gone_is_success_for_a_deletion_whose_first_answer_was_lost()
    {
        _world.Discord.Resets().RefusesWith(404, DiscordErrorCode.UnknownMessage);

        var call = _world.Rest.DeleteMessageAsync(RestWorld.Channel, new Snowflake(8));
        _world.After(0.5);

        await call;
    }

    [Fact]
    public async Task A_callback_whose_answer_was_lost_counts_as_sent_when_Discord_says_it_has_one()
    {
        _world.Discord.Hangs().RefusesWith(400, DiscordErrorCode.InteractionAlreadyAcknowledged);

        var call = _world.Respond();
        _world.After(0.94);
        _world.After(0.1);

        await call;
        Assert.Equal(2, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_callback_that_somebody_else_had_answered_is_an_error()
    {
        _world.Discord.RefusesWith(400, DiscordErrorCode.InteractionAlreadyAcknowledged);

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _world.Respond());

        Assert.Equal(DiscordErrorCode.InteractionAlreadyAcknowledged, error.Code);
    }

    [Fact]
    public async Task A_callback_that_could_not_leave_does_not_make_a_later_40060_a_success()
    {
        _world.Discord.CannotBeReached().RefusesWith(400, DiscordErrorCode.InteractionAlreadyAcknowledged);

        var call = _world.Respond();
        _world.After(0.1);

        Assert.Equal(DiscordErrorCode.InteractionAlreadyAcknowledged, (await Assert.ThrowsAsync<DiscordApiException>(() => call)).Code);
    }

    [Fact]
    public async Task A_callback_that_came_too_late_says_so()
    {
        _world.Discord.RefusesWith(404, DiscordErrorCode.UnknownInteraction, "Unknown interaction");

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _world.Respond());

        Assert.Equal((404, DiscordErrorCode.UnknownInteraction, true), (error.Status, error.Code, error.IsPermanent));
        Assert.Single(_world.Discord.Requests);
    }

    [Fact]
    public async Task A_callback_gives_up_before_its_interaction_dies()
    {
        _world.Discord.Hangs().Hangs().Hangs();

        var call = _world.Respond();
        for (var tick = 0; tick < 28; tick++)
        {
            _world.After(0.1);
        }

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => call);
        Assert.Equal("POST /interactions/{interaction}/{token}/callback: no answer No answer in time.", error.Message);
        Assert.Equal(3, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_request_gives_up_at_its_deadline_over_all_tries()
    {
        _world.Discord.Hangs().Hangs().Hangs();

        var call = _world.Rest.GetChannelAsync(RestWorld.Channel, new RequestOptions { Deadline = TimeSpan.FromSeconds(6) });
        for (var tick = 0; tick < 59; tick++)
        {
            _world.After(0.1);
        }

        Assert.False(call.IsCompleted);
        _world.After(0.1);
        await Assert.ThrowsAsync<DiscordApiException>(() => call);
    }

    [Fact]
    public async Task Without_a_deadline_of_its_own_a_request_has_15_seconds()
    {
        _world.Discord.Hangs();

        var call = _world.Say("hi");
        _world.After(14.9);
        Assert.False(call.IsCompleted);
        _world.After(0.1);

        await Assert.ThrowsAsync<DiscordApiException>(() => call);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_request_and_is_not_tried_again()
    {
        using var stop = new CancellationTokenSource();
        _world.Discord.Hangs();

        var call = _world.Rest.GetChannelAsync(RestWorld.Channel, ct: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(_world.Discord.Requests);
    }

    private Task Call(string what)
    {
        var (rest, channel, guild, id, file) = (_world.Rest, RestWorld.Channel, new Snowflake(3), new Snowflake(8), new FileUpload("a", "a"u8.ToArray()));
        return what switch
        {
            "a read" => rest.GetChannelAsync(channel),
            "an edit" => rest.EditMessageAsync(channel, id, new MessageEdit { Content = "x" }),
            "a deletion" => rest.DeleteMessageAsync(channel, id),
            "a role given" => rest.AddMemberRoleAsync(guild, id, id),
            "commands overwritten" => Overwrite(),
            "a DM opened" => rest.CreateDmAsync(id),
            "a message with an enforced nonce" => _world.SayOnce("x"),
            "a message" => _world.Say("x"),
            "a message with a nonce that is not enforced" => rest.CreateMessageAsync(channel, new MessageCreate { Nonce = "n" }),
            "a follow-up" => rest.FollowUpAsync(RestWorld.Interaction, new MessageCreate()),
            "a thread" => rest.StartThreadAsync(channel, new ThreadCreate { Name = "x" }),
            "a role made" => rest.CreateRoleAsync(guild, new RoleEdit()),
            "an event made" => rest.CreateScheduledEventAsync(guild, new ScheduledEventEdit()),
            "an edit that adds a file" => rest.EditMessageAsync(channel, id, new MessageEdit { Files = [file] }),
            "an edit that lists all its files" => rest.EditMessageAsync(channel, id, new MessageEdit { Files = [file], Attachments = new Optional<IReadOnlyList<AttachmentReference>>([new AttachmentReference { Id = new Snowflake(0) }]) }),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };

        Task Overwrite()
        {
            _world.Discord.Answers(200, "[]");
            return rest.OverwriteGlobalCommandsAsync(id, []);
        }
    }
}
