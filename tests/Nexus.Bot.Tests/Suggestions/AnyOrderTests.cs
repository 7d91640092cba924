using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Suggestions;

public sealed class AnyOrderTests
{
    private static readonly Snowflake[] s_people = [new(101), new(102), new(103)];
    private static readonly Snowflake[] s_mentors = [new(201), new(202)];
    private static readonly string[] s_headings = ["Summary", "Example", "Common mistakes", "When not to use it"];

    private enum Act
    {
        Suggest,
        Approve,
        Decline,
        Withdraw,
        Rewrite,
        Revert,
    }

    /// <summary>Whoever does what when: each decision is one, no revision is lost or changed, and the newest is served.</summary>
    [Fact]
    public void No_order_of_what_people_do_loses_a_revision() =>
        Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 5], Gen.Int[0, 7]).Array[1, 25].Sample(
            acts => Task.Run(() => PlayAsync(acts)).GetAwaiter().GetResult(), iter: 25, threads: 1);

    private static async Task PlayAsync((Act Act, int Who, int Which)[] acts)
    {
        await using var world = await SuggestionWorld.StartAsync();
        var approved = new List<(int Number, string? Markdown)>();
        var step = 0;
        foreach (var (act, who, which) in acts)
        {
            step++;
            await using var scope = world.Slice.Services.CreateAsyncScope();
            var suggestions = scope.ServiceProvider.GetRequiredService<PageSuggestions>();
            var revisions = scope.ServiceProvider.GetRequiredService<PageRevisions>();
            var all = await world.Slice.Db().In<PageSuggestion>(Interactions.Guild).AsNoTracking().OrderBy(it => it.Number).ToListAsync();
            var one = all.Count == 0 ? null : await suggestions.FindAsync(Interactions.Guild, all[which % all.Count].Number, default);
            var waiting = one?.State == SuggestionState.Waiting;
            switch (act)
            {
                case Act.Suggest:
                    var page = (await world.HubAsync()).BySlug("celery")!;
                    var words = PageEdit.Section(page.Markdown, s_headings[which % 4], $"Words {step}.");
                    await suggestions.AddAsync(new NewSuggestion(Interactions.Guild, s_people[who % 3], "celery", words, page.Markdown), default);
                    break;
                case Act.Approve when one is not null:
                    switch (await suggestions.ApproveAsync(Interactions.Guild, one.Number, s_mentors[who % 2], null, default))
                    {
                        case Approval.Done done:
                            Assert.True(waiting);
                            approved.Add((done.Revision.Number, done.Revision.Markdown));
                            break;
                        case Approval.Outdated or Approval.Invalid:
                            Assert.True(waiting);
                            break;
                        default:
                            Assert.False(waiting);
                            break;
                    }

                    break;
                case Act.Decline when one is not null:
                    Assert.Equal(waiting, await suggestions.DeclineAsync(one, s_mentors[who % 2], "no", default));
                    break;
                case Act.Withdraw when one is not null:
                    Assert.Equal(waiting, await suggestions.WithdrawAsync(one, default));
                    break;
                case Act.Rewrite when one is not null:
                    var now = (await world.HubAsync()).BySlug("celery")!.Markdown;
                    Assert.Equal(waiting, await suggestions.RewriteAsync(one, PageEdit.Section(now, s_headings[who % 4], $"Rewritten {step}."), now, "", default));
                    break;
                case Act.Revert:
                    var seen = approved.Count - (who == 5 ? 1 : 0);
                    var done2 = await revisions.RevertAsync(Interactions.Guild, "celery", approved.Count == 0 ? 0 : which % (approved.Count + 1), seen, s_mentors[who % 2], default);
                    Assert.Equal(approved.Count > 0 && seen == approved.Count, done2 is Revised.Done or Revised.Same);
                    if (done2 is Revised.Done { Revision: var back })
                    {
                        approved.Add((back.Number, back.Markdown));
                    }

                    break;
            }

            await using var db = world.Slice.Db();
            var kept = await db.In<PageRevision>(Interactions.Guild).OrderBy(it => it.Number).Select(it => new { it.Number, it.Markdown }).ToListAsync();
            Assert.Equal(approved, kept.Select(it => (it.Number, it.Markdown)));
            Assert.Equal(Enumerable.Range(1, approved.Count), approved.Select(it => it.Number));
            Assert.Equal(approved.Count == 0 ? SuggestionWorld.Celery : approved[^1].Markdown ?? SuggestionWorld.Celery, await world.ServedAsync());
            var numbers = await db.In<PageSuggestion>(Interactions.Guild).OrderBy(it => it.Number).Select(it => it.Number).ToListAsync();
            Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        }
    }
}
