using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The program's documentation hub, one command away.</summary>
internal static class TopicsSlice
{
    public static void Declare(SliceBuilder slice) =>
        slice.Noun("topic", "The program's documentation hub")
            .Command<LookUpTopicCommand>()
            .Button<ShowTopicButton>()
            .Button<ShowTopicSectionButton>();
}
