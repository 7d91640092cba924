using System.Globalization;
using System.Text;
using CsCheck;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>What the caller learns when Discord says no, and what is not sent any more after it.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly RestWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_form_error_tells_every_field_with_its_path()
    {
        _world.Discord.Answers(400, """
            {"code":50035,"message":"Invalid Form Body","errors":{
              "content":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 2000 or fewer in length."}]},
              "components":{"0":{"components":{"12":{"custom_id":{"_errors":[{"code":"BASE_TYPE_REQUIRED","message":"This field is required"}]}}}}},
              "_errors":[{"code":"WHOLE","message":"All of it."}]}}
            """);

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _world.Say("x"));

        Assert.Equal((400, DiscordErrorCode.InvalidFormBody, true), (error.Status, error.Code, error.IsPermanent));
        Assert.Equal(
            [
                new DiscordFieldError("content", "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length."),
                new DiscordFieldError("components[0].components[12].custom_id", "BASE_TYPE_REQUIRED", "This field is required"),
                new DiscordFieldError("", "WHOLE", "All of it."),
            ],
            error.Errors);
        Assert.StartsWith("POST /channels/{channel}/messages: 400 (code 50035) Invalid Form Body; content: Must be 2000", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"message":null,"code":"x","errors":7}""")]
    [InlineData("""{"message":"m","code":1e99,"errors":{"_errors":[1,{"code":5}],"a":[],"b":{"_errors":"x"}}}""")]
    [InlineData("{\"message\":\"\\ud800\"}")]
    public async Task Any_error_body_becomes_a_typed_error(string body)
    {
        _world.Discord.Answers(404, body);

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _world.Say("x"));

        Assert.Equal((404, 0), (error.Status, error.Code));
    }

    [Fact]
    public void An_error_tree_without_end_is_cut()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 60)) + "1" + new string('}', 60);
        var wide = string.Join(",", Enumerable.Range(0, 10_000).Select(n => $$"""{"code":"{{n}}","message":"m"}"""));

        Assert.Empty(ErrorBody.Read(Encoding.UTF8.GetBytes($$$"""{"message":"m","errors":{{{deep}}}}""")).Errors);
        Assert.InRange(ErrorBody.Read(Encoding.UTF8.GetBytes($$$"""{"message":"m","errors":{"_errors":[{{{wide}}}]}}""")).Errors.Count, 1, 100);
    }

    [Fact]
    public void Any_bytes_can_be_read_as_an_error_body() =>
        Check.Sample(Gen.Byte.Array[0, 200], bytes => Assert.NotNull(ErrorBody.Read(bytes)));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"id\":")]
    [InlineData("{\"id\":\"not a number\"}")]
    public async Task An_answer_that_cannot_be_read_is_a_typed_error(string body)
    {
        _world.Discord.Answers(200, body);

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _world.Rest.GetChannelAsync(RestWorld.Channel));

        Assert.False(error.IsPermanent);
    }

    [Fact]
    public async Task After_a_401_nothing_that_needs_the_bot_token_is_sent_again()
    {
        _world.Discord.Answers(401, """{"message":"401: Unauthorized","code":0}""");
        await Assert.ThrowsAsync<DiscordApiException>(() => _world.Say("x"));

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _world.Rest.GetGatewayBotAsync());

        Assert.Equal((401, DiscordRestState.Unauthorized), (error.Status, _world.Rest.State));
        Assert.Single(_world.Discord.Requests);
        Assert.Contains(_world.Log.Lines, line => line.StartsWith("Critical: Discord refused the bot token (401)", StringComparison.Ordinal));
        await _world.Respond();
        Assert.Equal(2, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task An_expired_interaction_token_stops_nothing_else()
    {
        _world.Discord.RefusesWith(401, DiscordErrorCode.InvalidWebhookToken);
        await Assert.ThrowsAsync<DiscordApiException>(() => _world.Rest.GetOriginalResponseAsync(RestWorld.Interaction));

        await _world.Say("x");

        Assert.Equal(DiscordRestState.Ready, _world.Rest.State);
    }

    [Fact]
    public async Task Bulk_work_does_not_ask_again_for_a_minute_for_what_was_forbidden()
    {
        _world.Discord.RefusesWith(403, DiscordErrorCode.MissingPermissions);
        await Assert.ThrowsAsync<DiscordApiException>(() => _world.Say("x", RequestOptions.Batch));

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _world.Say("x", RequestOptions.Batch));
        Assert.Equal((403, DiscordErrorCode.MissingPermissions, TimeSpan.FromSeconds(60)), (error.Status, error.Code, error.RetryAfter));
        Assert.Single(_world.Discord.Requests);

        await _world.Rest.CreateMessageAsync(new Snowflake(8), new MessageCreate(), RequestOptions.Batch);
        _world.After(60);
        await _world.Say("x", RequestOptions.Batch);
        Assert.Equal(3, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_person_may_try_again_at_once_and_their_success_counts_for_bulk_work_too()
    {
        _world.Discord.RefusesWith(403, DiscordErrorCode.MissingPermissions);
        await Assert.ThrowsAsync<DiscordApiException>(() => _world.Say("x"));

        await _world.Say("x");
        await _world.Say("x", RequestOptions.Batch);

        Assert.Equal(3, _world.Discord.Requests.Count);
    }

    [Fact]
    public async Task Before_Discord_bans_the_address_bulk_work_stops_and_then_everything()
    {
        await Refuse(InvalidRequestBudget.BatchLimit);
        Assert.Equal(429, (await Assert.ThrowsAsync<DiscordApiException>(() => _world.Say("x", RequestOptions.Batch))).Status);
        await _world.Say("a person");

        await Refuse(InvalidRequestBudget.Limit - InvalidRequestBudget.BatchLimit);
        var sent = _world.Discord.Requests.Count;
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _world.Respond());
        Assert.Equal((sent, DiscordRestState.TooManyInvalidRequests), (_world.Discord.Requests.Count, _world.Rest.State));

        await Assert.ThrowsAsync<DiscordApiException>(() => _world.Respond());
        Assert.Single(_world.Log.Lines, line => line.StartsWith("Error: Too many refused requests", StringComparison.Ordinal));

        _world.After(error.RetryAfter!.Value.TotalSeconds);
        await _world.Respond();
        Assert.Equal(DiscordRestState.Ready, _world.Rest.State);
    }

    [Fact]
    public void The_budget_counts_ten_minutes_and_no_less()
    {
        var budget = new InvalidRequestBudget();
        for (var n = 0; n < InvalidRequestBudget.Limit; n++)
        {
            budget.Count(TimeSpan.FromMinutes(n < 9_000 ? 0.5 : 5.5));
        }

        Assert.NotNull(budget.Wait(RequestPriority.Interactive, TimeSpan.FromMinutes(10.4)));
        Assert.Equal(TimeSpan.FromMinutes(1), budget.Wait(RequestPriority.Interactive, TimeSpan.FromMinutes(10)));
        Assert.Null(budget.Wait(RequestPriority.Interactive, TimeSpan.FromMinutes(11)));
        Assert.Null(budget.Wait(RequestPriority.Batch, TimeSpan.FromMinutes(11)));
    }

    private async Task Refuse(int count)
    {
        for (var n = 0; n < count; n++)
        {
            _world.Discord.RefusesWith(403, DiscordErrorCode.MissingAccess);
            await Assert.ThrowsAsync<DiscordApiException>(() =>
                _world.Rest.GetOriginalResponseAsync(RestWorld.Interaction with { Token = n.ToString(CultureInfo.InvariantCulture) }));
        }
    }
}
