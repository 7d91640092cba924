using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Committing;

/// <param name="State">Changes when there is something new to see.</param>
/// <param name="IsDone">Nothing more will happen soon.</param>
internal sealed record Watched(Reply Card, string State, bool IsDone);

/// <summary>Keeps a mentor's card up to date while a job works.</summary>
internal sealed class PlaceWatch(INexusDbFactory databases, IDiscordRest discord, TimeProvider clock)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    // Nobody waits longer before a card that says that the rest comes by itself; others may need the place.
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    /// <returns>What is shown in the end.</returns>
    public async Task<Reply> UntilDoneAsync(FollowUpCall call, Func<NexusDb, Task<Watched>> look, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + s_longest;
        string? shown = null;
        while (true)
        {
            Watched seen;
            await using (var db = databases.Create())
            {
                seen = await look(db);
            }

            if (seen.IsDone || clock.GetUtcNow() >= until)
            {
                return seen.Card;
            }

            if (seen.State != shown)
            {
                try
                {
                    await discord.EditOriginalResponseAsync(call.Interaction, seen.Card.ToEdit(), ct);
                }
                catch (DiscordApiException)
                {
                    // The card was closed; the work goes on, and "Look again" or the command shows it.
                }

                shown = seen.State;
            }

            await Task.Delay(Pause, clock, ct);
        }
    }
}
