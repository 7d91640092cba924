using System.Net.WebSockets;
using CsCheck;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Nexus.Discord.Tests.Gateway.Stage;

namespace Nexus.Discord.Tests.Gateway;

/// <summary>Whole conversations with Discord, as a script: what it says, what it hears.</summary>
public class GatewayConversationTests
{
    [Fact]
    public async Task A_first_connection_identifies_and_hands_events_on()
    {
        await using var stage = new GatewayStage(o => { o.ShardId = 1; o.ShardCount = 2; o.Activity = "/help"; });
        stage.Start();
        var discord = await stage.ConnectionAsync();
        Assert.Equal("ws://gateway.test/?v=10&encoding=json", (await discord.ConnectedAsync()).ToString());

        discord.SaysHello();
        var identify = await discord.HearsAsync(opcode: 2);
        Assert.Contains($"\"token\":\"{GatewayStage.Token}\",\"intents\":16848385,", identify, StringComparison.Ordinal);
        Assert.Contains("\"shard\":[1,2]", identify, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"/help\"", identify, StringComparison.Ordinal);
        Assert.Equal(GatewayState.Identifying, stage.Client.State);

        discord.SaysReady("s1");
        Assert.Equal("s1", Assert.IsType<ReadyEvent>(await stage.EventAsync()).SessionId);
        Assert.Equal(GatewayState.Ready, stage.Client.State);
        Assert.Equal("s1", stage.Client.SessionId);

        discord.SaysMessage(2, id: "77");
        Assert.Equal(new Snowflake(77), Assert.IsType<MessageCreateEvent>(await stage.EventAsync()).Message.Id);
    }

    [Fact]
    public async Task Heartbeats_carry_the_last_sequence_and_measure_latency()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync(heartbeat: 40_000);
        discord.SaysMessage(2);
        await stage.EventAsync();

        stage.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("""{"op":1,"d":2}""", await discord.HearsAsync());
        stage.Clock.Advance(TimeSpan.FromMilliseconds(80));
        discord.Says("""{"op":11}""");
        discord.SaysMessage(3);
        await stage.EventAsync();
        Assert.Equal(TimeSpan.FromMilliseconds(80), stage.Client.Latency);

