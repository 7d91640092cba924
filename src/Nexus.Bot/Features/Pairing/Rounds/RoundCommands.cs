using Nexus.Bot.Features.Shared;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary><c>/pair join</c>: in from the next round on.</summary>
internal sealed class JoinRoundsCommand(RoundDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("pair", "join", "Take part in rounds of pairs: somebody new to meet, again and again")
    {
        Visibility = Visibility.Private,
        Example = "/pair join",
        Details = "In each round I put two people together who fit and have not met: backend with frontend where it can be, with hours in common. The two get a private thread. "
            + "Nobody is in a round who has not said so. While a round is in its first half you can still come into it. It also ends a pause.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => RoundViews.Joined(await desk.JoinAsync(call, call.Guild, ct), inPlace: false);
}

/// <summary><c>/pair leave</c>: in no more rounds.</summary>
internal sealed class LeaveRoundsCommand(RoundDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("pair", "leave", "Take part in no more rounds of pairs")
    {
        Visibility = Visibility.Private,
        Example = "/pair leave",
        Details = "The pair you are in now stays yours. For one round or a while, `/pair skip` and `/pair pause` keep your place.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => RoundViews.Left(await desk.LeaveAsync(call, call.Guild, ct), inPlace: false);
}

/// <summary><c>/pair skip</c>: the next round goes without them.</summary>
internal sealed class SkipRoundCommand(RoundDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("pair", "skip", "Leave out the next round of pairs, only that one")
    {
        Visibility = Visibility.Private,
        Example = "/pair skip",
        Details = "You are in again after it. A button takes it back.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => RoundViews.Skipped(await desk.SkipAsync(call, call.Guild, skips: true, ct), inPlace: false);
}

/// <summary><c>/pair pause</c>: in no round for a while.</summary>
internal sealed class PauseRoundsCommand(RoundDesk desk, PersonZones zones, TimeProvider clock) : ICommand
{
    public const string UntilOption = "until";

    public static CommandSpec Spec { get; } = new("pair", "pause", "Be in no round of pairs for a while")
    {
        Options = [Option.Text(UntilOption, "When you are back: in 2 weeks, 1 February; without it, until you come back", min: 1, max: 100).SuggestedBy<PauseTimes>().Optional()],
        Visibility = Visibility.Private,
        Example = "/pair pause until:in 2 weeks",
        Details = "`/pair join` brings you back earlier.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var zone = (await zones.OfAsync(call.User, call.Guild, ct)).Zone;
        return PauseTimes.Read(call.TextOrNull(UntilOption) ?? "", clock.GetUtcNow(), zone, out var until) is { } unclear
            ? RoundViews.UntilIsUnclear(unclear, call.Text(UntilOption), zone)
            : RoundViews.Paused(await desk.PauseAsync(call, call.Guild, until, ct), inPlace: false);
    }
}

/// <summary>Shows while the end of a pause is typed how it is understood.</summary>
internal sealed class PauseTimes(PersonZones zones, TimeProvider clock) : IAutocomplete
{
    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var zone = (await zones.OfAsync(call.User, call.GuildOrNull, ct)).Zone;
        return TimeAnswers.Suggest(
            Bare(call.Typed), clock.GetUtcNow(), zone, WhenAsked.Once, RoundViews.PauseExamples, [], (phrase, one) => new Suggestion($"{phrase} → {TimeText.Of(one.Local)}", phrase));
    }

    /// <summary>Null when it is understood; empty means no end.</summary>
    public static WhenReading? Read(string phrase, DateTimeOffset now, DateTimeZone zone, out DateTimeOffset? until)
    {
        until = null;
        if (string.IsNullOrWhiteSpace(phrase))
        {
            return null;
        }

        var reading = WhenReader.Read(Bare(phrase), now, zone, WhenAsked.Once);
        until = (reading as WhenReading.Understood)?.At;
        return until is null ? reading : null;
    }

    private static string Bare(string phrase)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.SkipWhile(word => word.ToLowerInvariant() is "until" or "till" or "back" or "on"));
    }
}
