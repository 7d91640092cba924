using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Challenges;

/// <summary>The errors the cohort met and how they were solved: found by what was pasted, saved from where they were solved.</summary>
internal static class ChallengesSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("challenge", "Errors the cohort met, and their fixes")
            .Command<FindChallengeCommand>()
            .Modal<FindChallengeModal>()
            .Context<SaveChallengeContext>()
            .Modal<SaveChallengeModal>();
        slice.Services.AddScoped<ChallengeDesk>();
        slice.Services.AddScoped<SourceThreads>();
        slice.Services.TryAddScoped<UploadedLog>();
    }
}
