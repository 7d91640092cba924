using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.People;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary><c>/helper set</c>: what somebody knows, how much they take at a time, and when they may be asked.</summary>
internal sealed class SetHelperCommand(AnswererBook book, GuildHubs hubs, PersonZones zones, GuildConfigurations configurations, TimeProvider clock) : ICommand
{
    private const int MostLike = 3;

    public static CommandSpec Spec { get; } = new("helper", "set", "Say what you can help with, and when you may be asked")
    {
        Options =
        [
            Option.Text("topics", "What you know, with commas: Celery, Docker", min: 1, max: 500).SuggestedBy<KnownTopics>().Optional(),
            Option.Choice("tracks", "Whose questions", ("backend", "backend"), ("frontend", "frontend"), ("both", "both")).Optional(),
            Option.Integer("capacity", "At most so many questions at a time", 1, AnswererProfile.MostCapacity).Optional(),
            Option.Text("hours", "When I may ask you: evenings, weekdays 9-17, Mon Wed 6-10pm", min: 1, max: DutyWords.MostCharacters).SuggestedBy<DutySuggestions>().Optional(),
        ],
        Visibility = Visibility.Private,
        Example = "/helper set topics:Celery, Docker capacity:2 hours:weekdays 18:00-22:00",
        Details = "Everybody may help, not only mentors. A new question that fits is offered to whoever knows its topic, has room and is in their hours; you can always say no. "
            + "What you leave out stays as it is. Hours are read in the zone of `/timezone`.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.Guild, ct);
        var zone = await zones.OfAsync(call.User, call.Guild, ct);
        var isNew = !await book.HelpsAsync(call.Guild, call.User, ct);
        var (topics, tracks, capacity, hours) = (call.TextOrNull("topics"), call.TextOrNull("tracks"), call.Integer("capacity"), call.TextOrNull("hours"));
        if (topics is null && tracks is null && (isNew || (capacity is null && hours is null)))
        {
            return isNew ? AnswererViews.NotYet() : AnswererViews.Shown(AnswererShown.Of((await book.FindAsync(call.Guild, call.User, ct))!, hub, zone), isOwn: true, clock.GetUtcNow());
        }

        var (known, unknown) = KnownTopics.Read(hub, topics ?? "");
        if (unknown.Count > 0)
        {
            return AnswererViews.UnknownTopics([.. unknown.Select(name => (name, (IReadOnlyList<HubPage>)[.. hub.Complete(name, MostLike)]))]);
        }

        if (known.Count > AnswererProfile.MostTopics)
        {
            return AnswererViews.TooManyTopics(known.Count);
        }

        if (hours is not null && DutyWords.Read(hours) is null)
        {
            return AnswererViews.HoursUnclear(hours);
        }

        var profile = await book.OfAsync(call, ct);
        if (topics is not null)
        {
            profile.Topics = [.. known.Select(page => page.Slug)];
        }

        if (tracks is not null || isNew)
        {
            profile.Tracks = tracks switch
            {
                null => TracksOf(call, await configurations.OfAsync(call.Guild, ct)),
                "backend" or "frontend" => [tracks],
                _ => ["backend", "frontend"],
            };
        }

        profile.Capacity = (int)Math.Clamp(capacity ?? profile.Capacity, 1, AnswererProfile.MostCapacity);
        if (hours is not null && DutyWords.Read(hours) is { } time)
        {
            (profile.From, profile.Until, profile.Days) = (time.From, time.Until, time.Days);
        }

        await book.SaveAsync(profile, ct);
        return AnswererViews.Saved(AnswererShown.Of(profile, hub, zone), isNew, clock.GetUtcNow());
    }

    // By their roles; who has neither helps with either.
    private static IReadOnlyList<string> TracksOf(Call call, GuildConfiguration configuration)
    {
        string[] theirs =
        [
            .. configuration.BackendRoleId is { } backend && call.Roles.Contains(backend) ? ["backend"] : Array.Empty<string>(),
            .. configuration.FrontendRoleId is { } frontend && call.Roles.Contains(frontend) ? ["frontend"] : Array.Empty<string>(),
        ];
        return theirs.Length == 0 ? ["backend", "frontend"] : theirs;
    }
}
