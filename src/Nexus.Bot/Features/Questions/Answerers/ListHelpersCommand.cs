using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary><c>/helper list</c>: which topics somebody knows, and who of them may be asked now.</summary>
internal sealed class ListHelpersCommand(TopicsOfAnswerers topics, GuildHubs hubs) : ICommand
{
    public static CommandSpec Spec { get; } = new("helper", "list", "See who helps with what, and who may be asked now")
    {
        Options = [Option.Text("topic", "One topic only", min: 1, max: 100).SuggestedBy<KnownTopics>().Optional()],
        Visibility = Visibility.Private,
        Example = "/helper list topic:Celery",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.TextOrNull("topic") is not { } typed)
        {
            return AnswererViews.List(await topics.OfAsync(call.Guild, null, ct), 0);
        }

        var (known, _) = KnownTopics.Read(await hubs.OfAsync(call.Guild, ct), typed);
        var found = await topics.OfAsync(call.Guild, [.. known.Select(page => page.Slug)], ct);
        return found.Count == 0 ? AnswererViews.NobodyKnows(known.Count == 0 ? typed : known[0].Title) : AnswererViews.List(found, 0);
    }
}

/// <summary>Turns the pages of that list.</summary>
internal sealed class PageHelpersButton(TopicsOfAnswerers topics) : IButton
{
    public static ControlSpec Spec { get; } = new("helpers", "page") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => AnswererViews.ListHere(
        await topics.OfAsync(call.Guild, null, ct),
        call.Argument.Split('.') is [_, var page] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
}

/// <summary>Who knows what, by the names of topics.</summary>
internal sealed class TopicsOfAnswerers(AnswererBook book, GuildHubs hubs, PersonZones zones, GuildConfigurations configurations, TimeProvider clock)
{
    /// <param name="only">Slugs; everything when null.</param>
    public async Task<IReadOnlyList<TopicAnswerers>> OfAsync(Snowflake guild, IReadOnlyList<string>? only, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var all = await book.AllAsync(guild, ct);
        var own = await zones.ChosenByAsync([.. all.Select(profile => profile.PersonId)], ct);
        var servers = Zones.Named((await configurations.OfAsync(guild, ct)).TimeZone);
        var hub = await hubs.OfAsync(guild, ct);
        return
        [
            .. By(all, profile => profile.Topics.Where(slug => only is null || only.Contains(slug)).Select(slug => hub.BySlug(slug)?.Title ?? slug)),
            .. By(all, profile => only is null && profile.Topics.Count == 0 ? profile.Tracks.Select(track => $"Anything about {track}") : []),
        ];

        IEnumerable<TopicAnswerers> By(IEnumerable<AnswererProfile> people, Func<AnswererProfile, IEnumerable<string>> names) => people
            .SelectMany(profile => names(profile).Select(name => (
                Name: name,
                Person: (profile.PersonId, profile.Rank, IsReachable: AnswererPool.Of(profile, own.GetValueOrDefault(profile.PersonId) ?? servers).IsReachable(now)))))
            .GroupBy(one => one.Name)
            .Select(topic => new TopicAnswerers(topic.Key, [.. topic.Select(one => one.Person)]))
            .OrderBy(topic => topic.Topic, StringComparer.OrdinalIgnoreCase);
    }
}
