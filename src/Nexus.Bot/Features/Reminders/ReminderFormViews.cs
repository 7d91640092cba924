using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>The forms of reminders.</summary>
internal static class ReminderFormViews
{
    private const string Examples = "in 2h30m, tomorrow 9:00, every Monday at 9am";

    /// <param name="quoted">What the message says.</param>
    public static Reply AboutMessage(Snowflake message, string quoted, DateTimeZone zone) => Reply.Form(new Modal
    {
        CustomId = WriteReminderModal.Spec.For(message),
        Title = "Remind me",
        Components =
        [
            When(zone, null),
            What(Md.Cut(quoted.Trim(), Reminder.MostText)),
            new Label("Where", new StringSelect
            {
                CustomId = ReminderViews.WhereField,
                Options =
                [
                    new SelectOption("Here, mentioning me", ReminderViews.Here, Default: true),
                    new SelectOption("As a direct message", ReminderViews.Dm),
                ],
            }),
        ],
    });

    /// <param name="customId">Of the form that belongs to where Edit was pressed.</param>
    public static Reply Edit(ReminderEntry entry, DateTimeZone zone, string phrase, string customId) => Reply.Form(new Modal
    {
        CustomId = customId,
        Title = "Edit the reminder",
        Components =
        [
            entry is { Next: not null, Reminder.EndedAt: null }
                ? When(zone, phrase.Length > 0 ? phrase : WhenText.ToEdit(entry, zone), required: false)
                : When(zone, phrase),
            What(entry.Reminder.Text),
        ],
    });

    public static Reply SnoozeUntil(long delivery, DateTimeZone zone) => Reply.Form(new Modal
    {
        CustomId = SnoozeReminderModal.Spec.For(delivery),
        Title = "Remind me again",
        Components = [Control.TextField(ReminderViews.WhenField, "When", WhenReader.MostCharacters, placeholder: "in 3 hours, Friday 10:00", hint: $"One time, read in {zone.Id}")],
    });

    private static Label When(DateTimeZone zone, string? value, bool required = true) => Control.TextField(
        ReminderViews.WhenField, "When", WhenReader.MostCharacters, required: required, value: string.IsNullOrEmpty(value) ? null : value,
        placeholder: required ? Examples : "Empty: as it is now", hint: Read(zone));

    private static Label What(string text) => Control.TextField(
        ReminderViews.WhatField, "What", Reminder.MostText, paragraph: true, value: text.Length == 0 ? null : text, hint: $"Up to {Reminder.MostText} characters");

    private static string Read(DateTimeZone zone) => $"Read in {zone.Id}; repetitions work too";
}
