using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Index;

/// <summary>On a page of the hub: what was solved about it last, and how many wait for an answer.</summary>
internal sealed class QuestionsAboutPage(INexusDbFactory databases) : IPageActivity
{
    private const int MostSolved = 2;
    private const int MostTitle = 50;

    public async Task<IReadOnlyList<PageActivity>> AboutAsync(Snowflake guild, string slug, CancellationToken ct)
    {
        await using var db = databases.Create();
        var about = db.In<Question>(guild).AsNoTracking().Where(it => it.Number != null).Where(IsAbout(slug));
        var solved = await about.Where(it => it.State == QuestionState.Accepted).OrderByDescending(it => it.AcceptedAt).Take(MostSolved).ToListAsync(ct);
        var open = await about.CountAsync(it => it.State == QuestionState.Open || it.State == QuestionState.Claimed, ct);
        return
        [
            .. solved.Select(it => new PageActivity(
                string.Create(CultureInfo.InvariantCulture, $"✅ #{it.Number} {Md.EscapeLine(Md.Cut(it.Title, MostTitle))}"), new Uri($"https://discord.com/channels/{guild}/{it.ThreadId}"))),
            .. open == 0 ? Array.Empty<PageActivity>()
                : [new PageActivity(open == 1 ? "🟡 One question waits for an answer" : string.Create(CultureInfo.InvariantCulture, $"🟡 {open} questions wait for an answer"), null)],
        ];
    }

    // The column is a list of quoted slugs.
    private static Expression<Func<Question, bool>> IsAbout(string slug)
    {
        var quoted = $"\"{slug}\"";
        return question => ((string)(object)question.Topics).Contains(quoted);
    }
}
