using System.Text;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>Uploaded files are read from Discord's CDN, up to a limit, and no other machine is ever asked.</summary>
public sealed class AttachmentDownloadTests : IDisposable
{
    private const string Url = "https://cdn.discordapp.com/attachments/7/8/notes.txt?ex=1&is=2&hm=3";

    private readonly RestWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_file_is_read_from_its_address_without_the_bot_token()
    {
        _world.Discord.Answers(200, "what I noted");

        Assert.Equal("what I noted", Encoding.UTF8.GetString(await Read(Url)));

        var sent = Assert.Single(_world.Discord.Requests);
        Assert.Equal(("GET", Url), (sent.Method, sent.Address));
        Assert.DoesNotContain(sent.Headers, header => header.Key == "Authorization" || header.Value.Contains("SECRET", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/attachments/7/8/notes.txt")]
    [InlineData("http://cdn.discordapp.com/attachments/7/8/notes.txt")]
    [InlineData("https://cdn.discordapp.com:8443/attachments/7/8/notes.txt")]
    [InlineData("https://cdn.discordapp.com@10.0.0.1/attachments")]
    [InlineData("https://cdn.discordapp.com.example.org/attachments")]
    [InlineData("https://example.org/cdn.discordapp.com")]
    [InlineData("https://discord.test/attachments/7/8/notes.txt")]
    [InlineData("http://127.0.0.1/latest/meta-data")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    public async Task No_other_address_is_ever_asked(string? url)
    {
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => Read(url));

        Assert.Equal(("GET attachment: 400 The file's address is not Discord's.", true), (error.Message, error.IsPermanent));
        Assert.Empty(_world.Discord.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5400/attachments/7/8/notes.txt", true)]
    [InlineData("http://127.0.0.1:5401/attachments/7/8/notes.txt", false)]
    [InlineData("http://localhost:5400/attachments/7/8/notes.txt", false)]
    [InlineData("http://10.0.0.1:5400/attachments/7/8/notes.txt", false)]
    [InlineData(Url, false)]
    public async Task A_Discord_on_this_machine_serves_its_own_files_and_only_those(string url, bool isRead)
    {
        using var discord = new ScriptedDiscord(_world.Clock);
        discord.Answers(200, "text");
        using var rest = new DiscordRest(
            new DiscordOptions { Token = "t", ApiBase = new Uri("http://127.0.0.1:5400/api/v10") }, _world.Clock, _world.Log, discord, new Random(1));

        var error = await Record.ExceptionAsync(() => rest.DownloadAsync(new Attachment { Url = url }, 100));

        Assert.Equal((isRead, isRead ? 1 : 0), (error is null, discord.Requests.Count));
    }

    [Fact]
    public async Task A_file_that_is_said_to_be_too_large_is_not_asked_for()
    {
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _world.Rest.DownloadAsync(new Attachment { Url = Url, Size = 101 }, 100));

        Assert.Equal((413, 0), (error.Status, _world.Discord.Requests.Count));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_file_that_is_larger_than_it_says_is_not_read_to_its_end(int size, bool fits)
    {
        _world.Discord.Answers(200, new string('x', size));

        var error = await Record.ExceptionAsync(() => Read(Url));

        Assert.Equal(fits ? null : 413, (error as DiscordApiException)?.Status);
    }

    [Fact]
    public async Task An_expired_address_is_a_permanent_refusal()
    {
        _world.Discord.Answers(404, "This content is no longer available.");

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => Read(Url));

        Assert.Equal((404, true, 1), (error.Status, error.IsPermanent, _world.Discord.Requests.Count));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _world.Discord.Answers(302, "", ("Location", "http://10.0.0.1/"));

        Assert.Equal(302, (await Assert.ThrowsAsync<DiscordApiException>(() => Read(Url))).Status);
        Assert.Single(_world.Discord.Requests);
    }

    [Fact]
    public async Task Passing_trouble_is_tried_again_twice()
    {
        _world.Discord.Answers(503).Resets().Answers(200, "text");

        var reading = Read(Url);
        _world.After(0.25);
        _world.After(0.5);

        Assert.Equal("text", Encoding.UTF8.GetString(await reading));
    }

    [Fact]
    public async Task After_three_tries_it_is_enough()
    {
        _world.Discord.Answers(503).Answers(503).Answers(503);

        var reading = Read(Url);
        _world.After(0.25);
        _world.After(0.5);

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => reading);
        Assert.Equal((503, false, 3), (error.Status, error.IsPermanent, _world.Discord.Requests.Count));
    }

    [Fact]
    public async Task A_file_that_does_not_arrive_is_given_up_at_the_deadline()
    {
        _world.Discord.Hangs();

        var reading = Read(Url);
        _world.After(19.9);
        Assert.False(reading.IsCompleted);
        _world.After(0.2);

        Assert.Equal("GET attachment: no answer The file did not arrive in time.", (await Assert.ThrowsAsync<DiscordApiException>(() => reading)).Message);
    }

    private Task<byte[]> Read(string? url) => _world.Rest.DownloadAsync(new Attachment { Url = url }, 100);
}
