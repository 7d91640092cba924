using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Whom the reminders of a deadline reach.</summary>
/// <param name="People">How many; null when Discord does not tell who has which role: then they go to the channel.</param>
internal sealed record DeadlineReach(int? People, Snowflake Channel);

/// <summary>The public card of a deadline, and what mentors read when they add, change or remove one.</summary>
internal static class DeadlineViews
{
    private const int Accent = 0x57F287;

    private const string NoOtherPlace =
        "\n-# Whoever takes no direct messages is not reminded: an admin can choose a channel for them with `/nexus setup`.";

    /// <param name="reach">Null when it is not known yet.</param>
    public static Container Card(Deadline deadline, DeadlineReach? reach, DateTimeOffset now, DateTimeZone zone)
    {
        var name = Md.EscapeLine(deadline.Name);
        if (deadline.IsRemoved)
        {
            return new Container([new TextDisplay($"### ✖️ {name}\nThis deadline was taken back. It was due {Md.Time(deadline.DueAt)}.")]);
        }

        var lines = new List<string>
        {
            deadline.DueAt > now ? $"### 📌 {name}\nDue {Md.Moment(deadline.DueAt)}, for {For(deadline)}" : $"### ⌛ {name}\nWas due {Md.Moment(deadline.DueAt)}, for {For(deadline)}",
        };
        lines.AddRange(deadline.Details is { } details ? [UserMarkdown.Safe(details)] : []);
        lines.AddRange(deadline.Link is { } link ? [$"🔗 <{link}>"] : []);
        if (deadline.DueAt <= now)
        {
            return new Container([new TextDisplay(string.Join('\n', lines))]);
        }

        lines.Add($"-# {Reminders(deadline, reach, now, zone)}");
        return new Container(
        [
            new TextDisplay(string.Join('\n', lines)),
            Control.Row(
                Control.Button("Done", FinishDeadlineButton.Spec.For(DeadlineReference.To(deadline)), ButtonStyle.Success),
                Control.Button("Remind me no more", MuteDeadlineButton.Spec.For(DeadlineReference.To(deadline)))),
        ])
        { AccentColor = Accent };
    }

    /// <param name="hasOtherPlace">The server has a channel for those whose DMs are closed.</param>
    public static Reply Added(Deadline deadline, bool hasOtherPlace, DateTimeOffset now, DateTimeZone zone) => Reply.PublicCard(Card(deadline, null, now, zone))
        .Then(Reply.Private($"Only you see this: **{Name(deadline)}** is added. {Coming(deadline, now, zone)}{(hasOtherPlace || Ladder.Coming(deadline.DueAt, now, zone).Count == 0 ? "" : NoOtherPlace)}").With(
            Control.Button("Edit", EditDeadlineButton.Spec.For(deadline.Id)),
            Control.Button("Undo", RemoveDeadlineButton.Spec.For(deadline.Id))));

    public static Reply CardAgain(Deadline deadline, DeadlineReach reach, DateTimeOffset now, DateTimeZone zone) =>
        Reply.ChangeCard(Card(deadline, reach, now, zone));

