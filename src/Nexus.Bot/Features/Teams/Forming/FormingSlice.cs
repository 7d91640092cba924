using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>Mentors plan teams.</summary>
internal static class FormingSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new FormationTable())
            .Command<FormTeamsCommand>()
            .Button<SolveButton>()
            .Button<ReseedButton>()
            .Button<StopSolvingButton>()
            .Button<FormationRulesButton>()
            .Modal<FormationRulesModal>()
            .Select<FormationRoleSelect>()
            .Button<FormationPlacedButton>()
            .Button<FormationSettingsButton>()
            .Button<DropFormationButton>()
            .Button<TurnPlanButton>()
            .Button<LockTeamButton>()
            .Button<ApplyRemedyButton>()
            .Select<PickPeopleSelect>()
            .Button<SwapButton>()
            .Button<TogetherButton>()
            .Select<MovePersonSelect>()
            .Button<LeaveOutButton>()
            .Button<TakeBackMoveButton>()
            .FollowUp<ShowFormation>()
            .FollowUp<SolveFormation>();
        slice.Services.TryAddSingleton<MatchingGate>();
        slice.Services.AddSingleton<Formations>().AddSingleton<Solving>()
            .AddSingleton<IReadyPlans>(services => services.GetRequiredService<Formations>())
            .AddSingleton<IFormationNews>(services => services.GetRequiredService<Formations>());
        slice.Services.AddScoped<FormationDesk>().AddScoped<HandMoves>().AddTransient<FormationCohorts>();
    }
}
