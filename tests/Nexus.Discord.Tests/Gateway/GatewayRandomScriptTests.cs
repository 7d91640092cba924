using CsCheck;
using Nexus.Discord.Gateway;
using Nexus.Discord.Tests.Gateway.Stage;

namespace Nexus.Discord.Tests.Gateway;

/// <summary>Any sequence of frames, ticks and closes keeps the session's promises.</summary>
public class GatewayRandomScriptTests
{
    private static readonly string[] Frames =
    [
        """{"op":10,"d":{"heartbeat_interval":40000}}""",
        """{"op":10,"d":{}}""",
        """{"op":0,"t":"READY","s":1,"d":{"session_id":"s1","resume_gateway_url":"ws://resume.test"}}""",
        """{"op":0,"t":"READY","s":1,"d":7}""",
        """{"op":0,"t":"RESUMED","s":9,"d":{}}""",
        """{"op":0,"t":"MESSAGE_CREATE","s":5,"d":{}}""",
        """{"op":0,"t":null,"s":null}""",
        """{"op":1}""",
        """{"op":7}""",
        """{"op":9,"d":true}""",
        """{"op":9,"d":false}""",
        """{"op":11}""",
        """{"op":-3,"d":[]}""",
    ];

    private static readonly int?[] Codes = [null, 0, 1000, 1006, 4000, 4007, 4009, 4014];

    [Fact]
    public void The_session_keeps_its_promises() =>
        Gen.Select(Gen.Int[0, Frames.Length + 3], Gen.Int[0, 60_000]).Array[1, 60].Sample(steps =>
        {
            var session = new GatewaySession(new FixedRandom(0.3));
            var now = TimeSpan.Zero;
            session.Opened(now);
            var identified = false;
            foreach (var (step, milliseconds) in steps)
            {
                now += TimeSpan.FromMilliseconds(milliseconds);
                GatewayAction action = default;
                if (step < Frames.Length)
                {
                    Assert.True(GatewayFrame.TryParse(System.Text.Encoding.UTF8.GetBytes(Frames[step]), out var frame));
                    action = session.Receive(frame, now);
                }
                else if (step < Frames.Length + 3)
                {
                    for (var turns = 0; session.NextTick <= now; turns++)
                    {
                        Assert.True(turns < 5, "A tick always gets further.");
                        action = session.Tick(now);
                    }
                }
                else
                {
                    var reaction = session.Closed(Codes[milliseconds % Codes.Length]);
                    Assert.Equal(reaction == CloseReaction.Resume, session.Resumable is not null);
                    Assert.Null(session.NextTick);
                    session.Opened(now);
                    identified = false;
                }

                if (action.Kind is GatewayActionKind.SendIdentify or GatewayActionKind.SendResume)
                {
                    Assert.False(identified, "One handshake per connection.");
                    identified = true;
                }

                Assert.Equal(session.State == GatewayState.Closing, session.NextTick is null);
            }
        }, iter: 5_000);
}
