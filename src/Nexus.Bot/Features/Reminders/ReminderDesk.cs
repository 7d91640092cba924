using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>What asking for a reminder and editing one share: reading the time in the person's zone, and the answer.</summary>
internal sealed class ReminderDesk(ReminderBook book, PersonZones zones, TimeProvider clock)
{
    /// <summary>Why a reminder cannot come where it is asked for; null when it can. What people may not write in a channel themselves, the bot does not write for them.</summary>
    public static string? WhyNotHere(Call call)
    {
        var isThread = call.Interaction.Channel is { IsThread: true };
        var needed = Permissions.Administrator | (isThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        return (call.Permissions & needed) == Permissions.None ? ReminderViews.YouMayNotWriteHere
            : call.Interaction.AppPermissions is { } mine && (mine & needed) == Permissions.None ? ReminderViews.IMayNotWriteHere
            : null;
    }

    public async Task<Reply> AddAsync(NewReminder asked, string phrase, string? note, CancellationToken ct)
    {
        var (now, zone) = (clock.GetUtcNow(), await zones.OfAsync(asked.Person, asked.Guild, ct));
        phrase = phrase.Trim();
        var reading = WhenReader.Read(phrase, now, zone.Zone);
        var understood = reading as WhenReading.Understood;
        switch (await book.AddAsync(asked, understood?.Best, ct))
        {
            case AddResult.WordingIsWrong:
                return ReminderViews.WordingIsWrong();
            case AddResult.Full full:
                return ReminderViews.Full(full.Most);
            case AddResult.Added { Entry: { Next: not null } entry } when understood is not null:
                var reply = ReminderViews.Confirmed(entry, zone.Zone, now, new HeardTime(phrase, understood, zone.Zone, zone.IsOwn), note);
                var question = await AskAsync(entry, phrase, understood, zone, ct);
                return asked.IsPublic ? reply.Then(question is null ? ReminderViews.Invitation(entry, 0) : ReminderViews.Invitation(entry, 0).Then(question))
                    : question is null ? reply : reply.Then(question);
            case AddResult.Added added when understood is null:
                return ReminderViews.WhenIsUnclear(reading, phrase, added.Entry.Reminder, zone.Zone);
            case AddResult.Added added:
                return ReminderViews.NothingToCome(added.Entry);
            default:
                throw new InvalidOperationException("An outcome of adding a reminder has no answer.");
        }
    }

    /// <summary>Somebody who joined another's reminder puts it off: from then on it is a reminder of their own, in a DM.</summary>
    public Task<Reply> CopyAsync(Call call, Reminder followed, DateTimeOffset until, CancellationToken ct) => AddAsync(
        new NewReminder(call.User, call.GuildOrNull, call.Channel, call.Id, followed.Text) { ByDm = true, Link = followed.Link },
        TimeText.ToKeep(until),
        null,
        ct);

    /// <summary>What the form behind Edit says.</summary>
    public async Task<Reply> RewriteAsync(ModalCall call, bool inPlace, CancellationToken ct)
    {
        if (await book.FindEntryAsync(call.User, call.Number, ct) is not { } entry)
        {
            return ReminderViews.NotYours();
        }

        var (reminder, now) = (entry.Reminder, clock.GetUtcNow());
        var zone = await zones.OfAsync(call.User, reminder.Guild, ct);
        if (!reminder.Write(call.Text(ReminderViews.WhatField)))
        {
            return ReminderViews.WordingIsWrong();
        }

        await book.SaveAsync(ct);
        var phrase = call.Text(ReminderViews.WhenField).Trim();
        if ((phrase.Length == 0 || phrase == WhenText.ToEdit(entry, zone.Zone)) && entry.Next is not null)
        {
            return Confirm(entry, null, null);
        }

        // A time that cannot be read must not cost the words that came with it.
        var reading = WhenReader.Read(phrase, now, zone.Zone);
        if (reading is not WhenReading.Understood understood)
        {
            return entry.Next is not null ? Confirm(entry, null, ReminderViews.TimeStays(reading, phrase, zone.Zone))
                : phrase.Length == 0 ? ReminderViews.NeedsATime(reminder)
                : ReminderViews.WhenIsUnclear(reading, phrase, reminder, zone.Zone);
        }

        if (entry.Next is null && await book.FullAsync(call.User, ct) is { } most)
        {
            return ReminderViews.Full(most);
        }

        var heard = new HeardTime(phrase, understood, zone.Zone, zone.IsOwn) { IsEdit = entry.Next is not null };
        await book.RetimeAsync(reminder, understood.Best, ct);
        entry = await book.EntryAsync(reminder, ct);
        var reply = Confirm(entry, heard, null);
        return await AskAsync(entry, phrase, understood, zone, ct) is { } question ? reply.Then(question) : reply;

        Reply Confirm(ReminderEntry it, HeardTime? time, string? note) => inPlace
            ? ReminderViews.ConfirmedHere(it, zone.Zone, now, time, note)
            : ReminderViews.Confirmed(it, zone.Zone, now, time, note);
    }

    /// <summary>The card of one that is to come, in place of what stood there.</summary>
    public async Task<Reply> ShowAsync(ReminderEntry entry, CancellationToken ct) =>
        ReminderViews.ConfirmedHere(entry, await ZoneOfAsync(entry.Reminder, ct), clock.GetUtcNow(), null);

    public async ValueTask<DateTimeZone> ZoneOfAsync(Reminder reminder, CancellationToken ct) =>
        (await zones.OfAsync(reminder.UserId, reminder.Guild, ct)).Zone;

    /// <summary>Where one that has come is put off: in a DM its server's zone still holds.</summary>
    public ValueTask<DateTimeZone> ZoneOfAsync(Call call, ArrivedReminder? arrived, CancellationToken ct) =>
        arrived is null ? ZoneOfAsync(call, ct) : ZoneOfAsync(arrived.Reminder, ct);

    public async ValueTask<DateTimeZone> ZoneOfAsync(Call call, CancellationToken ct) =>
        (await zones.OfAsync(call.User, call.GuildOrNull, ct)).Zone;

    // Once per person, and only where it matters.
    private async Task<Reply?> AskAsync(ReminderEntry entry, string phrase, WhenReading.Understood understood, PersonZone zone, CancellationToken ct) =>
        !zone.IsOwn && WhenText.DependsOnClock(phrase, understood.Best, clock.GetUtcNow()) && await zones.AsksAsync(entry.Reminder.UserId, ct)
            ? ClockQuestionViews.Ask(entry.Reminder, understood.Best, clock.GetUtcNow())
            : null;
}
