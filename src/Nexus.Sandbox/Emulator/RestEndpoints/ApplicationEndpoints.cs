using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>The bot's application and its emojis.</summary>
internal static class ApplicationEndpoints
{
    private const int EmojisMax = 2000;

    public static void Map(RestRoutes routes) => routes
        .Get("/applications/@me", call => RestAnswer.Ok(call.World.Application))
        .Get("/oauth2/applications/@me", call => RestAnswer.Ok(call.World.Application))
        .Patch("/applications/@me", Edit)
        .Get("/applications/{application}/emojis", ListEmojis)
        .Post("/applications/{application}/emojis", CreateEmoji)
        .Get("/applications/{application}/emojis/{emoji}", call => Emoji(call, Find(call)))
        .Patch("/applications/{application}/emojis/{emoji}", RenameEmoji)
        .Delete("/applications/{application}/emojis/{emoji}", DeleteEmoji);

    private static RestAnswer Edit(RestCall call)
    {
        call.World.Application.Description = call.Body.Text("description") ?? call.World.Application.Description;
        return RestAnswer.Ok(call.World.Application);
    }

    private static ulong Find(RestCall call)
    {
        call.RequireApplication();
        return call.World.ApplicationEmojis.ContainsKey(call.Id("emoji")) ? call.Id("emoji") : throw DiscordError.UnknownEmoji();
    }

    private static RestAnswer ListEmojis(RestCall call)
    {
        call.RequireApplication();
        return RestAnswer.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var (id, name) in call.World.ApplicationEmojis)
            {
                WriteEmoji(json, call, id, name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static RestAnswer CreateEmoji(RestCall call)
    {
        call.RequireApplication();
        RestCall.Check(PayloadRules.ApplicationEmoji(call.Body));
        var emojis = call.World.ApplicationEmojis;
        var name = call.Body.Text("name")!;
        if (emojis.ContainsValue(name))
        {
            throw DiscordError.Form("name", "APPLICATION_EMOJI_NAME_ALREADY_TAKEN", "An emoji with this name already exists");
        }

        if (emojis.Count >= EmojisMax)
        {
            throw new DiscordError(400, 30008, $"Maximum number of emojis reached ({EmojisMax})");
        }

        var id = call.World.Ids.Next();
        emojis.Add(id, name);
        return RestAnswer.Created(Json.Write(json => WriteEmoji(json, call, id, name)));
    }

    private static RestAnswer RenameEmoji(RestCall call)
    {
        var id = Find(call);
        RestCall.Check(PayloadRules.ApplicationEmoji(call.Body, partial: true));
        call.World.ApplicationEmojis[id] = call.Body.Text("name")!;
        return Emoji(call, id);
    }

    private static RestAnswer DeleteEmoji(RestCall call)
    {
        call.World.ApplicationEmojis.Remove(Find(call));
        return RestAnswer.NoContent;
    }

    private static RestAnswer Emoji(RestCall call, ulong id) => RestAnswer.Ok(json => WriteEmoji(json, call, id, call.World.ApplicationEmojis[id]));

    private static void WriteEmoji(Utf8JsonWriter json, RestCall call, ulong id, string name)
    {
        json.WriteStartObject();
        json.WriteId("id", id);
        json.WriteString("name", name);
        json.WriteStartArray("roles");
        json.WriteEndArray();
        json.WriteValue("user", call.Me);
        json.WriteBoolean("require_colons", true);
        json.WriteBoolean("managed", false);
        json.WriteBoolean("animated", false);
        json.WriteBoolean("available", true);
        json.WriteEndObject();
    }
}
