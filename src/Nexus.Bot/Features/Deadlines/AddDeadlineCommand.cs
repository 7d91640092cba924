using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Deadlines;

/// <summary><c>/deadline add</c> says publicly what is due when; the reminders follow by themselves.</summary>
internal sealed class AddDeadlineCommand(DeadlineBook book, PersonZones zones, GuildConfigurations configurations, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("deadline", "add", "Set a deadline for everyone, a track or a role, with reminders")
    {
        Options =
        [
            Option.Text("name", "What is due", min: 1, max: Deadline.MostName),
            DeadlineOptions.When,
            DeadlineOptions.For,
            DeadlineOptions.Role,
            Option.Text("details", "What belongs to it; Edit has room for more lines", max: Deadline.MostDetails).Optional(),
            Option.Text("link", "Where more about it is written", max: Deadline.MostLink).Optional(),
        ],
        Audience = Audience.Mentors,
        Example = "/deadline add name:Capstone schema when:Friday 18:00 for:backend",
        Details = "Everybody it is for is reminded by direct message 3 days, 1 day and 2 hours before, until they mark it as done or want no reminders. "
            + "The reminders of days come at that time of day on each person's own clock, but never between 21:00 and 8:00. Moving it moves them.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var zone = (await zones.OfAsync(call.User, call.Guild, ct)).Zone;
        var now = clock.GetUtcNow();
        var phrase = call.Text("when");
        var reading = WhenReader.Read(phrase, now, zone, DeadlineFormViews.AskedOfTimes);
        if (reading is not WhenReading.Understood understood)
        {
            return DeadlineFormViews.WhenIsUnclear(reading, phrase, zone);
        }

        var configuration = await configurations.OfAsync(call.Guild, ct);
        if (DeadlineOptions.ReadAudience(call, configuration, out var role) is { } problem)
        {
            return problem;
        }

        var name = Md.Line(call.Text("name"));
        if (name.Length == 0)
        {
            return DeadlineFormViews.NameIsMissing();
        }

        if (!DeadlineOptions.ReadLink(call.TextOrNull("link"), out var link))
        {
            return DeadlineFormViews.LinkIsWrong();
        }

        if ((await book.ComingAsync(call.Guild, ct)).Count >= DeadlineBook.MostComing)
        {
            return DeadlineViews.TooMany();
        }

        var deadline = new Deadline
        {
            GuildId = call.Guild,
            Name = Md.Cut(name, Deadline.MostName),
            Details = call.TextOrNull("details") is { Length: > 0 } details ? Md.Cut(details.Trim(), Deadline.MostDetails) : null,
            Link = link,
            RoleId = role,
            DueAt = understood.At,
            AuthorId = call.User,
            CreatedAt = now,
            ChannelId = call.Channel,
        };
        await book.AddAsync(deadline, ct);
        return DeadlineViews.Added(deadline, configuration.ReminderChannelId is not null, now, Zones.Named(configuration.TimeZone)).Afterwards<PlaceDeadlineCard>(DeadlineReference.To(deadline));
    }
}
