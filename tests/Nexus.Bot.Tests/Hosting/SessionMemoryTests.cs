using Nexus.Bot.Hosting;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Hosting;

public sealed class SessionMemoryTests
{
    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeMilliseconds(1_000_000_000);

    [Theory]
    [InlineData("999999000|42|wss://gateway.example/|7|8|sess|ion", true)]
    [InlineData("999999000|42||7|8|session", true)]
    [InlineData("999800000|42|wss://gateway.example/|7|8|session", false)]
    [InlineData("1000001000|42|wss://gateway.example/|7|8|session", false)]
    [InlineData("999999000|x|wss://gateway.example/|7|8|session", false)]
    [InlineData("nonsense", false)]
    [InlineData(null, false)]
    public void A_session_is_taken_up_again_only_when_it_is_fresh_and_whole(string? kept, bool isUsed) =>
        Assert.Equal(isUsed, SessionMemory.Parse(kept, s_now) is not null);

    [Fact]
    public void What_was_kept_comes_back()
    {
        var (resume, user, application) = SessionMemory.Parse("999999000|42|wss://gateway.example/|7|8|sess|ion", s_now)!.Value;

        Assert.Equal(("sess|ion", 42, new Uri("wss://gateway.example/")), (resume.SessionId, resume.Sequence, resume.ResumeUrl));
        Assert.Equal((new Snowflake(7), new Snowflake(8)), (user, application));
    }
}
