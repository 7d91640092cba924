using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>Where an idea stands, who says so, and who hears of it.</summary>
internal static class MovesSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Button<MoreIdeaButton>()
            .Button<ChangeStatusButton>()
            .Modal<MoveIdeaModal>()
            .Button<UndoMoveButton>()
            .Command<SetIdeaStatusCommand>();
        slice.Services.AddScoped<IdeaMover>()
            .AddSingleton<IIdeaConsequence, TellFollowers>()
            .AddSingleton<IIdeaConsequence, LogMoves>()
            .AddSingleton<IdeaNewsSource>()
            .AddSingleton<IDeliverySource>(services => services.GetRequiredService<IdeaNewsSource>());
    }
}
