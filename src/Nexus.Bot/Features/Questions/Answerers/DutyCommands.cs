using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary><c>/helper on</c>: they may be asked again.</summary>
internal sealed class StartDutyCommand(AnswererBook book, GuildHubs hubs, PersonZones zones, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("helper", "on", "Be asked about questions again")
    {
        Visibility = Visibility.Private,
        Example = "/helper on",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (!await book.HelpsAsync(call.Guild, call.User, ct))
        {
            return AnswererViews.NotYet();
        }

        var profile = await book.OfAsync(call, ct);
        (profile.IsOnDuty, profile.AwayUntil) = (true, null);
        await book.SaveAsync(profile, ct);
        return AnswererViews.On(AnswererShown.Of(profile, await hubs.OfAsync(call.Guild, ct), await zones.OfAsync(call.User, call.Guild, ct)), clock.GetUtcNow());
    }
}

/// <summary><c>/helper off</c>: they are asked nothing, until a time or until they say so.</summary>
internal sealed class EndDutyCommand(AnswererBook book, PersonZones zones, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("helper", "off", "Be asked about no questions for a while")
    {
        Options = [Option.Text("until", "When you are back: Monday, in 3 days; without it, until /helper on", min: 1, max: 100).SuggestedBy<BackTimes>().Optional()],
        Visibility = Visibility.Private,
        Example = "/helper off until:Monday",
        Details = "What you said you know stays. Questions that you have taken stay yours, too.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (!await book.HelpsAsync(call.Guild, call.User, ct))
        {
            return AnswererViews.NotYet();
        }

        DateTimeOffset? until = null;
        if (call.TextOrNull("until") is { } phrase)
        {
            var zone = (await zones.OfAsync(call.User, call.Guild, ct)).Zone;
            if (BackTimes.Read(phrase, clock.GetUtcNow(), zone) is not WhenReading.Understood understood)
            {
                return AnswererViews.UntilUnclear(BackTimes.Read(phrase, clock.GetUtcNow(), zone), phrase, zone);
            }

            until = understood.At;
        }

        var profile = await book.OfAsync(call, ct);
        (profile.IsOnDuty, profile.AwayUntil) = (until is not null, until);
        await book.SaveAsync(profile, ct);
        return AnswererViews.Off(profile);
    }
}

/// <summary>Shows while a time is typed how it is understood.</summary>
internal sealed class BackTimes(PersonZones zones, TimeProvider clock) : IAutocomplete
{
    private static readonly string[] Examples = ["tomorrow 9:00", "Monday", "in 1 week"];

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var zone = (await zones.OfAsync(call.User, call.GuildOrNull, ct)).Zone;
        return TimeAnswers.Suggest(
            Bare(call.Typed), clock.GetUtcNow(), zone, WhenAsked.Once, Examples, [], (phrase, one) => new Suggestion($"{phrase} → {TimeText.Of(one.Local)}", phrase));
    }

    public static WhenReading Read(string phrase, DateTimeOffset now, NodaTime.DateTimeZone zone) => WhenReader.Read(Bare(phrase), now, zone, WhenAsked.Once);

    // "back Monday", "until Monday"
    private static string Bare(string phrase)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.SkipWhile(word => word.ToLowerInvariant() is "back" or "until" or "till" or "on"));
    }
}

/// <summary>On duty or off, under what somebody sees about themselves.</summary>
internal sealed class SetDutyButton(AnswererBook book, GuildHubs hubs, PersonZones zones, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("helpers", "duty") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || !await book.HelpsAsync(guild, call.User, ct))
        {
            return AnswererViews.NotYet();
        }

        var profile = await book.OfAsync(call, ct);
        (profile.IsOnDuty, profile.AwayUntil) = (call.Argument == "on", null);
        await book.SaveAsync(profile, ct);
        return AnswererViews.ShownHere(AnswererShown.Of(profile, await hubs.OfAsync(guild, ct), await zones.OfAsync(call.User, guild, ct)), clock.GetUtcNow());
    }
}
