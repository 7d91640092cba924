namespace Nexus.Sandbox.Emulator;

/// <summary>The server itself, and users.</summary>
internal static class GuildEndpoints
{
    public static void Map(RestRoutes routes) => routes
        .Get("/guilds/{guild}", call => RestAnswer.Ok(json => call.RequireGuild().Write(json, call.Asks("with_counts"))), RateLimitRules.Guild)
        .Get("/users/@me", call => RestAnswer.Ok(call.Me))
        .Get("/users/{user}", ReadUser)
        .Get("/users/@me/guilds", ListGuilds)
        .Get("/users/@me/guilds/{guild}/member", call => call.RequireGuild() is not null ? RestAnswer.Ok(call.World.BotMember) : throw DiscordError.UnknownGuild())
        .Post("/users/@me/channels", OpenDirectMessage, RateLimitRules.OpenDm);

    private static RestAnswer ReadUser(RestCall call) =>
        RestAnswer.Ok(call.World.Users.GetValueOrDefault(call.Id("user")) ?? throw DiscordError.UnknownUser());

    private static RestAnswer ListGuilds(RestCall call) => RestAnswer.Ok(json =>
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteId("id", call.Guild.Id);
        json.WriteString("name", call.Guild.Name);
        json.WriteNull("icon");
        json.WriteBoolean("owner", call.Guild.OwnerId == call.Me.Id);
        json.WriteString("permissions", Snowflakes.Text((ulong)call.World.PermissionsOf(call.Me.Id)));
        json.WriteStartArray("features");
        call.Guild.Features.ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static RestAnswer OpenDirectMessage(RestCall call)
    {
        if (call.Body.Id("recipient_id") is not { } id)
        {
            throw DiscordError.Form("recipient_id", "BASE_TYPE_REQUIRED", "This field is required");
        }

        if (!call.World.Users.TryGetValue(id, out var person))
        {
            throw new DiscordError(400, 50033, "Invalid Recipient(s)");
        }

        return person.Bot ? throw DiscordError.CannotMessageUser() : RestAnswer.Ok(ChannelEndpoints.Write(call, call.World.DirectChannel(person)));
    }
}
