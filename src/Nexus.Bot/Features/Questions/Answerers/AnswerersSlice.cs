using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>Those who answer: what they know, how much they take and when they may be asked.</summary>
internal static class AnswerersSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("helper", "Help with questions: what you know, and when you may be asked")
            .Command<SetHelperCommand>()
            .Command<ShowHelperCommand>()
            .Command<ListHelpersCommand>()
            .Command<StartDutyCommand>()
            .Command<EndDutyCommand>()
            .Command<RemoveHelperCommand>()
            .Button<SetDutyButton>()
            .Button<PageHelpersButton>()
            .Button<RemoveHelperButton>()
            .Button<KeepHelperButton>()
            .On<GuildMemberRemoveEvent, AnswererLeaves>()
            .Table(new AnswererProfileTable());
        slice.Services.AddSingleton<AnswererPool>().AddScoped<AnswererBook>().AddScoped<TopicsOfAnswerers>();
    }
}
