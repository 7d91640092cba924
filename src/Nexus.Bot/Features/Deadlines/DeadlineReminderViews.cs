using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>What a reminder of a deadline says.</summary>
internal static class DeadlineReminderViews
{
    private const int MostDetails = 500;
    private const int Accent = 0xFEE75C;

    public static DeliveryContent Sent(Deadline deadline, DeadlineReminder reminder, DeliveryFailure? fellBack, TimeSpan? lateBy)
    {
        var card = new Container([new TextDisplay(Text(deadline, reminder, fellBack, lateBy)), Buttons(deadline, reminder)]) { AccentColor = Accent };
        return new DeliveryContent(card)
        {
            // Only a rung names people: news is nothing to be disturbed for.
            Mentions = reminder.IsForAll
                ? deadline.RoleId is { } role && reminder.Rung <= Rung.TwoHours ? AllowedMentions.None with { Roles = [role] } : AllowedMentions.None
                : fellBack is null ? AllowedMentions.None : AllowedMentions.None with { Users = [reminder.UserId] },
        };
    }

    private static string Text(Deadline deadline, DeadlineReminder reminder, DeliveryFailure? fellBack, TimeSpan? lateBy)
    {
        var lines = new List<string>();
        if (reminder.IsForAll && deadline.RoleId is { } role)
        {
            lines.Add(Md.Role(role));
        }
        else if (fellBack is not null)
        {
            lines.Add(Md.User(reminder.UserId));
        }

        var name = Md.EscapeLine(deadline.Name);
        lines.AddRange(reminder.Rung switch
        {
            Rung.Moved => [$"### 🔁 {name} has moved", $"It is due {Md.Moment(deadline.DueAt)} now{Before(reminder)}."],
            Rung.Removed => [$"### ✖️ {name} is off", $"A mentor took it back; it was due {Md.Time(reminder.About)}. Nothing is left to do."],
            _ => (string[])[$"### ⏰ {name}", $"Due {Md.Moment(deadline.DueAt)}."],
        });
        if (reminder.Rung <= Rung.TwoHours)
        {
            lines.AddRange(deadline.Details is { } details ? [UserMarkdown.Safe(Md.Cut(details, MostDetails))] : []);
            lines.AddRange(deadline.Link is { } link ? [$"🔗 <{link}>"] : []);
        }

        if (lateBy is { } late)
        {
            lines.Add($"-# ⏰ Late by {TimeText.Of(late)}: I could not send it in time.");
        }

        if (fellBack is not null)
        {
            lines.Add("-# It is here because I could not send you a direct message. Allow direct messages from this server, and the next one comes there.");
        }

        return string.Join('\n', lines);
    }

    private static string Before(DeadlineReminder reminder) =>
        reminder.ToldBefore is { } before && before != reminder.About ? $", not {Md.Time(before)}" : "";

    private static ActionRow Buttons(Deadline deadline, DeadlineReminder reminder)
    {
        // A channel's card is for whoever presses; a person's leads back through the reminder, also from a DM.
        var which = reminder.IsForAll ? DeadlineReference.To(deadline) : DeadlineReference.Through(reminder);
        var card = deadline.CardId is { } id ? Control.Link("Where it stands", Md.MessageUrl(deadline.GuildId, deadline.ChannelId, id)) : null;
        Button?[] buttons = reminder.Rung == Rung.Removed
            ? [card, Control.Button("No deadlines of that server", SilenceDeadlinesButton.Spec.For(which))]
            :
            [
                Control.Button("Done", FinishDeadlineButton.Spec.For(which), ButtonStyle.Success),
                Control.Button("Remind me no more", MuteDeadlineButton.Spec.For(which)),
                card,
            ];
        return Control.Row([.. buttons.OfType<Button>()]);
    }
}
