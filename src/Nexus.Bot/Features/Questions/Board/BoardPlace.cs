using System.Globalization;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>Where a board stands or stood: <c>channel/message</c> in the argument of a follow-up.</summary>
internal sealed record BoardPlace(Snowflake Channel, Snowflake? Message)
{
    public static BoardPlace? Of(QuestionSettings? settings) => settings?.BoardChannelId is { } channel ? new BoardPlace(channel, settings.BoardMessageId) : null;

    public static BoardPlace? Parse(string argument) =>
        argument.Split('/') is [var channel, var message] && Snowflake.TryParse(channel, out var place)
            ? new BoardPlace(place, Snowflake.TryParse(message, out var id) ? id : null)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Channel}/{Message}");
}
