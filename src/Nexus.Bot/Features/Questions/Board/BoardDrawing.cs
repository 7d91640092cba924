using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>
/// Draws boards. What each shows is remembered only while the program runs: after a restart every board is drawn once, from the
/// questions as they are then.
/// </summary>
internal sealed class BoardDrawing(INexusDbFactory databases, IDiscordRest discord, TimeProvider clock)
{
    /// <summary>A rush of changes is one new drawing.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Snowflake, Drawn> _drawn = new();

    /// <summary>Draws it when something on it has changed, or posts it anew when its message is gone.</summary>
    /// <param name="place">Where it is wanted.</param>
    /// <param name="atOnce">Without waiting for <see cref="Pause"/> to pass.</param>
    /// <returns>When it may be drawn next, if that is still to be done.</returns>
    /// <exception cref="DiscordApiException">Discord does not take it.</exception>
    public async Task<DateTimeOffset?> DrawAsync(Snowflake guild, BoardPlace place, bool atOnce, CancellationToken ct)
    {
        await using var db = databases.Create();
        var now = clock.GetUtcNow();
        var facts = await BoardFacts.OfAsync(db, guild, now, ct);
        var words = BoardViews.Words(facts);
        if (_drawn.TryGetValue(guild, out var before) && place.Message is not null && before.Message == place.Message)
        {
            if (before.Words == words)
            {
                return null;
            }

            if (!atOnce && before.At + Pause > now)
            {
                return before.At + Pause;
            }
        }

        var message = await PutAsync(db, guild, place, BoardViews.Card(facts, words), ct);
        _drawn[guild] = new Drawn(message, words, now);
        return null;
    }

    /// <summary>Somebody deleted a message: true when it was a board, which then has to be posted anew.</summary>
    public bool Forgets(Snowflake guild, Snowflake message) =>
        _drawn.TryGetValue(guild, out var drawn) && drawn.Message == message && _drawn.TryRemove(guild, out _);

    private async Task<Snowflake> PutAsync(NexusDb db, Snowflake guild, BoardPlace place, Container card, CancellationToken ct)
    {
        if (place.Message is { } standing)
        {
            try
            {
                var edit = new MessageEdit { Components = new Optional<IReadOnlyList<Component>>([card]), AllowedMentions = AllowedMentions.None, Flags = MessageFlags.IsComponentsV2 };
                await discord.EditMessageAsync(place.Channel, standing, edit, RequestOptions.Batch, ct);
                return standing;
            }
            catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownMessage)
            {
                // Posted anew below.
            }
        }

        var message = new MessageCreate
        {
            Components = [card],
            Flags = MessageFlags.IsComponentsV2,
            AllowedMentions = AllowedMentions.None,
            // After a crash before the id was kept, Discord gives back the message that is there.
            Nonce = $"b{place.Message ?? place.Channel}",
            EnforceNonce = true,
        };
        var posted = (await discord.CreateMessageAsync(place.Channel, message, RequestOptions.Batch, ct)).Id;
        var (channel, was) = (place.Channel, place.Message);
        await db.In<QuestionSettings>(guild)
            .Where(settings => settings.BoardChannelId == channel && settings.BoardMessageId == was)
            .ExecuteUpdateAsync(set => set.SetProperty(settings => settings.BoardMessageId, (Snowflake?)posted), ct);
        return posted;
    }

    private sealed record Drawn(Snowflake Message, string Words, DateTimeOffset At);
}
