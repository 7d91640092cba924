using Nexus.Discord;

namespace Nexus.Bot.Deliveries;

/// <summary>What an answer of Discord's means for a message.</summary>
internal static class DeliveryTrouble
{
    /// <summary>True when the same request may succeed later. 401 too: a token that is being replaced is no reason to drop what people wait for.</summary>
    public static bool MayPass(DiscordApiException trouble) =>
        trouble is { IsPermanent: false } or { Status: 401 } or { Code: DiscordErrorCode.OpeningDmsTooFast };

    public static DeliveryFailure FailureOf(DiscordApiException refused) => refused.Code switch
    {
        DiscordErrorCode.UnknownChannel or DiscordErrorCode.UnknownGuild => DeliveryFailure.ChannelGone,
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions or DiscordErrorCode.ThreadArchived => DeliveryFailure.NotAllowed,
        DiscordErrorCode.CannotSendToUser => DeliveryFailure.DmClosed,
        DiscordErrorCode.NoMutualGuild => DeliveryFailure.PersonGone,
        _ => DeliveryFailure.Refused,
    };
}
