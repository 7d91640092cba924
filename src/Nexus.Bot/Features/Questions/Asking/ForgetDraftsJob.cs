using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Quartz;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Deletes what was written and never posted. That a question was spared is still counted, without its words.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetDraftsJob(INexusDbFactory databases, TimeProvider clock) : IJob
{
    public static readonly TimeSpan WordsLive = TimeSpan.FromDays(7);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var old = clock.GetUtcNow() - WordsLive;
        await using var db = databases.Create();
        var drafts = db.AcrossGuilds<Question>().Where(it => it.Number == null && it.ActiveAt < old);
        await drafts.Where(it => it.DeflectedAt == null).ExecuteDeleteAsync(cancellationToken);
        await drafts.Where(it => it.DeflectedAt != null && it.Title != "").ExecuteUpdateAsync(
            set => set.SetProperty(it => it.Title, "").SetProperty(it => it.Text, "").SetProperty(it => it.Tried, ""), cancellationToken);
    }
}
