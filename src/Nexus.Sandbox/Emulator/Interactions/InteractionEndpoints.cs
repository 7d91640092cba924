using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Callbacks, and the messages of an interaction below /webhooks/{application}/{token}.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints</remarks>
internal static class InteractionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, World world, Interactions interactions)
    {
        routes.MapPost("/interactions/{id}/{token}/callback", context => CallbackAsync(context, world, interactions));
    }

    /// <summary>POST /webhooks/{application}/{token}: a follow-up.</summary>
    public static async Task FollowUpAsync(HttpContext context, World world, Interactions interactions, Interaction interaction)
    {
        using var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        Check(PayloadRules.FollowUp(body.Json, body.Files.Count));
        byte[] answer;
        lock (world.Gate)
        {
            answer = Written(world, interactions.FollowUp(interaction, body.Json, body.Files));
        }

        await AnswerAsync(context, StatusCodes.Status200OK, answer);
    }

    /// <summary>GET, PATCH and DELETE /webhooks/{application}/{token}/messages/{@original or id}.</summary>
    public static async Task MessageAsync(HttpContext context, World world, Interactions interactions, Interaction interaction, string id)
    {
        switch (context.Request.Method)
        {
            case "GET":
                byte[] shown;
                lock (world.Gate)
                {
                    shown = Written(world, Find());
                }

                await AnswerAsync(context, StatusCodes.Status200OK, shown);
                break;
            case "PATCH":
                await EditAsync(context, world, interactions, interaction, Find);
                break;
            case "DELETE":
                lock (world.Gate)
                {
                    interactions.Delete(interaction, Find());
                }

                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                throw DiscordError.MethodNotAllowed();
        }

        StoredMessage Find() => id == "@original"
            ? Interactions.OriginalOf(interaction)
            : Interactions.MessageOf(interaction, Snowflakes.TryParse(id, out var number) ? number : throw DiscordError.UnknownMessage());
    }

    private static async Task EditAsync(HttpContext context, World world, Interactions interactions, Interaction interaction, Func<StoredMessage> find)
    {
        using var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        byte[] answer;
        lock (world.Gate)
        {
            var message = find();
            Check(PayloadRules.MessageEdit(body.Json, (long)message.Flags, body.Files.Count));
            answer = Written(world, interactions.Edit(interaction, message, body.Json, body.Files));
        }

        await AnswerAsync(context, StatusCodes.Status200OK, answer);
    }

    private static async Task CallbackAsync(HttpContext context, World world, Interactions interactions)
    {
        var values = context.Request.RouteValues;
        using var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        byte[]? answer = null;
        lock (world.Gate)
        {
            var interaction = interactions.Find((string)values["id"]!, (string)values["token"]!);
            interactions.RequireUnanswered(interaction);
            Check(PayloadRules.Callback(body.Json, (int)interaction.Type, interaction.Source is not null, body.Files.Count));
            interactions.Acknowledge(interaction, body.Json, body.Files);
            if (context.Request.Query["with_response"].ToString() is "true" or "True" or "1")
            {
                answer = CallbackAnswer(world, interaction, body.Json.Int("type") ?? 0);
            }
        }

        if (answer is null)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await AnswerAsync(context, StatusCodes.Status200OK, answer);
    }

    private static byte[] CallbackAnswer(World world, Interaction interaction, int type) => Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("interaction");
        json.WriteId("id", interaction.Id);
        json.WriteNumber("type", (int)interaction.Type);
        if (interaction.Original is { } message)
        {
            json.WriteId("response_message_id", message.Id);
            json.WriteBoolean("response_message_loading", message.Flags.HasFlag(MessageFlags.Loading));
            json.WriteBoolean("response_message_ephemeral", message.EphemeralTo is not null);
        }

        json.WriteId("channel_id", interaction.Channel.Id);
        if (interaction.Channel.GuildId is { } guild)
        {
            json.WriteId("guild_id", guild);
        }

        json.WriteEndObject();
        json.WriteStartObject("resource");
        json.WriteNumber("type", type);
        if (type is 4 or 7 && interaction.Original is { } shown)
        {
            json.WritePropertyName("message");
            shown.Write(json, world.BotUser.Id, MessageParts.All);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static byte[] Written(World world, StoredMessage message) =>
        Json.Write((world, message), static (state, json) => state.message.Write(json, state.world.BotUser.Id, MessageParts.All));

    private static void Check(DiscordError? error)
    {
        if (error is not null)
        {
            throw error;
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
