using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The program's documentation hub, one command away.</summary>
internal static class TopicsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("topic", "The program's documentation hub")
            .Command<LookUpTopicCommand>()
            .Command<BrowseTopicsCommand>()
            .Command<ShowPathCommand>()
            .Command<RandomTopicCommand>()
            .Button<ShowTopicButton>()
            .Button<MeantTopicButton>()
            .Button<ShowTopicSectionButton>()
            .Select<ShowTopicSectionSelect>()
            .Button<RateTopicButton>()
            .Button<MarkAsReadButton>()
            .Button<UnmarkAsReadButton>()
            .FollowUp<HandOverFollowUp>()
            .Select<FilterTopicsSelect>()
            .Button<TurnTopicsButton>()
            .Select<OpenTopicSelect>()
            .Button<ShowPathButton>()
            .Button<MarkStepButton>()
            .Select<MarkStepsSelect>()
            .Button<AnotherRandomTopicButton>();
        slice.Services.AddScoped<ReadMarks>();
        slice.Services.AddScoped<TopicDesk>();
        slice.Services.AddScoped<PathDesk>();
        slice.Services.AddScoped<RandomTopic>();
    }
}
