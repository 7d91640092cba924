using System.Globalization;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>One request of the bot, with what most endpoints ask of it. Whatever is wrong is thrown as Discord's refusal.</summary>
internal sealed class RestCall(HttpContext context, World world, RequestBody body)
{
    public World World => world;

    public Guild Guild => world.Guild;

    public User Me => world.BotUser;

    public JsonElement Body => body.Json;

    public IReadOnlyList<UploadedFile> Files => body.Files;

    public string Method => context.Request.Method;

    /// <summary>Whether the path has this part.</summary>
    public bool IsFor(string name) => context.Request.RouteValues.ContainsKey(name);

    public string Text(string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>An id in the path. A word in its place is a fault of the form, as at Discord.</summary>
    public ulong Id(string name) => Snowflakes.TryParse(Text(name), out var id)
        ? id
        : throw DiscordError.Form($"{name}_id", "NUMBER_TYPE_COERCE", $"Value \"{Text(name)}\" is not snowflake.");

    public static void Check(DiscordError? error)
    {
        if (error is not null)
        {
            throw error;
        }
    }

    /// <summary>The channel or thread of the path, if the bot may see it.</summary>
    public Channel Channel()
    {
        var channel = world.Channel(Id("channel")) ?? throw DiscordError.UnknownChannel();
        return world.BotSees(channel) ? channel : throw DiscordError.MissingAccess();
    }

    /// <summary>The same, with a permission there.</summary>
    public Channel Channel(Permission needed)
    {
        var channel = Channel();
        Require(channel, needed);
        return channel;
    }

    public bool May(Channel channel, Permission needed) => (world.PermissionsOf(Me.Id, channel) & needed) == needed;

    public void Require(Channel channel, Permission needed)
    {
        if (!May(channel, needed))
        {
            throw DiscordError.MissingPermissions();
        }
    }

    public Guild RequireGuild(Permission needed = Permission.None)
    {
        if (Id("guild") != Guild.Id)
        {
            throw DiscordError.UnknownGuild();
        }

        return (world.PermissionsOf(Me.Id) & needed) == needed ? Guild : throw DiscordError.MissingPermissions();
    }

    public void RequireApplication()
    {
        if (Id("application") != world.Application.Id)
        {
            throw new DiscordError(403, 20012, "You are not authorized to perform this action on this application");
        }
    }

    /// <summary>A message of the path that channel routes reach: ephemeral ones are not among them.</summary>
    public StoredMessage Message(Channel channel, string name = "message") =>
        World.Message(channel, Id(name)) is { EphemeralTo: null } message ? message : throw DiscordError.UnknownMessage();

    public Member Member(string name = "user") => Guild.Member(Id(name)) ?? throw DiscordError.UnknownMember();

    public Role Role() => Guild.Roles.GetValueOrDefault(Id("role")) ?? throw DiscordError.UnknownRole();

    public string? Query(string name) => context.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>A yes as any client writes it.</summary>
    public bool Asks(string name) => Query(name) is "true" or "True" or "1";

    public ulong? QueryId(string name) => Query(name) is not { } text
        ? null
        : Snowflakes.TryParse(text, out var id) ? id : throw DiscordError.Form(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");

    public int Limit(int normal, int most)
    {
        if (Query("limit") is not { } text)
        {
            return normal;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit))
        {
            throw DiscordError.Form("limit", "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not int.");
        }

        return limit < 1 ? throw DiscordError.Form("limit", "NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.")
            : limit > most ? throw DiscordError.Form("limit", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {most}.")
            : limit;
    }

    /// <summary>Counts a change of name or topic, which Discord allows twice in ten minutes; the answer when it is one too many.</summary>
    public RestAnswer? RenamedTooOften(Channel channel) =>
        context.RequestServices.GetService<RateLimits>()?.Take(RateLimitRules.ChannelNameOrTopic, channel.Id) is { Allowed: false } outcome
            ? RestAnswer.Limited(outcome)
            : null;

    /// <summary>A message as the bot may read it: others' content only with the privileged intent, or where Discord makes an exception.</summary>
    public byte[] Write(StoredMessage message)
    {
        world.Attachments.Refresh(message);
        return Json.Write((message, Me.Id, Parts(message)), static (state, json) => state.message.Write(json, state.Id, state.Item3));
    }

    public byte[] Write(IEnumerable<StoredMessage> messages) => Json.Write(messages, (list, json) =>
    {
        json.WriteStartArray();
        foreach (var message in list)
        {
            world.Attachments.Refresh(message);
            message.Write(json, Me.Id, Parts(message));
        }

        json.WriteEndArray();
    });

    public MessageParts Parts(StoredMessage message) =>
        message.Author == Me || message.Channel.IsDirect || message.Mentions.Contains(Me) || world.Application.AllowedPrivileged.HasFlag(Intents.MessageContent)
            ? MessageParts.All
            : MessageParts.Nonce;
}
