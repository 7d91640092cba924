using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>What people want to be reminded of, on time and wherever they can be reached.</summary>
internal static class RemindersSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("remind", "Reminders for yourself and others")
            .Command<RemindMeCommand>()
            .Command<ListRemindersCommand>()
            .Command<RemindRoleCommand>()
            .Context<RemindMeContext>()
            .Modal<WriteReminderModal>()
            .Button<EditReminderButton>()
            .Modal<RewriteReminderModal>()
            .Button<ChooseReadingButton>()
            .Button<EndReminderButton>()
            .Button<RestoreReminderButton>()
            .Button<SkipReminderButton>()
            .Button<FollowReminderButton>()
            .Button<LeaveReminderButton>()
            .Button<LeaveArrivedReminderButton>()
            .Button<LeaveListedReminderButton>()
            .Button<KeepClockButton>()
            .Button<MoveClockButton>()
            .Modal<MoveClockModal>()
            .Button<ChooseClockButton>()
            .Button<FinishReminderButton>()
            .Button<ReopenReminderButton>()
            .Button<ShowReminderButton>()
            .Button<EditArrivedReminderButton>()
            .Modal<RewriteArrivedReminderModal>()
            .Button<SnoozeReminderButton>()
            .Button<SnoozeOtherwiseButton>()
            .Modal<SnoozeReminderModal>()
            .Button<BringBackReminderButton>()
            .Button<PageRemindersButton>()
            .Select<OpenReminderSelect>()
            .Table(new ReminderTable())
            .Table(new ReminderFollowerTable())
            .Table(new ReminderDoneTable());
        slice.Services.AddScoped<ReminderBook>().AddScoped<ReminderDesk>().AddScoped<ArrivedReminders>().AddScoped<PublicReminders>()
            .AddScoped<OpenSubjects>().AddScoped<PersonClock>();
        slice.Services.AddSingleton<ReminderWords>().AddSingleton<AgreedChannels>()
            .AddSingleton<IDeliverySource, ReminderSource>()
            .AddSingleton<IDeliverySource, SnoozedReminderSource>();
        slice.Services.TryAddSingleton<ReminderOptions>();
        slice.Services.TryAddSingleton<PingCheck>();
    }
}
