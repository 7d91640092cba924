using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>How mentors name a formation that became teams: by its number, or not at all for the latest.</summary>
internal sealed class CommitmentNames(NexusDb db) : IAutocomplete
{
    private const int Most = 25;

    public static Option Option { get; } = Routing.Option.Text("formation", "Its number; left out, the latest that became teams", min: 1, max: 20).SuggestedBy<CommitmentNames>().Optional();

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return [];
        }

        var made = await db.In<Commitment>(guild).AsNoTracking().OrderByDescending(it => it.Number)
            .Select(it => new { it.Number, it.UndoneAt, Teams = db.In<Team>(guild).Count(team => team.FormationId == it.FormationId) })
            .ToListAsync(ct);
        return
        [
            .. made.Select(it => new { it.Number, Shown = string.Create(CultureInfo.InvariantCulture, $"#{it.Number} · {CommitViews.Count(it.Teams, "team")}{(it.UndoneAt is null ? "" : " · taken back")}") })
                .Where(it => it.Shown.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(Most)
                .Select(it => new Suggestion(it.Shown, it.Number.ToString(CultureInfo.InvariantCulture))),
        ];
    }

    /// <returns>Null when there is none such; without a number the latest that still stands.</returns>
    public async Task<Commitment?> FindAsync(Snowflake guild, string? typed, CancellationToken ct)
    {
        if (typed is not null)
        {
            return int.TryParse(typed.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? await db.In<Commitment>(guild).OrderByDescending(it => it.At).FirstOrDefaultAsync(it => it.Number == number, ct)
                : null;
        }

        return await db.In<Commitment>(guild).OrderBy(it => it.UndoneAt == null ? 0 : 1).ThenByDescending(it => it.Number).FirstOrDefaultAsync(ct);
    }
}
