using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Profiles;

/// <summary>What people say about themselves, so that those are put together who fit.</summary>
internal static class ProfilesSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("profile", "What you build, know and want, and when you have time")
            .Command<SetProfileCommand>()
            .Command<ShowProfileCommand>()
            .Command<ExportProfileCommand>()
            .Command<EraseProfileCommand>()
            .Button<OpenProfileFormButton>()
            .Button<OpenProfileCardButton>()
            .Select<ChooseTrackSelect>()
            .Modal<SaveSkillsModal>()
            .Modal<SaveInterestsModal>()
            .Modal<SaveAboutModal>()
            .Select<PickHoursSelect>()
            .Modal<SaveBlocksModal>()
            .Modal<SaveHoursModal>()
            .Select<ChoosePeopleSelect>()
            .Button<TakePartButton>()
            .Button<UndoProfileButton>()
            .Button<ShowAvoidsButton>()
            .Button<EraseProfileButton>()
            .Button<KeepProfileButton>()
            .Table(new ProfileTable());
        slice.Services.AddScoped<ProfileBook>().AddScoped<ProfileDesk>().AddSingleton<IProfiles, ProfileReader>();
    }
}
