using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>How members change the hub: they propose, mentors decide, and every state is kept.</summary>
internal static class SuggestionsSlice
{
    public static void Declare(SliceBuilder slice) => slice.Table(new SuggestionDraftTable());
}
