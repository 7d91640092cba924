using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>Offers ideas like the one whose title is typed; the title itself stays the first choice.</summary>
internal sealed class IdeaTitles(NexusDb db, IdeaIndex index) : IAutocomplete
{
    private const int Most = 8;
    private const int MostLine = 100;

    /// <summary>The number of the idea that was picked, or null for a title.</summary>
    public static int? NumberIn(string value) =>
        value.StartsWith('#') && int.TryParse(value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var typed = Md.Line(call.Typed);
        if (call.GuildOrNull is not { } guild || typed.Length == 0)
        {
            return [];
        }

        var alike = (await index.AlikeAsync(guild, typed, "", ct)).Select(it => it.Number);
        var ids = alike.Concat(await index.CompleteAsync(guild, typed, Most, ct)).Distinct().Take(Most).ToList();
        var found = await db.In<Idea>(guild).AsNoTracking().Where(it => ids.Contains(it.Id) && it.Number != null).ToListAsync(ct);
        return
        [
            .. NumberIn(typed) is null ? new[] { new Suggestion(Md.Cut($"Propose: {typed}", MostLine), typed) } : [],
            .. found.Where(it => it.Status.IsOpen()).OrderBy(it => ids.IndexOf(it.Id)).Select(Suggestion),
        ];
    }

    private static Suggestion Suggestion(Idea idea)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"💡 #{idea.Number} ");
        var end = $" ({IdeaText.Votes(idea.Votes)}): vote for that one";
        return new Suggestion(start + Md.Cut(Md.Line(idea.Title), MostLine - start.Length - end.Length) + end, string.Create(CultureInfo.InvariantCulture, $"#{idea.Number}"));
    }
}
