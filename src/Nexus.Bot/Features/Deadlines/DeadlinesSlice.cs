using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>What a track has to have done by when, and the reminders on the way there.</summary>
internal static class DeadlinesSlice
{
    private static readonly TimeSpan PlanSweep = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CardSweep = TimeSpan.FromMinutes(5);

    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("deadline", "What is due when, with reminders until you have it done")
            .Command<AddDeadlineCommand>()
            .Command<ListDeadlinesCommand>()
            .Command<ShowDeadlineCommand>()
            .Command<EditDeadlineCommand>()
            .Command<RemoveDeadlineCommand>()
            .Command<FinishDeadlineCommand>()
            .Command<MuteDeadlineCommand>()
            .Command<UnmuteDeadlineCommand>()
            .Button<PageDeadlinesButton>()
            .Button<ShowDeadlineButton>()
            .Select<OpenDeadlineSelect>()
            .Button<EditDeadlineButton>()
            .Modal<RewriteDeadlineModal>()
            .Button<MoveDeadlineBackButton>()
            .Button<AskDeadlineRemovalButton>()
            .Button<RemoveDeadlineButton>()
            .Button<KeepDeadlineButton>()
            .Button<RestoreDeadlineButton>()
            .Button<FinishDeadlineButton>()
            .Button<UnfinishDeadlineButton>()
            .Button<MuteDeadlineButton>()
            .Button<UnmuteDeadlineButton>()
            .Button<SilenceDeadlinesButton>()
            .Button<HearDeadlinesButton>()
            .FollowUp<PlaceDeadlineCard>()
            .FollowUp<CountDeadlineAudience>()
            .Job<PlanDeadlinesJob>(PlanSweep)
            .Job<RefreshDeadlineCardsJob>(CardSweep)
            .Table(new DeadlineTable())
            .Table(new DeadlineMarkTable())
            .Table(new DeadlineSilenceTable())
            .Table(new DeadlineReminderTable());
        slice.Services.AddSingleton<DeadlineAudience>()
            .AddSingleton<DeadlinePlanner>()
            .AddScoped<DeadlineBook>()
            .AddScoped<DeadlineDesk>()
            .AddSingleton<IDeliverySource, DeadlineReminders>()
            .AddSingleton<IReminderSubject, DeadlineSubjects>()
            .AddSingleton<ICalendarEntries, DeadlineSubjects>();
    }
}
