using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Challenges;

/// <summary>"Save as challenge" on a message: opens the form with what the message tells already.</summary>
internal sealed class SaveChallengeContext(SourceThreads threads) : IContextCommand
{
    public static ContextSpec Spec { get; } = new("Save as challenge", ApplicationCommandType.Message)
    {
        Summary = "Keep an error and its fix for the next person; a mentor looks at it first",
    };

    public async Task<Reply> HandleAsync(ContextCall call, CancellationToken ct)
    {
        if (call.TargetMessage is not { } message)
        {
            return SaveChallengeViews.MessageGone();
        }

        if (await threads.SavedFromAsync(call.Guild, SaveChallengeModal.OriginOf(message.Id), ct) is { } saved)
        {
            return SaveChallengeViews.AlreadySaved(saved);
        }

        var author = message is { WebhookId: null, Author: { Bot: false } user } ? user.Id.Value : 0;
        return SaveChallengeViews.Form(
            string.Create(CultureInfo.InvariantCulture, $"{message.Id}/{author}"), ChallengeDraft.From(message.Content));
    }
}
