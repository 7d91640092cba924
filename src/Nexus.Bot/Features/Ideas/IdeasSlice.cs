using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Exports;
using Nexus.Bot.Features.Ideas.FirstWeek;
using Nexus.Bot.Features.Ideas.Following;
using Nexus.Bot.Features.Ideas.Hygiene;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Features.Ideas.Merging;
using Nexus.Bot.Features.Ideas.Moves;
using Nexus.Bot.Features.Ideas.Proposing;
using Nexus.Bot.Features.Ideas.Roadmap;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Features.Ideas.Votes;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas;

/// <summary>From a thought to a team, on a board that everybody sees.</summary>
internal static class IdeasSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("idea", "Ideas for projects: propose, vote, find people and build");
        slice.Table(new IdeaTable())
            .Table(new IdeaVoteTable())
            .Table(new IdeaNeedTable())
            .Table(new IdeaInterestTable())
            .Table(new IdeaFollowerTable())
            .Table(new IdeaMoveTable())
            .Table(new IdeaWordingTable());
        CardSlice.Declare(slice);
        VotesSlice.Declare(slice);
        BoardSlice.Declare(slice);
        ExportsSlice.Declare(slice);
        IndexSlice.Declare(slice);
        RoadmapSlice.Declare(slice);
        ProposingSlice.Declare(slice);
        FirstWeekSlice.Declare(slice);
        HygieneSlice.Declare(slice);
        SettingsSlice.Declare(slice);
        MovesSlice.Declare(slice);
        MergingSlice.Declare(slice);
        FollowingSlice.Declare(slice);
        CrewSlice.Declare(slice);
        slice.Services.AddSingleton<IdeaLife>().AddSingleton<IdeaActors>().AddSingleton<IReminderSubject, IdeaSubjects>();
        slice.Services.AddScoped<IdeaCards>().AddScoped<IdeaDesk>().AddTransient<IdeaNames>();
    }
}
