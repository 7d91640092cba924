using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>Looking through ideas.</summary>
internal static class BoardSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Command<ShowBoardCommand>()
            .Command<ShowIdeaCommand>()
            .Command<SearchIdeasCommand>()
            .Command<RandomIdeaCommand>()
            .Button<TurnBoardButton>()
            .Button<AnotherIdeaButton>()
            .Select<FilterBoardSelect>()
            .Select<OpenIdeaSelect>();
        slice.Services.AddScoped<IdeaBoard>().AddScoped<RandomIdeas>();
    }
}
