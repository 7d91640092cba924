using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.TimeZones;

/// <summary>What people read about time zones.</summary>
internal static class TimeZoneViews
{
    private const int MostPlace = 40;

    public static Suggestion Suggestion(ZoneFound found, DateTimeOffset now) => new(found.Words(now), found.Zone.Id);

    public static Reply Chosen(DateTimeZone zone, DateTimeZone? before, DateTimeOffset now) =>
        Reply.Private(ChosenText(zone, now)).With(Undo(before));

    public static Reply ChosenHere(DateTimeZone zone, DateTimeZone? before, DateTimeOffset now) =>
        Reply.Change(ChosenText(zone, now)).With(Undo(before));

    public static Reply Unknown(string typed, IReadOnlyList<ZoneFound> like, DateTimeOffset now)
    {
        var said = $"“{Md.EscapeLine(Md.Cut(typed, ZoneSearch.MostCharacters))}”";
        return like.Count == 0
            ? Reply.Private($"I know no time zone {said}. Nothing was saved. What works: a city (`Accra`), a country (`Ghana`), a name (`Africa/Accra`), or `UTC+1`.")
            : Reply.Private($"I am not sure which time zone {said} is. Nothing was saved. Did you mean one of these?")
                .With([.. like.Select(found => Control.Button(Label(found, now), ChooseTimeZoneButton.Spec.For(found.Zone.Id)))]);
    }

    public static Reply Shown(PersonZone yours, DateTimeZone? servers, DateTimeOffset now) => Reply.Private((yours.IsOwn, servers) switch
    {
        (true, null) => $"Your time zone is **{yours.Zone.Id}**: {There(yours.Zone, now)} there.\n-# `/timezone set` changes it, `/timezone clear` forgets it.",
        (true, { } server) =>
            $"Your time zone is **{yours.Zone.Id}**: {There(yours.Zone, now)} there.\n"
            + (server.Id == yours.Zone.Id ? "The server's is the same." : $"The server's is {server.Id}: {There(server, now)} there.")
            + "\n-# Times you type are read in yours. `/timezone set` changes it, `/timezone clear` forgets it.",
        (false, null) => $"You have not chosen a time zone, so times you type here are read in UTC: {There(yours.Zone, now)} there. `/timezone set` with your city changes that.",
        (false, { } server) =>
            $"You have not chosen a time zone, so times you type are read in the server's, **{server.Id}**: {There(server, now)} there. `/timezone set` with your city changes that.",
    });

    public static Reply Forgotten(DateTimeZone before, DateTimeZone now, bool inDm) =>
        Reply.Private(ForgottenText(now, inDm)).With(Control.Button("Undo", ChooseTimeZoneButton.Spec.For(before.Id)));

    /// <param name="before">Null when there was nothing left to forget.</param>
    public static Reply ForgottenHere(DateTimeZone? before, DateTimeZone now, bool inDm) =>
        Reply.Change(ForgottenText(now, inDm)).With(before is null ? [] : [Control.Button("Undo", ChooseTimeZoneButton.Spec.For(before.Id))]);

    public static Reply NothingToForget(DateTimeZone holds, bool inDm) =>
        Reply.Private($"You have not chosen a time zone. Times you type {Whose(holds, inDm)}. `/timezone set` chooses one.");

    private static string ChosenText(DateTimeZone zone, DateTimeOffset now)
    {
        var isOffset = zone is { MinOffset: var min, MaxOffset: var max } && min == max && zone.Id.StartsWith("UTC", StringComparison.Ordinal) && zone.Id.Length > 3;
        return $"✅ Your time zone is **{zone.Id}**: {There(zone, now)} there. Times you type are read in it, on every server."
            + (isOffset ? " It does not follow summer time; a city does." : "")
            + "\n-# What was set before keeps its times; reminders that repeat stay in the zone they were made in.";
    }

    private static string ForgottenText(DateTimeZone holds, bool inDm) => $"Your time zone is forgotten. From now on times you type {Whose(holds, inDm)}.";

    private static string Whose(DateTimeZone holds, bool inDm) => inDm ? "here are read in UTC" : $"are read in the server's zone, {holds.Id}";

    private static string There(DateTimeZone zone, DateTimeOffset now) => $"it is {TimeText.Of(Instant.FromDateTimeOffset(now).InZone(zone))}";

    private static string Label(ZoneFound found, DateTimeOffset now) => (found with { Place = Md.Cut(found.Place, MostPlace) }).Words(now);

    private static Button Undo(DateTimeZone? before) => before is null
        ? Control.Button("Undo", ForgetTimeZoneButton.Spec.For())
        : Control.Button("Undo", ChooseTimeZoneButton.Spec.For(before.Id));
}
