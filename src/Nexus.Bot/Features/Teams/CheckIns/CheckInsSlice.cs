using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.CheckIns;

/// <summary>Teams say how they do; mentors see who is stuck.</summary>
internal static class CheckInsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new CheckInTable())
            .Table(new CheckInSettingsTable())
            .Command<CheckInCommand>()
            .Command<CheckInsCommand>()
            .Button<SayStandingButton>()
            .Button<OpenNoteButton>()
            .Modal<NoteModal>()
            .Button<TurnCheckInsButton>()
            .Select<CheckInDaySelect>()
            .Select<CheckInHourSelect>()
            .Job<AskForCheckInsJob>(AskForCheckInsJob.Every);
        slice.Services.AddSingleton<CheckInSettingsStore>().AddSingleton<CheckInBook>().AddScoped<CheckInLists>();
        slice.Services.AddSingleton<IDeliverySource, AskCheckInSource>().AddSingleton<IDeliverySource, NeedsMentorSource>();
    }
}
