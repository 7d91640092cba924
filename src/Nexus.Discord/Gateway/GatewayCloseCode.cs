using System.Globalization;
using Nexus.Discord.Model;

namespace Nexus.Discord.Gateway;

/// <summary>
/// What a close of the socket means.
/// <see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"/>
/// </summary>
internal static class GatewayCloseCode
{
    public const int Normal = 1000;
    public const int GoingAway = 1001;
    public const int UnknownOpcode = 4001;
    public const int DecodeError = 4002;
    public const int NotAuthenticated = 4003;
    public const int AuthenticationFailed = 4004;
    public const int AlreadyAuthenticated = 4005;
    public const int InvalidSequence = 4007;
    public const int RateLimited = 4008;
    public const int SessionTimedOut = 4009;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;

    /// <summary>What we close with when the session is to be resumed: anything but 1000 and 1001, which end it.</summary>
    public const int Resumable = 4000;

    /// <param name="code">Null when the connection broke without a close frame.</param>
    public static CloseReaction ReactionTo(int? code) => code switch
    {
        AuthenticationFailed or InvalidShard or ShardingRequired or InvalidVersion or InvalidIntents or DisallowedIntents
            => CloseReaction.Stop,
        Normal or GoingAway or NotAuthenticated or AlreadyAuthenticated or InvalidSequence or RateLimited or SessionTimedOut
            => CloseReaction.StartNewSession,
        _ => CloseReaction.Resume,
    };

    /// <summary>Codes that say this client broke the protocol; worth a loud line in the log even though the session goes on.</summary>
    public static bool IsOurMistake(int? code) =>
        code is UnknownOpcode or DecodeError or NotAuthenticated or AlreadyAuthenticated or InvalidSequence or RateLimited;

    /// <summary>What a person has to change before this bot can connect; only for codes whose reaction is <see cref="CloseReaction.Stop"/>.</summary>
    public static string Advice(int? code, GatewayIntents intents) => code switch
    {
        AuthenticationFailed =>
            "Discord refused the bot token (4004). Copy the token from the application's Bot page at https://discord.com/developers/applications "
            + "(reset it there if it is lost), set it in the bot's configuration and start again.",
        InvalidShard =>
            "Discord refused the shard (4010). The shard id must be at least 0 and smaller than the shard count; correct both settings and start again.",
        ShardingRequired =>
            "This bot is in too many servers for one connection (4011). Raise the shard count (2,500 servers per shard at most) and start one instance per shard.",
        InvalidVersion =>
            "Discord no longer speaks the gateway version this program uses (4012). Update the program.",
        InvalidIntents =>
            string.Create(CultureInfo.InvariantCulture, $"Discord does not know the intents asked for (4013): {(int)intents}. Correct the intents setting and start again."),
        DisallowedIntents =>
            $"Discord does not allow this bot the privileged intents it asks for (4014): {Privileged(intents)}. Either switch them on under "
            + "Bot > Privileged Gateway Intents at https://discord.com/developers/applications, or take them out of the bot's configuration; then start again.",
        _ => $"Discord ended the session for good ({code?.ToString(CultureInfo.InvariantCulture) ?? "no code"}).",
    };

    private static string Privileged(GatewayIntents intents)
    {
        var names = new List<string>(3);
        if (intents.HasFlag(GatewayIntents.GuildMembers))
        {
            names.Add("Server Members Intent");
        }

        if (intents.HasFlag(GatewayIntents.Presences))
        {
            names.Add("Presence Intent");
        }

        if (intents.HasFlag(GatewayIntents.MessageContent))
        {
            names.Add("Message Content Intent");
        }

        return names.Count == 0 ? $"intents {(int)intents}" : string.Join(", ", names);
    }
}
