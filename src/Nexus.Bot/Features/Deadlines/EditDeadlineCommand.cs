using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Deadlines;

/// <summary><c>/deadline edit</c> moves a deadline or changes whom it is for; without either it opens the form.</summary>
internal sealed class EditDeadlineCommand(DeadlineBook book, PersonZones zones, GuildConfigurations configurations, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("deadline", "edit", "Move a deadline, or change its words or whom it is for")
    {
        Options = [DeadlineOptions.Picked("Which one"), DeadlineOptions.When.Optional(), DeadlineOptions.For, DeadlineOptions.Role],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/deadline edit deadline:Capstone schema when:Sunday 18:00",
        Details = "With `when`, `for` or `role` it is changed at once, with Undo; without them a form opens for name, time, details and link. "
            + "Reminders follow the new time, and whoever was reminded of the old one is told once.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (deadline, question) = await DeadlineOptions.ReadWhichAsync(call, book, "edit", EditDeadlineButton.Spec, ct);
        if (deadline is null)
        {
            return question!;
        }

        if (deadline.IsRemoved)
        {
            return DeadlineViews.IsRemoved(deadline);
        }

        var zone = (await zones.OfAsync(call.User, call.Guild, ct)).Zone;
        var phrase = call.TextOrNull("when");
        var changesAudience = call.TextOrNull("for") is not null || call.IdOf("role") is not null;
        if (phrase is null && !changesAudience)
        {
            return DeadlineFormViews.Form(deadline, zone);
        }

        var now = clock.GetUtcNow();
        var configuration = await configurations.OfAsync(call.Guild, ct);
        if (DeadlineOptions.ReadAudience(call, configuration, out var role) is { } problem)
        {
            return problem;
        }

        var before = deadline.DueAt;
        if (phrase is not null)
        {
            var reading = WhenReader.Read(phrase, now, zone, DeadlineFormViews.AskedOfTimes);
            if (reading is not WhenReading.Understood understood)
            {
                return DeadlineFormViews.WhenIsUnclear(reading, phrase, zone);
            }

            deadline.DueAt = understood.At;
        }

        deadline.RoleId = changesAudience ? role : deadline.RoleId;
        await book.SaveAsync(deadline, ct);
        return DeadlineViews.Saved(deadline, deadline.DueAt == before ? null : before, null, now, Zones.Named(configuration.TimeZone));
    }
}

/// <summary>Edit, under a deadline.</summary>
internal sealed class EditDeadlineButton(DeadlineBook book, PersonZones zones) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "edit") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.FindAsync(call, ct) is not { } deadline ? DeadlineViews.Gone()
        : deadline.IsRemoved ? DeadlineViews.IsRemoved(deadline)
        : DeadlineFormViews.Form(deadline, (await zones.OfAsync(call.User, call.GuildOrNull, ct)).Zone);
}

/// <summary>The form behind Edit.</summary>
internal sealed class RewriteDeadlineModal(DeadlineBook book, PersonZones zones, GuildConfigurations configurations, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("deadlines", "rewrite") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (await book.FindAsync(call, ct) is not { } deadline)
        {
            return DeadlineViews.Gone();
        }

        if (deadline.IsRemoved)
        {
            return DeadlineViews.IsRemoved(deadline);
        }

        var name = Md.Line(call.Text(DeadlineFormViews.NameField));
        if (name.Length == 0)
        {
            return DeadlineFormViews.NameIsMissing();
        }

        if (!DeadlineOptions.ReadLink(call.Text(DeadlineFormViews.LinkField), out var link))
        {
            return DeadlineFormViews.LinkIsWrong();
        }

        // A time that cannot be read must not cost the words that came with it.
        var now = clock.GetUtcNow();
        var zone = (await zones.OfAsync(call.User, call.GuildOrNull, ct)).Zone;
        var (before, phrase) = (deadline.DueAt, call.Text(DeadlineFormViews.WhenField));
        string? note = null;
        if (phrase != TimeText.ToEdit(deadline.DueAt, zone))
        {
            var reading = WhenReader.Read(phrase, now, zone, DeadlineFormViews.AskedOfTimes);
            note = reading is WhenReading.Understood ? null : DeadlineFormViews.TimeStays(reading, phrase, zone);
            deadline.DueAt = (reading as WhenReading.Understood)?.At ?? deadline.DueAt;
        }

        var details = call.Text(DeadlineFormViews.DetailsField).Trim();
        (deadline.Name, deadline.Link) = (Md.Cut(name, Deadline.MostName), link);
        deadline.Details = details.Length == 0 ? null : Md.Cut(details, Deadline.MostDetails);
        await book.SaveAsync(deadline, ct);
        var server = Zones.Named((await configurations.OfAsync(deadline.GuildId, ct)).TimeZone);
        return DeadlineViews.Saved(deadline, deadline.DueAt == before ? null : before, note, now, server);
    }
}

/// <summary>Undo, after a deadline was moved.</summary>
internal sealed class MoveDeadlineBackButton(DeadlineBook book, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "moveback") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var id, var time] || !long.TryParse(time, out var seconds) || call.GuildOrNull is not { } guild
            || DeadlineReference.Read(id).Deadline is not { } number || await book.FindAsync(guild, number, ct) is not { IsRemoved: false } deadline)
        {
            return DeadlineViews.Gone();
        }

        var before = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
        if (before <= clock.GetUtcNow())
        {
            return DeadlineViews.TooLateToMoveBack(before);
        }

        deadline.DueAt = before;
        await book.SaveAsync(deadline, ct);
        return DeadlineViews.MovedBack(deadline);
    }
}
