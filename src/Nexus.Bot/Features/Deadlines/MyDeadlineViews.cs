using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>What somebody reads about their own part: done, muted.</summary>
internal static class MyDeadlineViews
{
    public static Reply Done(Deadline deadline, string which) => Reply.Private($"✅ **{DeadlineViews.Name(deadline)}** is done. Well done! No more reminders of it for you.")
        .With(Control.Button("Undo", UnfinishDeadlineButton.Spec.For(which)));

    /// <param name="isReminded">Null when nothing is to come any more.</param>
    public static Reply NotDone(Deadline deadline, bool? isReminded) =>
        Reply.Change($"**{DeadlineViews.Name(deadline)}** is open again for you, due {Md.Moment(deadline.DueAt)}." + isReminded switch
        {
            null => "",
            true => " Reminders still to come reach you.",
            false => " Its reminders stay off for you.",
        });

    public static Reply Muted(Deadline deadline, string which) => Reply.Private($"🔕 No more reminders of **{DeadlineViews.Name(deadline)}** for you. It stays in `/deadline list`.").With(
        Control.Button("Undo", UnmuteDeadlineButton.Spec.For(which)),
        Control.Button("No deadlines of that server", SilenceDeadlinesButton.Spec.For(which)));

    public static Reply Unmuted(Deadline deadline, bool isSilent) => Reply.Private(UnmutedText(deadline, isSilent)).With(Speak(isSilent, DeadlineReference.To(deadline)));

    public static Reply UnmutedHere(Deadline deadline, bool isSilent, string which) => Reply.Change(UnmutedText(deadline, isSilent)).With(Speak(isSilent, which));

    public static Reply Silent(string which, bool inDm = false) => Reply.Private($"🔕 No more reminders of {Whose(inDm)} deadlines for you. They stay in `/deadline list`{(inDm ? " there" : "")}.")
        .With(Control.Button("Undo", HearDeadlinesButton.Spec.For(which)));

    public static Reply Heard() => Reply.Private(HeardText(inDm: false));

    public static Reply HeardHere(bool inDm) => Reply.Change(HeardText(inDm));

    public static Reply NotMuted() => Reply.Private("You have not switched off the reminders of all deadlines. To hear of a single one again, name it: `/deadline unmute deadline:…`.");

    private static string HeardText(bool inDm) => $"🔔 Reminders of {Whose(inDm)} deadlines reach you again, except of those you muted one by one.";

    private static string Whose(bool inDm) => inDm ? "that server's" : "this server's";

    private static string UnmutedText(Deadline deadline, bool isSilent) => isSilent
        ? $"**{DeadlineViews.Name(deadline)}** is no longer muted, but you have switched off the reminders of all deadlines of that server."
        : $"🔔 Reminders of **{DeadlineViews.Name(deadline)}** reach you again.";

    private static IReadOnlyList<Component> Speak(bool isSilent, string which) => isSilent ? [Control.Button("Switch them on", HearDeadlinesButton.Spec.For(which))] : [];
}
