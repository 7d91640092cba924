using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>What somebody reads about their own part: done, muted.</summary>
internal static class MyDeadlineViews
{
    public static Reply Done(Deadline deadline, string which) => Reply.Private($"✅ **{DeadlineViews.Name(deadline)}** is done. Well done! No more reminders of it for you.")
        .With(Control.Button("Undo", UnfinishDeadlineButton.Spec.For(which)));

    public static Reply NotDone(Deadline deadline, bool isOver) =>
        Reply.Change($"**{DeadlineViews.Name(deadline)}** is open again for you, due {Md.Moment(deadline.DueAt)}." + (isOver ? "" : " Reminders still to come reach you."));

    public static Reply Muted(Deadline deadline, string which) => Reply.Private($"🔕 No more reminders of **{DeadlineViews.Name(deadline)}** for you. It stays in `/deadline list`.").With(
        Control.Button("Undo", UnmuteDeadlineButton.Spec.For(which)),
        Control.Button("No deadlines of that server", SilenceDeadlinesButton.Spec.For(which)));

    public static Reply Unmuted(Deadline deadline, bool isSilent) => Reply.Private(UnmutedText(deadline, isSilent)).With(Speak(isSilent));

    public static Reply UnmutedHere(Deadline deadline, bool isSilent) => Reply.Change(UnmutedText(deadline, isSilent)).With(Speak(isSilent));

    public static Reply Silent(string which) => Reply.Private("🔕 No more reminders of this server's deadlines for you. They stay in `/deadline list`.")
        .With(Control.Button("Undo", HearDeadlinesButton.Spec.For(which)));

    public static Reply Heard() => Reply.Private(HeardText);

    public static Reply HeardHere() => Reply.Change(HeardText);

    public static Reply NotMuted() => Reply.Private("You have not switched off the reminders of all deadlines. To hear of a single one again, name it: `/deadline unmute deadline:…`.");

    private const string HeardText = "🔔 Reminders of this server's deadlines reach you again, except of those you muted one by one.";

    private static string UnmutedText(Deadline deadline, bool isSilent) => isSilent
        ? $"**{DeadlineViews.Name(deadline)}** is no longer muted, but you have switched off the reminders of all deadlines here."
        : $"🔔 Reminders of **{DeadlineViews.Name(deadline)}** reach you again.";

    private static IReadOnlyList<Component> Speak(bool isSilent) => isSilent ? [Control.Button("Switch them on", HearDeadlinesButton.Spec.For(""))] : [];
}
