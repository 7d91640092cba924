using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Lists of deadlines, and one alone as somebody sees it.</summary>
internal static class DeadlineListViews
{
    private const int PageSize = 8;

    public static Reply List(IReadOnlyList<DeadlineEntry> entries, DateTimeOffset now) => entries.Count == 0
        ? Reply.Private("No deadline is coming. Mentors add one with `/deadline add`.")
        : Reply.PrivateCard(PageParts(entries, 0, now));

    public static Reply Page(IReadOnlyList<DeadlineEntry> entries, int page, DateTimeOffset now) => entries.Count == 0
        ? Reply.ChangeCard(new TextDisplay("No deadline is coming any more."))
        : Reply.ChangeCard(PageParts(entries, page, now));

    /// <param name="doneBy">How many have it done.</param>
    /// <param name="forMentors">Shows what mentors can do with it.</param>
    public static Reply Shown(DeadlineEntry entry, int doneBy, bool forMentors, DateTimeOffset now, DateTimeZone zone)
    {
        var deadline = entry.Deadline;
        var yours = (deadline.IsOver(now), entry) switch
        {
            (_, { IsDone: true }) => "✅ You have it done.",
            (true, _) => "",
            (_, { IsMuted: true }) => "🔕 You get no reminders of it.",
            (_, { IsTheirs: false }) => "It is not for you.",
            _ => "",
        };
        var done = doneBy switch { 0 => "", 1 => "1 person has it done.", _ => string.Create(CultureInfo.InvariantCulture, $"{doneBy} people have it done.") };
        var text = string.Join(' ', new[] { yours, done }.Where(part => part.Length > 0));
        return Reply.PrivateCard(
        [
            DeadlineViews.Card(deadline, null, now, zone),
            .. text.Length > 0 ? [new TextDisplay(text)] : Array.Empty<Component>(),
            .. Control.Rows(
            [
                .. deadline.CardId is { } card ? [Control.Link("Where it stands", Md.MessageUrl(deadline.GuildId, deadline.ChannelId, card))] : Array.Empty<Component>(),
                .. forMentors && !deadline.IsRemoved
                    ? [Control.Button("Edit", EditDeadlineButton.Spec.For(deadline.Id)), Control.Button("Remove", AskDeadlineRemovalButton.Spec.For(deadline.Id), ButtonStyle.Danger)]
                    : Array.Empty<Component>(),
            ]),
        ]);
    }

    /// <summary>A line of the autocomplete list.</summary>
    public static Suggestion Suggestion(Deadline deadline, DateTimeOffset now, DateTimeZone zone) => new(
        $"{Md.Cut(deadline.Name, 50)} · {TimeText.Of(Instant.FromDateTimeOffset(deadline.DueAt).InZone(zone))} (in {TimeText.Of(deadline.DueAt - now)})",
        DeadlineReference.To(deadline));

    private static List<Component> PageParts(IReadOnlyList<DeadlineEntry> entries, int page, DateTimeOffset now)
    {
        (var shown, page, var pages) = Paging.Slice(entries, page, PageSize);
        return
        [
            new TextDisplay("## Deadlines\n" + string.Join('\n', shown.Select(entry => Line(entry, now)))),
            Control.Row(new StringSelect
            {
                CustomId = OpenDeadlineSelect.Spec.For(),
                Placeholder = "Look at one…",
                Options = [.. shown.Select(entry => new SelectOption(Md.Cut(entry.Deadline.Name, 100), DeadlineReference.To(entry.Deadline)))],
            }),
            .. Paging.Turns(page, pages, (way, to) => PageDeadlinesButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{way}/{to}"))),
        ];
    }

    private static string Line(DeadlineEntry entry, DateTimeOffset now)
    {
        var deadline = entry.Deadline;
        var sign = (entry, deadline.IsOver(now)) switch
        {
            ({ IsDone: true }, _) => "✅",
            (_, true) => "⌛",
            ({ IsTheirs: false }, _) => "▫️",
            ({ IsMuted: true }, _) => "🔕",
            _ => "📌",
        };
        string?[] asides =
        [
            entry.IsDone ? "done" : deadline.IsOver(now) ? "over" : null,
            entry is { IsDone: false, IsMuted: true, IsTheirs: true } && !deadline.IsOver(now) ? "muted" : null,
            deadline.RoleId is null ? null : $"for {DeadlineViews.For(deadline)}",
        ];
        return string.Join(" · ", [$"{sign} **{DeadlineViews.Name(deadline)}**", Md.Moment(deadline.DueAt), .. asides.Where(aside => aside is not null)]);
    }
}
