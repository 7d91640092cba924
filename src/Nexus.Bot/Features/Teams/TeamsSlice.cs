using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Changes;
using Nexus.Bot.Features.Teams.CheckIns;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Features.Teams.Joining;
using Nexus.Bot.Features.Teams.Lists;
using Nexus.Bot.Features.Teams.Mentoring;
using Nexus.Bot.Features.Teams.Overview;
using Nexus.Bot.Features.Teams.Rebalancing;
using Nexus.Bot.Features.Teams.Removing;
using Nexus.Bot.Features.Teams.Tables;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Teams;

/// <summary>People who build together: made by themselves, or of an idea's people.</summary>
internal static class TeamsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("team", "Teams: begin one, invite, join, and link what you build")
            .Noun("teams", "For mentors: put teams together, and look after them")
            .Table(new TeamTable())
            .Table(new TeamMemberTable())
            .Table(new TeamAskTable())
            .Table(new TeamStepTable())
            .Command<CreateTeamCommand>()
            .Command<InviteCommand>()
            .Command<JoinCommand>()
            .Command<LeaveCommand>()
            .Command<RenameTeamCommand>()
            .Command<LinkTeamCommand>()
            .Command<ShowTeamCommand>()
            .Command<ListTeamsCommand>()
            .Button<UndoCreateButton>()
            .Button<OpenInviteButton>()
            .Select<ChooseInviteSelect>()
            .Button<AcceptInvitationButton>()
            .Button<DeclineInvitationButton>()
            .Button<TakeAskBackButton>()
            .Button<AdmitButton>()
            .Button<RefuseButton>()
            .Button<ComeBackButton>()
            .Button<OpenLinksButton>()
            .Modal<LinksModal>()
            .Button<UndoStepButton>()
            .Button<TurnTeamsButton>()
            .On<GuildMemberRemoveEvent, MemberLeaves>()
            .Job<PlaceTeamsJob>(PlaceTeamsJob.Sweep)
            .Job<LookForMembersJob>(LookForMembersJob.Every);
        CommittingSlice.Declare(slice);
        FormingSlice.Declare(slice);
        RebalancingSlice.Declare(slice);
        CheckInsSlice.Declare(slice);
        MentoringSlice.Declare(slice);
        slice.Command<TeamReportCommand>().FollowUp<ComposeTeamReport>()
            .Command<RemoveCommand>().Button<PutBackButton>().Command<EndTeamCommand>().Button<ResumeTeamButton>()
            .Command<ExportTeamsCommand>().Command<ImportTeamsCommand>().FollowUp<WriteTeamTable>();
        slice.Services.TryAddSingleton<PrivateThreads>();
        slice.Services.AddSingleton<TeamLife>().AddSingleton<TeamHome>().AddSingleton<TeamLeaving>().AddSingleton<TeamRoles>().AddSingleton<TeamChannels>().AddSingleton<TeamCategories>().AddSingleton<TeamRemoval>().AddSingleton<ITeamFormer, TeamFormer>();
        slice.Services.AddSingleton<IDeliverySource, TeamWelcomeSource>().AddSingleton<IDeliverySource, TeamNewsSource>().AddSingleton<IDeliverySource, RemovalSource>()
            .AddSingleton<IDeliverySource, InvitationSource>().AddSingleton<IDeliverySource, RequestSource>().AddSingleton<IDeliverySource, AnswerSource>();
        slice.Services.AddScoped<TeamTables>().AddScoped<RemovalNews>().AddScoped<TeamDesk>().AddScoped<TeamAsking>().AddScoped<TeamLists>().AddTransient<TeamNames>();
    }
}
