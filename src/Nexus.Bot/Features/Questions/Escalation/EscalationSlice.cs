using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>Who is asked to take a question, step by step, until somebody does; and what becomes of those that were taken.</summary>
internal static class EscalationSlice
{
    private static readonly TimeSpan LadderSweep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClaimSweep = TimeSpan.FromMinutes(5);

    public static void Declare(SliceBuilder slice)
    {
        slice.Button<DeclineQuestionButton>()
            .Button<WhyMeButton>()
            .Button<KeepClaimButton>()
            .Button<GiveBackClaimButton>()
            .On<MessageCreateEvent, HolderWrites>()
            .Job<ClimbLaddersJob>(LadderSweep)
            .Job<CheckClaimsJob>(ClaimSweep)
            .Table(new AskedAnswererTable());
        slice.Services.AddSingleton<IQuestionConsequence, LadderConsequence>().AddSingleton<LadderClimber>();
        foreach (var kind in new[] { QuestionAsk.Step, QuestionAsk.Instead })
        {
            slice.Services.AddSingleton<IDeliverySource>(services => new AskSource(
                kind,
                services.GetRequiredService<AnswererPool>(),
                services.GetRequiredService<QuestionSettingsStore>(),
                services.GetRequiredService<GuildConfigurations>(),
                services.GetRequiredService<TimeProvider>()));
        }

        foreach (var kind in new[] { HolderNews.StillOnIt, HolderNews.Given, HolderNews.Taken, HolderNews.Lapsed, HolderNews.Ended })
        {
            slice.Services.AddSingleton<IDeliverySource>(new ClaimSource(kind));
        }
    }
}
