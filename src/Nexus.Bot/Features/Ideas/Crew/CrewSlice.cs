using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>Who builds an idea: places, waiting lists, and the team that comes of them.</summary>
internal static class CrewSlice
{
    // One question to Discord for each person, so seldom; where the members intent is granted they are noticed at once.
    private static readonly TimeSpan LookForLost = TimeSpan.FromHours(12);

    public static void Declare(SliceBuilder slice)
    {
        slice.Button<BuildIdeaButton>()
            .Button<JoinIdeaButton>()
            .Button<WaitForIdeaButton>()
            .Button<LeaveIdeaButton>()
            .Button<FormTeamButton>()
            .Button<FormTeamNowButton>()
            .Button<NameTeamButton>()
            .Modal<FormNamedTeamModal>()
            .On<GuildMemberRemoveEvent, BuilderLeaves>()
            .Job<FindLostBuildersJob>(LookForLost);
        slice.Services.AddSingleton<CrewBook>().AddSingleton<CrewNews>().AddSingleton<LostBuilders>().AddScoped<CrewDesk>().AddScoped<TeamForming>();
        slice.Services.AddSingleton<IIdeaConsequence, HandOverTeam>().AddSingleton<IIdeaNews, TeamNewsOfIdeas>();
        foreach (var kind in CrewNews.Kinds)
        {
            slice.Services.AddSingleton<IDeliverySource>(services => new CrewNewsSource(
                kind, services.GetRequiredService<IdeaSettingsStore>(), services.GetRequiredService<MentorPlace>()));
        }
    }
}