    /// <param name="before">When it was due before, if it moved.</param>
    /// <param name="note">What could not be changed.</param>
    public static Reply Saved(Deadline deadline, DateTimeOffset? before, string? note, DateTimeOffset now, DateTimeZone zone)
    {
        var text = before is null
            ? $"✅ **{Name(deadline)}** is saved. It is due {Md.Moment(deadline.DueAt)}, for {For(deadline)}."
            : $"✅ **{Name(deadline)}** is due {Md.Moment(deadline.DueAt)} now. Whoever was reminded of the old time is told within a few minutes. {Coming(deadline, now, zone)}";
        var saved = Reply.Private(note is null ? text : $"{text}\n{note}");
        return before is { } old && old > now
            ? saved.With(Control.Button("Undo", MoveDeadlineBackButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{deadline.Id}/{old.ToUnixTimeSeconds()}"))))
            : saved;
    }

    public static Reply MovedBack(Deadline deadline) => Reply.Change($"**{Name(deadline)}** is due {Md.Moment(deadline.DueAt)} again.");

    public static Reply TooLateToMoveBack(DateTimeOffset before) => Reply.Private($"{Md.Time(before)} has passed meanwhile, so it stays as it is. `/deadline edit` moves it.");

    /// <param name="reminded">How many people would be reminded; null while they are counted, or when nobody can tell.</param>
    public static Reply AskRemoval(Deadline deadline, bool isCounted, int? reminded, bool isChange)
    {
        var many = (isCounted, reminded) switch
        {
            (false, _) => "I am counting whom it would have reminded…",
            (_, null) => $"It would have reminded {For(deadline)}.",
            (_, 0) => "Nobody would have been reminded any more.",
            (_, 1) => "1 person would have been reminded.",
            (_, { } people) => $"{people.ToString(CultureInfo.InvariantCulture)} people would have been reminded.",
        };
        var text = $"Remove **{Name(deadline)}**, due {Md.Moment(deadline.DueAt)}? {many} Those who were reminded already are told that it is off.";
        return (isChange ? Reply.Change(text) : Reply.Private(text)).With(
            Control.Button("Remove it", RemoveDeadlineButton.Spec.For(deadline.Id), ButtonStyle.Danger),
            Control.Button("Keep it", KeepDeadlineButton.Spec.For(deadline.Id)));
    }

    public static Reply Removed(Deadline deadline) => Reply.Change($"**{Name(deadline)}** is removed. Nobody is reminded of it any more.")
        .With(Control.Button("Undo", RestoreDeadlineButton.Spec.For(deadline.Id)));

    public static Reply Restored(Deadline deadline, DateTimeOffset now, DateTimeZone zone) =>
        Reply.Change($"**{Name(deadline)}** stands again, due {Md.Moment(deadline.DueAt)}. {Coming(deadline, now, zone)}");

    public static Reply Kept(Deadline deadline) => Reply.Change($"Nothing was removed. **{Name(deadline)}** stays as it is.");

    public static Reply TooMany() => Reply.Private(
        $"There are {DeadlineBook.MostComing} coming deadlines, which is as many as I keep. `/deadline remove` makes room. Nothing was saved.");

    public static Reply Gone() => Reply.Private("That deadline no longer exists, or the reminder was for somebody else. `/deadline list` shows yours.");

    public static Reply IsRemoved(Deadline deadline) => Reply.Private($"**{Name(deadline)}** was taken back, so there is nothing to do. `/deadline list` shows what is coming.");

    public static string Name(Deadline deadline) => Md.EscapeLine(deadline.Name);

    public static string For(Deadline deadline) => deadline.RoleId is { } role ? Md.Role(role) : "everyone";

    private static string Reminders(Deadline deadline, DeadlineReach? reach, DateTimeOffset now, DateTimeZone zone)
    {
        if (Ladder.Coming(deadline.DueAt, now, zone) is not { Count: > 0 } coming)
        {
            return "It is due so soon that no reminder comes.";
        }

        var when = Words(coming);
        return reach switch
        {
            null => $"Reminders come {when}, until you press Done.",
            { People: null } => $"I cannot see who has which role here, so reminders go to {Md.Channel(reach.Channel)} {when}" + (deadline.RoleId is { } role ? $" and mention {Md.Role(role)}." : "."),
            { People: 1 } => $"A direct message reminds 1 person {when}, until they press Done.",
            { People: { } people } => string.Create(CultureInfo.InvariantCulture, $"Direct messages remind {people} people {when}, until they press Done."),
        };
    }

    private static string Coming(Deadline deadline, DateTimeOffset now, DateTimeZone zone) =>
        Ladder.Coming(deadline.DueAt, now, zone) is { Count: > 0 } coming ? $"Reminders still to come: {Words(coming)}." : "It is due so soon that no reminder comes.";

    private static string Words(IReadOnlyList<Rung> rungs)
    {
        string[] words = [.. rungs.Select(rung => rung switch { Rung.ThreeDays => "3 days", Rung.OneDay => "1 day", _ => "2 hours" })];
        return (words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} and {words[^1]}") + " before";
    }
}
