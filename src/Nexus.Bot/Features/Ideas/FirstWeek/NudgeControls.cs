using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>"Nudge" beside somebody in the list.</summary>
internal sealed class NudgeButton(NexusDb db, NudgeBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "nudge") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.ArgumentId is { } person
        ? Reply.Private(FirstWeekViews.Nudged(person, await book.NudgeAsync(db, call.Guild, person, call.User, ct)))
        : Reply.Nothing;
}

/// <summary>"Nudge all 6": those who are in the list now.</summary>
internal sealed class NudgeAllButton : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "nudge-all") { Audience = Audience.Mentors };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(FirstWeekViews.Looking().Afterwards<NudgeAllFollowUp>());
}

/// <summary>Plans a message to each of them, and shows the list as it is then.</summary>
internal sealed class NudgeAllFollowUp(INexusDbFactory databases, FirstWeekReader reader, NudgeBook book) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        try
        {
            await using var look = databases.Create();
            var list = await reader.OfAsync(look, call.Guild, ct);
            if (list.Day is null)
            {
                return FirstWeekViews.NoStart();
            }

            var results = new List<NudgeResult>();
            foreach (var idle in list.Idle)
            {
                await using var db = databases.Create();
                try
                {
                    results.Add(await book.NudgeAsync(db, call.Guild, idle.Learner.Person, call.User, ct));
                }
                catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
                {
                    // Another mentor pressed at the same moment.
                    results.Add(NudgeResult.JustNudged);
                }
            }

            await using var after = databases.Create();
            return FirstWeekViews.Card(await reader.OfAsync(after, call.Guild, ct), 0, FirstWeekViews.NudgedAll(results));
        }
        catch (DiscordApiException)
        {
            return FirstWeekViews.CannotLook();
        }
    }
}

/// <summary>"Don't ask me again", in the message to somebody: the argument is the server that it came from.</summary>
internal sealed class NudgesOffButton(NexusDb db) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "nudge-off") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.ArgumentId is { } guild && await NudgeBook.ChooseAsync(db, guild, call.User, wantsNone: true, ct) ? FirstWeekViews.NoMoreNudges(guild) : FirstWeekViews.NothingToChoose();
}

/// <summary>Undoes it.</summary>
internal sealed class NudgesOnButton(NexusDb db) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "nudge-on") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.ArgumentId is { } guild && await NudgeBook.ChooseAsync(db, guild, call.User, wantsNone: false, ct) ? FirstWeekViews.NudgesAgain(guild) : FirstWeekViews.NothingToChoose();
}
