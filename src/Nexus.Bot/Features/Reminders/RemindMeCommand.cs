using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary><c>/remind me</c> sets a reminder.</summary>
internal sealed class RemindMeCommand(ReminderDesk desk, OpenSubjects subjects) : ICommand
{
    public static CommandSpec Spec { get; } = new("remind", "me", "Be reminded of something, once or again and again")
    {
        Options =
        [
            Option.Text("when", "Such as: in 20 min, tomorrow 9:00, Friday at noon, every Monday at 9am", min: 1, max: 100).SuggestedBy<ReminderTimes>(),
            Option.Text("what", "What shall I remind you of?", min: 1, max: Reminder.MostText),
            Option.Choice("where", "Where it comes; here when left out", ("Here, mentioning you", ReminderViews.Here), ("As a direct message", ReminderViews.Dm)).Optional(),
            Option.Text("about", "Something of the bot's, such as a deadline; the reminder goes when that is closed", max: 100).SuggestedBy<ReminderSubjects>().Optional(),
            Option.Flag("public", "Let others in this channel join it").Optional(),
        ],
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/remind me when:tomorrow 9am what:Push the migrations",
        Details = "While you type `when`, the list shows how I understand it, by your own clock (`/timezone set`). Only you see the answer, "
            + "which has Edit and Undo. A reminder that comes has Done, Snooze and Edit. `/remind list` shows what is waiting.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var about = call.TextOrNull("about")?.Trim();
        ReminderSubject? subject = null;
        if (about is { Length: > 0 })
        {
            var open = await subjects.OfAsync(call.GuildOrNull, call.User, ct);
            if ((subject = OpenSubjects.Named(open, about)) is null)
            {
                return ReminderViews.UnknownSubject(about, open);
            }
        }

        var asksForDm = call.IsDirectMessage || call.TextOrNull("where") == ReminderViews.Dm;
        var whyNotHere = asksForDm ? null : ReminderDesk.WhyNotHere(call);
        var byDm = asksForDm || whyNotHere is not null;
        var isPublic = call.Flag("public") && !byDm;
        var note = call.Flag("public") && !isPublic ? ReminderViews.NotPublic : whyNotHere;
        return await desk.AddAsync(
            new NewReminder(call.User, call.GuildOrNull, call.IsDirectMessage ? null : call.Channel, call.Id, call.Text("what"))
            {
                ByDm = byDm,
                Subject = subject,
                IsPublic = isPublic,
            },
            call.Text("when"),
            note,
            ct);
    }
}
