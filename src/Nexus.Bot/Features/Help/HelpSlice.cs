using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Help;

internal static class HelpSlice
{
    public static void Declare(SliceBuilder slice) => slice
        .Command<ShowHelpCommand>()
        .Select<ShowCommandSelect>();
}
