namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestLimitedTests : IAsyncLifetime
{
    private RestPeer bot = null!;

    public async Task InitializeAsync() => bot = await RestPeer.StartAsync(rateLimits: true);

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private string General => $"/channels/{bot.Channel("general").Id}";

    [Fact]
    public async Task The_sixth_message_in_five_seconds_waits_and_another_channel_does_not()
    {
        var replies = new List<RestReply>();
        for (var i = 0; i < 6; i++)
        {
            replies.Add(await bot.Post(General + "/messages", """{"content":"x"}"""));
        }

        Assert.Equal(["4", "3", "2", "1", "0"], replies.Take(5).Select(reply => reply.Headers["X-RateLimit-Remaining"]));
        Assert.Equal(429, replies[5].Status);
        Assert.Equal("user", replies[5].Headers["X-RateLimit-Scope"]);
        Assert.InRange(replies[5]["retry_after"]!.GetValue<double>(), 0.1, 5.0);
        Assert.Equal("200", (await bot.Post($"/channels/{bot.Channel("backend").Id}/messages", """{"content":"x"}""")).Said);

        bot.Host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("200", (await bot.Post(General + "/messages", """{"content":"x"}""")).Said);
    }

    [Fact]
    public async Task A_third_rename_in_ten_minutes_is_refused_though_the_bucket_has_room()
    {
        var channel = General;
        await bot.Patch(channel, """{"name":"one"}""");
        await bot.Patch(channel, """{"name":"two"}""");
        var third = await bot.Patch(channel, """{"name":"three"}""");

        Assert.Equal(429, third.Status);
        Assert.InRange(third["retry_after"]!.GetValue<double>(), 500, 600);
        Assert.Equal("two", (await bot.Get(channel)).Text("name"));
        Assert.Equal("200", (await bot.Patch(channel, """{"rate_limit_per_user":1}""")).Said);
    }
}
