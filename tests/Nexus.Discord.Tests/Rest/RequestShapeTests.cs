using System.Text;
using System.Text.Json;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>What goes over the wire.</summary>
public sealed class RequestShapeTests : IDisposable
{
    private readonly RestWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_bot_request_names_the_bot_and_its_user_agent()
    {
        await _world.Say("hi");

        var sent = Assert.Single(_world.Discord.Requests);
        Assert.Equal("POST channels/7/messages", sent.ToString());
        Assert.Equal("Bot " + RestWorld.BotToken, sent.Header("Authorization"));
        Assert.Equal("DiscordBot (https://nexus.test, 1.2.3)", sent.Header("User-Agent"));
        Assert.Equal("application/json", sent.Header("Content-Type"));
    }

    [Fact]
    public async Task Nobody_is_pinged_unless_named()
    {
        _world.Discord.Answers(204).AnswersMessage().AnswersMessage().AnswersMessage().AnswersMessage();

        await _world.Respond("@everyone");
        await _world.Say("@everyone");
        await _world.Rest.EditMessageAsync(RestWorld.Channel, new Snowflake(8), new MessageEdit { Content = "@everyone" });
        await _world.Rest.EditOriginalResponseAsync(RestWorld.Interaction, new MessageEdit { Content = "@everyone" });
        await _world.Rest.FollowUpAsync(RestWorld.Interaction, new MessageCreate { Content = "@everyone" });

        Assert.All(_world.Discord.Requests, sent =>
        {
            using var json = JsonDocument.Parse(sent.Body);
            var body = json.RootElement.TryGetProperty("data", out var data) ? data : json.RootElement;
            Assert.Equal("""{"parse":[]}""", body.GetProperty("allowed_mentions").GetRawText());
        });
    }

    [Fact]
    public async Task Text_is_sent_as_UTF_8()
    {
        await _world.Say("Grüße 👍 <b>");

        Assert.Contains("\"content\":\"Grüße 👍 <b>\"", _world.Discord.Requests[0].Text.Replace("\\uD83D\\uDC4D", "👍"));
    }

    [Fact]
    public async Task Interactions_are_answered_without_the_bot_token()
    {
        _world.Discord.Answers(204).AnswersMessage().AnswersMessage().AnswersMessage().AnswersMessage().Answers(204).Answers(204);

        await _world.Respond();
        await _world.Rest.GetOriginalResponseAsync(RestWorld.Interaction);
        await _world.Rest.EditOriginalResponseAsync(RestWorld.Interaction, new MessageEdit { Content = "x" });
        await _world.Rest.FollowUpAsync(RestWorld.Interaction, new MessageCreate { Content = "x" });
        await _world.Rest.EditFollowUpAsync(RestWorld.Interaction, new Snowflake(5), new MessageEdit { Content = "x" });
        await _world.Rest.DeleteFollowUpAsync(RestWorld.Interaction, new Snowflake(5));
        await _world.Rest.DeleteOriginalResponseAsync(RestWorld.Interaction);

        Assert.Equal(
            [
                "POST interactions/11/interaction-token-SECRET/callback",
                "GET webhooks/22/interaction-token-SECRET/messages/@original",
                "PATCH webhooks/22/interaction-token-SECRET/messages/@original",
                "POST webhooks/22/interaction-token-SECRET",
                "PATCH webhooks/22/interaction-token-SECRET/messages/5",
                "DELETE webhooks/22/interaction-token-SECRET/messages/5",
                "DELETE webhooks/22/interaction-token-SECRET/messages/@original",
            ],
            _world.Discord.Requests.Select(sent => sent.ToString()));
        Assert.All(_world.Discord.Requests, sent => Assert.Null(sent.Header("Authorization")));
    }

    [Theory]
    [InlineData("Sprint 3 – für Ada", "Sprint%203%20%E2%80%93%20f%C3%BCr%20Ada")]
    [InlineData("two\r\nX-Evil: lines", "two%0D%0AX-Evil%3A%20lines")]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    public async Task The_audit_reason_is_percent_encoded(string? reason, string? header)
    {
        _world.Discord.Answers(204);

        await _world.Rest.DeleteChannelAsync(RestWorld.Channel, new RequestOptions { AuditReason = reason });

        Assert.Equal(header, _world.Discord.Requests[0].Header("X-Audit-Log-Reason"));
    }

    [Fact]
    public async Task A_long_audit_reason_is_cut_at_512_characters_and_not_within_one()
    {
        _world.Discord.Answers(204);

        await _world.Rest.DeleteChannelAsync(RestWorld.Channel, new RequestOptions { AuditReason = new string('x', 511) + "👍 and more" });

        Assert.Equal(new string('x', 511), _world.Discord.Requests[0].Header("X-Audit-Log-Reason"));
    }

