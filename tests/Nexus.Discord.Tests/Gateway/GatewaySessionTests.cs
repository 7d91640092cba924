using System.Text;
using Nexus.Discord.Gateway;
using Nexus.Discord.Tests.Gateway.Stage;

namespace Nexus.Discord.Tests.Gateway;

/// <summary>The rules alone: no socket, no timer, instants in seconds.</summary>
public class GatewaySessionTests
{
    private static readonly GatewayResume Left = new("old", 42, new Uri("ws://resume.test"));

    [Theory]
    [InlineData(0.0, 10.0)]
    [InlineData(0.5, 30.0)]
    [InlineData(0.9, 46.0)]
    public void The_first_heartbeat_comes_after_a_random_part_of_the_interval(double jitter, double seconds)
    {
        var session = Opened(jitter: jitter, at: 10);
        Receive(session, """{"op":10,"d":{"heartbeat_interval":40000}}""", at: 10);
        Assert.Equal(At(seconds), Earliest(session));
    }

    [Fact]
    public void Later_heartbeats_come_every_interval()
    {
        var session = Ready(heartbeat: 40);
        Assert.Equal(GatewayAction.SendHeartbeat, session.Tick(At(20)));
        Receive(session, """{"op":11}""", at: 20.1);
        Assert.Equal(At(60), session.NextTick);
        Assert.Equal(GatewayAction.SendHeartbeat, session.Tick(At(60)));
        Receive(session, """{"op":11}""", at: 60.1);
        Assert.Equal(At(100), session.NextTick);
    }

    [Fact]
    public void A_heartbeat_that_was_not_acknowledged_when_the_next_is_due_ends_the_connection_resumably()
    {
        var session = Ready(heartbeat: 40);
        session.Tick(At(20));
        var action = session.Tick(At(60));
        Assert.Equal((GatewayActionKind.Close, 4000), (action.Kind, action.CloseCode));
        Assert.Equal(CloseReaction.Resume, session.Closed(null));
    }

    [Fact]
    public void A_beat_that_is_itself_late_because_the_machine_slept_gives_the_link_another_chance()
    {
        var session = Ready(heartbeat: 40);
        session.Tick(At(20));
        Assert.Equal(GatewayAction.SendHeartbeat, session.Tick(At(7200)));
        Assert.Equal(GatewayActionKind.Close, session.Tick(At(7240)).Kind);
    }

    [Fact]
    public void A_heartbeat_asked_for_is_answered_at_once_and_changes_no_timer()
    {
        var session = Ready(heartbeat: 40);
        var due = session.NextTick;
        Assert.Equal(GatewayAction.SendHeartbeat, Receive(session, """{"op":1,"d":null}""", at: 3));
        Assert.Equal(due, session.NextTick);
    }

    [Fact]
    public void Latency_is_the_time_from_a_heartbeat_to_its_acknowledgement()
    {
        var session = Ready(heartbeat: 40);
        Assert.Null(session.Latency);
        session.Tick(At(20));
        Receive(session, """{"op":11}""", at: 20.25);
        Assert.Equal(TimeSpan.FromMilliseconds(250), session.Latency);
    }

    [Fact]
    public void A_new_session_identifies_and_an_old_one_resumes()
    {
        Assert.Equal(GatewayAction.SendIdentify, Receive(Opened(), """{"op":10,"d":{"heartbeat_interval":40000}}"""));
        Assert.Equal(GatewayAction.SendResume, Receive(Opened(Left), """{"op":10,"d":{"heartbeat_interval":40000}}"""));
    }

    [Fact]
    public void Waiting_for_an_identify_slot_keeps_the_heart_beating()
    {
        var session = Opened(jitter: 0.05);
        session.IdentifyNotBefore = At(5);
        Assert.Equal(GatewayAction.None, Receive(session, """{"op":10,"d":{"heartbeat_interval":40000}}"""));
        Assert.Equal(GatewayAction.SendHeartbeat, session.Tick(At(2)));
        Assert.Equal(At(5), session.NextTick);
        Assert.Equal(GatewayAction.SendIdentify, session.Tick(At(5)));
        Assert.Equal(At(20), session.NextTick); // READY has 15 s from here
    }

