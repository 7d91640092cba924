using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Votes;

/// <summary>What people say of an idea, and who reads it.</summary>
internal static class VotesSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Button<VoteButton>()
            .Button<VoteAfterAllButton>()
            .Button<NotYetButton>()
            .Modal<NotYetModal>()
            .Button<TakeVoteBackButton>()
            .Select<SwapVoteSelect>()
            .Button<ShowVotersButton>()
            .Button<TurnVotersButton>()
            .Command<ListVotersCommand>();
        slice.Services.AddScoped<VoteDesk>().AddScoped<VoterLists>();
    }
}
