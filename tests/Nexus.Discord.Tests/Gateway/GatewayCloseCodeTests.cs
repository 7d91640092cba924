using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Discord.Tests.Gateway;

public class GatewayCloseCodeTests
{
    [Theory]
    [InlineData(null, nameof(CloseReaction.Resume))]
    [InlineData(0, nameof(CloseReaction.Resume))]
    [InlineData(1000, nameof(CloseReaction.StartNewSession))]
    [InlineData(1001, nameof(CloseReaction.StartNewSession))]
    [InlineData(1006, nameof(CloseReaction.Resume))]
    [InlineData(1011, nameof(CloseReaction.Resume))]
    [InlineData(4000, nameof(CloseReaction.Resume))]
    [InlineData(4001, nameof(CloseReaction.Resume))]
    [InlineData(4002, nameof(CloseReaction.Resume))]
    [InlineData(4003, nameof(CloseReaction.StartNewSession))]
    [InlineData(4004, nameof(CloseReaction.Stop))]
    [InlineData(4005, nameof(CloseReaction.StartNewSession))]
    [InlineData(4006, nameof(CloseReaction.Resume))]
    [InlineData(4007, nameof(CloseReaction.StartNewSession))]
    [InlineData(4008, nameof(CloseReaction.StartNewSession))]
    [InlineData(4009, nameof(CloseReaction.StartNewSession))]
    [InlineData(4010, nameof(CloseReaction.Stop))]
    [InlineData(4011, nameof(CloseReaction.Stop))]
    [InlineData(4012, nameof(CloseReaction.Stop))]
    [InlineData(4013, nameof(CloseReaction.Stop))]
    [InlineData(4014, nameof(CloseReaction.Stop))]
    [InlineData(4999, nameof(CloseReaction.Resume))]
    public void Each_close_code_has_its_reaction(int? code, string reaction) =>
        Assert.Equal(reaction, GatewayCloseCode.ReactionTo(code).ToString());

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "shard count")]
    [InlineData(4012, "Update the program")]
    [InlineData(4013, "intents")]
    [InlineData(4014, "Privileged Gateway Intents")]
    public void A_fatal_code_tells_a_person_what_to_change(int code, string advice)
    {
        Assert.Contains(advice, GatewayCloseCode.Advice(code, GatewayIntents.Recommended), StringComparison.Ordinal);
        Assert.Contains($"({code})", GatewayCloseCode.Advice(code, GatewayIntents.Recommended), StringComparison.Ordinal);
    }

    [Fact]
    public void The_advice_on_4014_names_exactly_the_switches_that_are_asked_for()
    {
        var advice = GatewayCloseCode.Advice(4014, GatewayIntents.Recommended | GatewayIntents.GuildMembers | GatewayIntents.MessageContent);
        Assert.Contains("Server Members Intent, Message Content Intent", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("Presence Intent", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4008)]
    public void Codes_that_mean_our_own_bug_are_told_apart(int code)
    {
        Assert.True(GatewayCloseCode.IsOurMistake(code));
        Assert.False(GatewayCloseCode.IsOurMistake(4000));
        Assert.False(GatewayCloseCode.IsOurMistake(null));
    }
}