        stage.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal("""{"op":1,"d":3}""", await discord.HearsAsync());
    }

    [Fact]
    public async Task A_heartbeat_Discord_asks_for_is_answered_at_once()
    {
        await using var stage = new GatewayStage();
        stage.Start();
        var discord = await stage.ConnectionAsync();
        discord.SaysHello();
        await discord.HearsAsync(opcode: 2);
        discord.Says("""{"op":1,"d":null}""");
        Assert.Equal("""{"op":1,"d":null}""", await discord.HearsAsync());
    }

    [Fact]
    public async Task A_missed_acknowledgement_drops_the_link_and_resumes()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync(heartbeat: 40_000);
        stage.Clock.Advance(TimeSpan.FromSeconds(20));
        await discord.HearsAsync(opcode: 1);
        stage.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal("close 4000", await discord.HearsAsync());

        await stage.Clock.PassPauseAsync();
        await ResumesAsync(stage, sequence: 1);
    }

    [Fact]
    public async Task A_dead_link_that_does_not_even_answer_the_close_is_given_up_after_a_second()
    {
        await using var stage = new GatewayStage();
        stage.Next(new ScriptedSocket { IgnoresClose = true });
        var discord = await stage.StartReadyAsync();
        discord.Says("""{"op":7}""");
        Assert.Equal("close 4000", await discord.HearsAsync());
        stage.Clock.Advance(GatewayConnection.CloseTimeout);
        await stage.Clock.PassPauseAsync();
        await ResumesAsync(stage, sequence: 1);
    }

    [Fact]
    public async Task A_broken_connection_resumes_after_half_a_second_at_the_resume_address_and_gets_what_it_missed()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync();
        discord.SaysMessage(5);
        await stage.EventAsync();
        discord.Drops();
        Assert.Equal(TimeSpan.FromMilliseconds(500), await stage.Clock.PassPauseAsync());

        var again = await stage.ConnectionAsync();
        Assert.Equal("ws://resume.test/?v=10&encoding=json", (await again.ConnectedAsync()).ToString());
        again.SaysHello();
        Assert.Equal($$$"""{"op":6,"d":{"token":"{{{GatewayStage.Token}}}","session_id":"s1","seq":5}}""", await again.HearsAsync());
        again.SaysMessage(6, id: "60");
        again.SaysMessage(7, id: "70");
        again.SaysResumed(8);
        Assert.Equal(new Snowflake(60), Assert.IsType<MessageCreateEvent>(await stage.EventAsync()).Message.Id);
        Assert.Equal(new Snowflake(70), Assert.IsType<MessageCreateEvent>(await stage.EventAsync()).Message.Id);
        Assert.IsType<ResumedEvent>(await stage.EventAsync());
        Assert.Equal(GatewayState.Ready, stage.Client.State);
        Assert.Equal(1, stage.GatewayBotAsked);
    }

    [Fact]
    public async Task A_connection_that_can_only_be_read_is_ended_and_resumed()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync();
        discord.CannotBeSentTo = true;
        stage.Client.SetPresence("anyone there?");
        await stage.Clock.PassPauseAsync();
        await ResumesAsync(stage, sequence: 1);
    }

    [Fact]
    public async Task A_close_without_a_code_is_answered_and_the_session_resumed()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync();
        discord.Closes(0);
        Assert.Equal("close 1000", await discord.HearsAsync());
        await stage.Clock.PassPauseAsync();
        await ResumesAsync(stage, sequence: 1);
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""")]
    [InlineData("""{"op":9,"d":true}""")]
    public async Task Reconnect_and_resumable_invalid_session_close_with_4000_and_resume(string frame)
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync();
        discord.Says(frame);
        Assert.Equal("close 4000", await discord.HearsAsync());
        await stage.Clock.PassPauseAsync();
        await ResumesAsync(stage, sequence: 1);
    }

    [Fact]
    public async Task Reconnect_may_come_instead_of_hello()
    {
        await using var stage = new GatewayStage();
        stage.Start();
        var discord = await stage.ConnectionAsync();
        discord.Says("""{"op":7,"d":null}""");
        Assert.Equal("close 4000", await discord.HearsAsync());
        await stage.Clock.PassPauseAsync();
        var again = await stage.ConnectionAsync();
        again.SaysHello();
        await again.HearsAsync(opcode: 2);
    }

    [Fact]
    public async Task An_invalid_session_is_replaced_on_a_new_connection_at_the_ordinary_address()
    {
        await using var stage = new GatewayStage(jitter: 0.25);
        var discord = await stage.StartReadyAsync();
        discord.Says("""{"op":9,"d":false}""");
        Assert.Equal("close 4000", await discord.HearsAsync());
        Assert.Equal(TimeSpan.FromSeconds(2), await stage.Clock.PassPauseAsync());

        var again = await stage.ConnectionAsync();
        Assert.Equal("gateway.test", (await again.ConnectedAsync()).Host);
        again.SaysHello();
        for (var i = 0; i < 2; i++)
        {
            again.Says("""{"op":1}""");
            await again.HearsAsync(opcode: 1); // and no identify in between: they are 5.5 s apart, of which two have passed
        }

        stage.Clock.Advance(TimeSpan.FromSeconds(3.5));
        await again.HearsAsync(opcode: 2);
        again.SaysReady("s2");
        Assert.Equal("s2", Assert.IsType<ReadyEvent>(await stage.EventAsync()).SessionId);
        Assert.Equal(1, stage.GatewayBotAsked); // the address is remembered
    }

    [Theory]
    [InlineData(4000, 6)]
    [InlineData(4001, 6)]
    [InlineData(1006, 6)]
    [InlineData(4999, 6)]
    [InlineData(1000, 2)]
    [InlineData(4003, 2)]
    [InlineData(4007, 2)]
    [InlineData(4008, 2)]
    [InlineData(4009, 2)]
    public async Task After_each_close_code_the_next_connection_resumes_or_identifies(int code, int opcode)
    {
        await using var stage = new GatewayStage(jitter: 1);
        var discord = await stage.StartReadyAsync();
        discord.Closes(code);
        Assert.Equal($"close {code}", await discord.HearsAsync());
        await stage.Clock.PassPauseAsync();
        var again = await stage.ConnectionAsync();
        again.SaysHello();
        stage.Clock.Advance(IdentifyBudget.Spacing);
        await again.HearsAsync(opcode);
        Assert.Equal(code is 4001 or 4003 or 4007 or 4008, stage.Log.Lines.Any(line => line.StartsWith("Error:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task A_fatal_close_stops_the_client_with_advice(int code)
    {
        await using var stage = new GatewayStage(o => o.Intents |= GatewayIntents.MessageContent);
        stage.Start();
        var discord = await stage.ConnectionAsync();
        discord.SaysHello();
        await discord.HearsAsync(opcode: 2);
        discord.Closes(code);

        var fatal = await Assert.ThrowsAsync<GatewayFatalException>(() => stage.Run);
        Assert.Equal(code, fatal.CloseCode);
        Assert.Equal(GatewayCloseCode.Advice(code, GatewayIntents.Recommended | GatewayIntents.MessageContent), fatal.Message);
        Assert.DoesNotContain(GatewayStage.Token, fatal.ToString(), StringComparison.Ordinal);
        Assert.Equal(GatewayState.Disconnected, stage.Client.State);
        await stage.Client.Events.Completion.WaitAsync(Patience.Span);
    }

    [Fact]
    public async Task A_token_that_REST_refuses_is_fatal_too()
    {
        await using var stage = new GatewayStage();
        stage.GatewayBot = () => throw new DiscordApiException("GET /gateway/bot", 401, 0, "401: Unauthorized");
        stage.Start();
        var fatal = await Assert.ThrowsAsync<GatewayFatalException>(() => stage.Run);
        Assert.Contains("bot token", fatal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_hello_and_no_ready_are_not_waited_for_for_ever()
    {
        await using var stage = new GatewayStage();
        stage.Start();
        var discord = await stage.ConnectionAsync();
        discord.Says("""{"op":1}"""); // answered: the client is listening, so its clock runs
        await discord.HearsAsync(opcode: 1);
        stage.Clock.Advance(GatewaySession.HelloTimeout);
        Assert.Equal("close 4000", await discord.HearsAsync());

        await stage.Clock.PassPauseAsync();
        var again = await stage.ConnectionAsync();
        again.SaysHello();
        await again.HearsAsync(opcode: 2);
        stage.Clock.Advance(GatewaySession.ReadyTimeout);
        Assert.Equal("close 4000", await again.HearsAsync());
    }

    [Fact]
    public async Task A_handshake_that_takes_30_seconds_is_given_up()
    {
        await using var stage = new GatewayStage();
        stage.Next(new ScriptedSocket { NeverAnswers = true });
        stage.Start();
        await stage.ConnectionAsync();
        stage.Clock.Advance(TimeSpan.FromSeconds(30));
        await stage.Clock.PassPauseAsync();
        (await stage.ConnectionAsync()).SaysHello();
        Assert.Contains(stage.Log.Lines, line => line.Contains("gateway.test could not be reached", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connections_that_fail_are_tried_again_ever_more_rarely_and_the_address_is_asked_for_anew()
    {
        await using var stage = new GatewayStage(jitter: 1);
        var refused = () => new ScriptedSocket { Refusal = new WebSocketException(WebSocketError.Faulted) };
        stage.Next(refused(), refused(), refused());
        stage.Start();
        Assert.Equal(1, (await stage.Clock.PassPauseAsync()).TotalSeconds);
        Assert.Equal(2, (await stage.Clock.PassPauseAsync()).TotalSeconds);
        Assert.Equal(4, (await stage.Clock.PassPauseAsync()).TotalSeconds);
        for (var i = 0; i < 4; i++)
        {
            await stage.ConnectionAsync();
        }

        Assert.Equal(4, stage.GatewayBotAsked);
    }

    [Fact]
    public async Task REST_being_down_does_not_stop_the_client()
    {
        await using var stage = new GatewayStage(jitter: 1);
        var good = stage.GatewayBot;
        stage.GatewayBot = () => throw new DiscordApiException("GET /gateway/bot", 503, 0, "Service Unavailable");
        stage.Start();
        await stage.Clock.PauseAsync();
        stage.GatewayBot = good;
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.ConnectionAsync();
    }

    [Fact]
    public async Task A_resume_address_that_does_not_answer_is_left_for_the_ordinary_one_and_the_session_kept()
    {
        await using var stage = new GatewayStage();
        stage.Next(new ScriptedSocket(), new ScriptedSocket { Refusal = new WebSocketException(WebSocketError.Faulted) });
        var discord = await stage.StartReadyAsync();
        discord.Drops();
        await stage.Clock.PassPauseAsync();
        Assert.Equal("resume.test", (await (await stage.ConnectionAsync()).ConnectedAsync()).Host);
        await stage.Clock.PassPauseAsync();
        var again = await ResumesAsync(stage, sequence: 1);
        Assert.Equal("gateway.test", (await again.ConnectedAsync()).Host);
    }

    [Fact]
    public async Task The_token_never_follows_Discord_to_an_unencrypted_address()
    {
        await using var stage = new GatewayStage(o => o.ApiBase = new Uri("https://discord.test/api/v10"));
        stage.GatewayBot = () => new GatewayBot { Url = "wss://gateway.test" };
        stage.Start(new GatewayResume("s0", 1, new Uri("ws://resume.test")));
        Assert.Equal("wss://gateway.test/?v=10&encoding=json", (await (await stage.ConnectionAsync()).ConnectedAsync()).ToString());
    }

    [Fact]
    public async Task Without_identifies_left_the_client_waits_for_new_ones_before_it_connects()
    {
        await using var stage = new GatewayStage();
        stage.GatewayBot = () => new GatewayBot { Url = "ws://gateway.test", SessionStartLimit = new SessionStartLimit { Remaining = 0, ResetAfter = 3_600_000 } };
        stage.Start();
        Assert.Equal(TimeSpan.FromHours(1), await stage.Clock.PassPauseAsync());
        await stage.ConnectionAsync();
        Assert.Contains(stage.Log.Lines, line => line.StartsWith("Error: Every identify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Frames_that_make_no_sense_are_logged_without_their_content_and_survived()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync();
        discord.Says("confidential nonsense");
        discord.Says("""{"op":"confidential"}""");
        discord.Says("""{"op":0,"t":"MESSAGE_CREATE","s":2,"d":{"id":"confidential"}}""");
        discord.Says("""{"op":0,"t":"MESSAGE_CREATE","s":3,"d":["confidential"]}""");
        discord.Says("""{"op":0,"t":"MESSAGE_CREATE","s":4,"d":null}""");
        discord.Says("""{"op":0,"t":"SOMETHING_NEW","s":5,"d":{"x":"confidential"}}""");
        discord.SaysTooMuch();
        discord.SaysMessage(6, id: "99");
        Assert.Equal(new Snowflake(99), Assert.IsType<MessageCreateEvent>(await stage.EventAsync()).Message.Id);
        Assert.Equal(6, stage.Log.Lines.Count(line => line.StartsWith("Warning:", StringComparison.Ordinal)));
        Assert.DoesNotContain(stage.Log.Lines, line => line.Contains("confidential", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thousands_of_mutilated_frames_leave_the_connection_as_it_was()
    {
        await using var stage = new GatewayStage(o => o.EventQueueCapacity = 10_000);
        var discord = await stage.StartReadyAsync();
        GatewayFrameTests.MutilatedFrame().Sample(
            bytes =>
            {
                if (!GatewayFrame.TryParse(bytes, out var frame) || frame.Opcode == GatewayOpcode.Dispatch)
                {
                    discord.SaysBytes(bytes);
                }
            },
            iter: 5_000,
            threads: 1);
        discord.Says("""{"op":1}""");
        await discord.HearsAsync(opcode: 1);
        Assert.Equal(GatewayState.Ready, stage.Client.State);
    }

    [Fact]
    public async Task A_handler_that_does_not_read_delays_no_heartbeat()
    {
        await using var stage = new GatewayStage(o => o.EventQueueCapacity = 10);
        var discord = await stage.StartReadyAsync(heartbeat: 40_000);
        for (var sequence = 2; sequence < 300; sequence++)
        {
            discord.SaysMessage(sequence);
        }

        discord.Says("""{"op":1}""");
        Assert.Equal("""{"op":1,"d":299}""", await discord.HearsAsync());
        stage.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("""{"op":1,"d":299}""", await discord.HearsAsync());
    }

    private static async Task<ScriptedSocket> ResumesAsync(GatewayStage stage, int sequence)
    {
        var discord = await stage.ConnectionAsync();
        discord.SaysHello();
        Assert.EndsWith($"\"session_id\":\"s1\",\"seq\":{sequence}}}}}", await discord.HearsAsync(opcode: 6), StringComparison.Ordinal);
        discord.SaysResumed(sequence + 1);
        Assert.IsType<ResumedEvent>(await stage.EventAsync());
        return discord;
    }
}
