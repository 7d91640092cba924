using System.Diagnostics;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Challenges;

/// <summary>Answers a pasted error, whichever way it came.</summary>
internal sealed class ChallengeDesk(GuildHubs hubs, LookupLog lookups, SourceThreads threads)
{
    public async Task<Reply> AnswerAsync(Snowflake? guild, string paste, bool isPrivate, CancellationToken ct)
    {
        // Before anything looks at it: what is quoted, counted or put into a button comes from the masked text only.
        var masked = Secrets.Mask(paste);
        if (!masked.Any(char.IsLetterOrDigit))
        {
            return ChallengeViews.NothingToRead();
        }

        switch ((await hubs.OfAsync(guild, ct)).FindError(masked))
        {
            case ErrorAnswer.Known known:
                lookups.Shown(guild, known.Page.Slug);
                return ChallengeViews.Known(known, await threads.OfAsync(guild, known.Page.Slug, ct)).OnlyForMe(isPrivate);
            case ErrorAnswer.Likely likely:
                lookups.Shown(guild, likely.Page.Slug);
                return ChallengeViews.Likely(likely, masked, await threads.OfAsync(guild, likely.Page.Slug, ct)).OnlyForMe(isPrivate);
            case ErrorAnswer.Unknown unknown:
                lookups.Missed(guild, masked);
                return ChallengeViews.Unknown(unknown, ErrorLines.Telling(masked), canAsk: guild is not null);
            default:
                throw new UnreachableException();
        }
    }
}
