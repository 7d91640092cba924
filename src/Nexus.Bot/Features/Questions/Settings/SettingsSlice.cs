using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary>How a server treats its questions.</summary>
internal static class SettingsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Command<ShowQuestionSettingsCommand>()
            .Select<ChooseSwitchesSelect>()
            .Select<ChooseLeadSelect>()
            .Button<ChooseTimesButton>()
            .Modal<ChooseTimesModal>()
            .Button<ChooseWorkHoursButton>()
            .Modal<ChooseWorkHoursModal>()
            .Table(new QuestionSettingsTable());
        slice.Services.AddSingleton<QuestionSettingsStore>();
    }
}