    [Theory]
    [InlineData("👍", "%F0%9F%91%8D")]
    [InlineData("nexus:123", "nexus%3A123")]
    public async Task An_emoji_is_escaped_in_the_path(string emoji, string path)
    {
        _world.Discord.Answers(204);

        await _world.Rest.AddReactionAsync(RestWorld.Channel, new Snowflake(8), emoji);

        Assert.Equal($"PUT channels/7/messages/8/reactions/{path}/@me", _world.Discord.Requests[0].ToString());
    }

    [Fact]
    public async Task A_search_cannot_add_to_the_query()
    {
        _world.Discord.Answers(200, "[]");

        await _world.Rest.SearchMembersAsync(new Snowflake(3), "a&limit=1000#?/é");

        Assert.Equal("GET guilds/3/members/search?query=a%26limit%3D1000%23%3F%2F%C3%A9&limit=25", _world.Discord.Requests[0].ToString());
    }

    [Fact]
    public async Task Pages_are_asked_for_by_id()
    {
        _world.Discord.Answers(200, "[]").Answers(200, """{"threads":[],"has_more":false}""");

        await _world.Rest.GetMessagesAsync(RestWorld.Channel, limit: 100, after: new Snowflake(42));
        await _world.Rest.GetArchivedPublicThreadsAsync(RestWorld.Channel, before: new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)));

        Assert.Equal(
            ["GET channels/7/messages?limit=100&after=42", "GET channels/7/threads/archived/public?limit=50&before=2026-01-02T02%3A04%3A05.000Z"],
            _world.Discord.Requests.Select(sent => sent.ToString()));
    }

    [Fact]
    public async Task Files_go_as_form_data_and_are_named_in_attachments()
    {
        var notes = new FileUpload("no\"tes\r\nü.md", Encoding.UTF8.GetBytes("# Notes"), "My notes", IsSpoiler: true);
        var picture = new FileUpload("a.png", new byte[] { 1, 2, 3 });

        await _world.Rest.CreateMessageAsync(RestWorld.Channel, new MessageCreate { Content = "see", Files = [notes, picture] });

        var sent = _world.Discord.Requests[0];
        var boundary = sent.Header("Content-Type")!["multipart/form-data; boundary=".Length..];
        var json = """{"content":"see","allowed_mentions":{"parse":[]},"attachments":[{"id":"0","filename":"no\"tes\r\nü.md","description":"My notes","is_spoiler":true},{"id":"1","filename":"a.png"}]}""";
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n{json}\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"no%22tes%0D%0Aü.md\"\r\nContent-Type: application/octet-stream\r\n\r\n# Notes\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"files[1]\"; filename=\"a.png\"\r\nContent-Type: application/octet-stream\r\n\r\n\u0001\u0002\u0003\r\n"
            + $"--{boundary}--\r\n",
            sent.Text);
        Assert.Equal(sent.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), sent.Header("Content-Length"));
    }

    [Fact]
    public async Task A_response_and_a_forum_post_can_carry_files_too()
    {
        _world.Discord.Answers(204);
        var files = new[] { new FileUpload("a.txt", "hi"u8.ToArray()) };

        await _world.Rest.RespondAsync(RestWorld.Interaction, InteractionResponse.Message(new MessageCreate { Files = files }));
        await _world.Rest.CreateForumPostAsync(RestWorld.Channel, new ForumPostCreate { Name = "Help", Message = new MessageCreate { Files = files } });

        Assert.All(_world.Discord.Requests, sent =>
        {
            Assert.Contains("name=\"files[0]\"; filename=\"a.txt\"", sent.Text);
            Assert.Contains("\"attachments\":[{\"id\":\"0\",\"filename\":\"a.txt\"}]", sent.Text);
        });
    }

    [Fact]
    public async Task A_thread_is_public_unless_asked_otherwise()
    {
        await _world.Rest.StartThreadAsync(RestWorld.Channel, new ThreadCreate { Name = "Pairing" });

        Assert.Equal("""{"name":"Pairing","type":11}""", _world.Discord.Requests[0].Text);
    }

    [Fact]
    public async Task A_DM_is_opened_with_the_id_as_text()
    {
        await _world.Rest.CreateDmAsync(new Snowflake(ulong.MaxValue));

        Assert.Equal("""{"recipient_id":"18446744073709551615"}""", _world.Discord.Requests[0].Text);
    }
}