    [Fact]
    public void The_sequence_is_stored_before_the_event_is_handed_on_and_never_falls()
    {
        var session = Ready();
        Assert.Equal(GatewayAction.Deliver, Receive(session, """{"op":0,"t":"MESSAGE_CREATE","s":7,"d":{}}"""));
        Assert.Equal(7, session.Sequence);
        Receive(session, """{"op":0,"t":"MESSAGE_CREATE","s":3,"d":{}}""");
        Receive(session, """{"op":11,"s":null}""");
        Assert.Equal(7, session.Sequence);
    }

    [Fact]
    public void A_new_session_counts_its_events_from_the_beginning()
    {
        var session = Opened(Left);
        Receive(session, """{"op":10,"d":{"heartbeat_interval":40000}}""");
        Receive(session, """{"op":9,"d":false}""");
        session.Closed(4000);
        session.Opened(At(5));
        Receive(session, """{"op":10,"d":{"heartbeat_interval":40000}}""", at: 5);
        Assert.Null(session.Sequence);
        Receive(session, ReadyFrame, at: 5);
        Assert.Equal(1, session.Sequence);
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""", nameof(CloseReaction.Resume))]
    [InlineData("""{"op":9,"d":true}""", nameof(CloseReaction.Resume))]
    [InlineData("""{"op":9,"d":false}""", nameof(CloseReaction.StartNewSession))]
    [InlineData("""{"op":9}""", nameof(CloseReaction.StartNewSession))]
    public void Reconnect_and_invalid_session_close_with_4000_and_decide_what_comes_next(string frame, string next)
    {
        var session = Ready();
        var action = Receive(session, frame);
        Assert.Equal((GatewayActionKind.Close, 4000), (action.Kind, action.CloseCode));
        Assert.Equal(GatewayState.Closing, session.State);
        Assert.Equal(next, session.Closed(4000).ToString());
    }

    [Fact]
    public void A_reconnect_may_come_instead_of_hello()
    {
        var session = Opened(Left);
        Assert.Equal(GatewayActionKind.Close, Receive(session, """{"op":7}""").Kind);
        Assert.Equal(CloseReaction.Resume, session.Closed(4000));
        Assert.Equal(Left, session.Resumable);
    }

    [Fact]
    public void While_closing_events_are_still_taken_in_but_no_hello_starts_anything()
    {
        var session = Opened(Left);
        Receive(session, """{"op":7}""");
        Assert.Equal(GatewayAction.None, Receive(session, """{"op":10,"d":{"heartbeat_interval":40000}}"""));
        Assert.Equal(GatewayAction.None, Receive(session, """{"op":7}"""));
        Assert.Equal(GatewayAction.Deliver, Receive(session, """{"op":0,"t":"MESSAGE_CREATE","s":43,"d":{}}"""));
        Assert.Null(session.NextTick);
        session.Closed(4000);
        Assert.Equal(43, session.Resumable!.Sequence);
    }

    [Fact]
    public void No_hello_in_60_seconds_ends_the_connection()
    {
        var session = Opened(at: 10);
        Assert.Equal(At(70), session.NextTick);
        Assert.Equal(GatewayAction.None, session.Tick(At(69.9)));
        Assert.Equal(GatewayActionKind.Close, session.Tick(At(70)).Kind);
    }

    [Fact]
    public void No_ready_in_15_seconds_ends_the_connection()
    {
        var session = Opened();
        Receive(session, """{"op":10,"d":{"heartbeat_interval":400000}}""");
        Assert.Equal(GatewayAction.None, session.Tick(At(14.9)));
        Assert.Equal(GatewayActionKind.Close, session.Tick(At(15)).Kind);
    }

    [Fact]
    public void A_replay_may_be_long_as_long_as_it_moves()
    {
        var session = Opened(Left);
        Receive(session, """{"op":10,"d":{"heartbeat_interval":400000}}""");
        for (var second = 10; second <= 100; second += 10)
        {
            Receive(session, $$$"""{"op":0,"t":"MESSAGE_CREATE","s":{{{50 + second}}},"d":{}}""", at: second);
        }

        Assert.Equal(GatewayState.Resuming, session.State);
        Receive(session, """{"op":0,"t":"RESUMED","s":200,"d":{}}""", at: 101);
        Assert.Equal(GatewayState.Ready, session.State);
        Assert.Equal("old", session.SessionId);
    }

    [Fact]
    public void A_ready_that_makes_no_sense_is_not_a_session_and_leaves_no_sequence_behind()
    {
        var session = Opened();
        Receive(session, """{"op":10,"d":{"heartbeat_interval":400000}}""");
        Assert.Equal(GatewayAction.Malformed, Receive(session, """{"op":0,"t":"READY","s":9,"d":{"session_id":7}}"""));
        Assert.Equal(GatewayActionKind.Close, session.Tick(At(15)).Kind);
        Assert.Equal(CloseReaction.StartNewSession, session.Closed(4000));
        session.Opened(At(16));
        Assert.Equal(GatewayAction.SendIdentify, Receive(session, """{"op":10,"d":{"heartbeat_interval":400000}}""", at: 16));
        Assert.Null(session.Sequence);
    }

    [Theory]
    [InlineData("""{"op":10}""")]
    [InlineData("""{"op":10,"d":null}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":"soon"}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":0}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":-5}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":1e300}}""")]
    [InlineData("""{"op":10,"d":[]}""")]
    public void A_hello_without_a_usable_interval_is_malformed_and_the_wait_for_a_good_one_goes_on(string frame)
    {
        var session = Opened();
        Assert.Equal(GatewayAction.Malformed, Receive(session, frame));
        Assert.Equal(GatewayAction.SendIdentify, Receive(session, """{"op":10,"d":{"heartbeat_interval":40000}}"""));
    }

    [Theory]
    [InlineData("ws://resume.test", "ws://resume.test/")]
    [InlineData("wss://resume.test/x", "wss://resume.test/x")]
    [InlineData("https://elsewhere.test", null)]
    [InlineData("nonsense", null)]
    public void Ready_says_where_to_resume(string given, string? kept)
    {
        var session = Opened();
        Receive(session, """{"op":10,"d":{"heartbeat_interval":40000}}""");
        Receive(session, $$$"""{"op":0,"t":"READY","s":1,"d":{"session_id":"s1","resume_gateway_url":"{{{given}}}"}}""");
        Assert.Equal(kept, session.Resumable!.ResumeUrl?.ToString());
    }

    [Fact]
    public void An_opcode_nobody_knows_is_ignored()
    {
        var session = Ready();
        Assert.Equal(GatewayAction.None, Receive(session, """{"op":77,"d":{"new":true}}"""));
        Assert.Equal(GatewayState.Ready, session.State);
    }

    private const string ReadyFrame = """{"op":0,"t":"READY","s":1,"d":{"session_id":"s1","resume_gateway_url":"ws://resume.test"}}""";

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static GatewaySession Opened(GatewayResume? left = null, double jitter = 0.5, double at = 0)
    {
        var session = new GatewaySession(new FixedRandom(jitter));
        session.Restore(left);
        session.Connecting();
        session.Opened(At(at));
        return session;
    }

    /// <summary>Ready at 0 s; first heartbeat due after half the interval.</summary>
    private static GatewaySession Ready(int heartbeat = 40)
    {
        var session = Opened();
        Receive(session, $$$"""{"op":10,"d":{"heartbeat_interval":{{{heartbeat * 1000}}}}}""");
        Receive(session, ReadyFrame);
        Assert.Equal(GatewayState.Ready, session.State);
        return session;
    }

    private static GatewayAction Receive(GatewaySession session, string json, double at = 0)
    {
        Assert.True(GatewayFrame.TryParse(Encoding.UTF8.GetBytes(json), out var frame));
        return session.Receive(frame, At(at));
    }

    /// <summary>When the heartbeat is due: after READY no other deadline is left.</summary>
    private static TimeSpan? Earliest(GatewaySession session)
    {
        Receive(session, ReadyFrame);
        return session.NextTick;
    }
}
