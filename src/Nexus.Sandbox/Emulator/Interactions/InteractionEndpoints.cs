namespace Nexus.Sandbox.Emulator;

/// <summary>Callbacks, and the messages of an interaction below /webhooks/{application}/{token}.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints</remarks>
internal static class InteractionEndpoints
{
    private static readonly RateLimitRule CallbackLimit =
        new("interaction-callback", 5, TimeSpan.FromSeconds(1), MajorParameter.WebhookToken, CountsGlobally: false);

    public static void Map(IEndpointRouteBuilder routes, World world, Interactions interactions)
    {
        // Literal segments win over the {webhook} of ordinary webhooks.
        var webhook = $"/webhooks/{Snowflakes.Text(world.Application.Id)}/{{token}}";
        routes.MapPost("/interactions/{id}/{token}/callback", context => CallbackAsync(context, world, interactions)).WithMetadata(CallbackLimit);
        routes.MapPost(webhook, context => FollowUpAsync(context, world, interactions)).WithMetadata(RateLimitRules.WebhookToken);
        routes.MapGet(webhook + "/messages/{message}", context => ShowAsync(context, world, interactions)).WithMetadata(RateLimitRules.WebhookToken);
        routes.MapPatch(webhook + "/messages/{message}", context => EditAsync(context, world, interactions)).WithMetadata(RateLimitRules.WebhookToken);
        routes.MapDelete(webhook + "/messages/{message}", context => DeleteAsync(context, world, interactions)).WithMetadata(RateLimitRules.WebhookToken);
    }

    private static async Task FollowUpAsync(HttpContext context, World world, Interactions interactions)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        byte[] answer;
        lock (world.Gate)
        {
            var interaction = interactions.FindByToken(Token(context));
            Check(PayloadRules.FollowUp(body.Json, body.Files.Count));
            answer = Written(world, interactions.FollowUp(interaction, body.Json, body.Files));
        }

        await AnswerAsync(context, StatusCodes.Status200OK, answer);
    }

    private static Task ShowAsync(HttpContext context, World world, Interactions interactions)
    {
        byte[] shown;
        lock (world.Gate)
        {
            shown = Written(world, MessageOf(context, interactions.FindByToken(Token(context))));
        }

        return AnswerAsync(context, StatusCodes.Status200OK, shown);
    }

    private static Task DeleteAsync(HttpContext context, World world, Interactions interactions)
    {
        lock (world.Gate)
        {
            var interaction = interactions.FindByToken(Token(context));
            interactions.Delete(interaction, MessageOf(context, interaction));
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task EditAsync(HttpContext context, World world, Interactions interactions)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        byte[] answer;
        lock (world.Gate)
        {
            var interaction = interactions.FindByToken(Token(context));
            var message = MessageOf(context, interaction);
            Check(PayloadRules.MessageEdit(body.Json, (long)message.Flags, body.Files.Count));
            answer = Written(world, interactions.Edit(interaction, message, body.Json, body.Files));
        }

        await AnswerAsync(context, StatusCodes.Status200OK, answer);
    }

    private static string Token(HttpContext context) => (string)context.Request.RouteValues["token"]!;

    private static StoredMessage MessageOf(HttpContext context, Interaction interaction)
    {
        var id = (string)context.Request.RouteValues["message"]!;
        return id == "@original"
            ? Interactions.OriginalOf(interaction)
            : Interactions.MessageOf(interaction, Snowflakes.TryParse(id, out var number) ? number : throw DiscordError.UnknownMessage());
    }

    private static async Task CallbackAsync(HttpContext context, World world, Interactions interactions)
    {
        var values = context.Request.RouteValues;
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        byte[]? answer = null;
        lock (world.Gate)
        {
            var interaction = interactions.Find((string)values["id"]!, (string)values["token"]!);
            interactions.RequireUnanswered(interaction);
            Check(PayloadRules.Callback(body.Json, (int)interaction.Type, interaction.Source is not null, body.Files.Count, (long)(interaction.Source?.Flags ?? 0)));
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
