using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.CheckIns;

/// <summary><c>/teams checkins</c>: how teams do, those first of whom nothing is known.</summary>
internal sealed class CheckInsCommand(CheckInLists lists) : ICommand
{
    public static CommandSpec Spec { get; } = new("teams", "checkins", "How teams say they do this week, and who has said nothing")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/teams checkins",
        Details = "With the latest eight weeks of each team: 🟢 on track, 🟠 stuck, 🆘 in need of a mentor, ▫️ nothing said. Here you also choose whether and when teams are asked.",
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => lists.ShowAsync(call.Guild, page: 0, isChange: false, ct);
}

/// <summary>Another page.</summary>
internal sealed class TurnCheckInsButton(CheckInLists lists) : IButton
{
    /// <summary>The argument is what makes it unique, and the page.</summary>
    public static ControlSpec Spec { get; } = new("team-checkin", "turn") { Audience = Audience.Mentors, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        lists.ShowAsync(call.Guild, call.Argument.Split('/') is [_, var page] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0, isChange: true, ct);
}

/// <summary>On which day teams are asked, or that they are not.</summary>
internal sealed class CheckInDaySelect(CheckInLists lists, CheckInSettingsStore settings, IJobSchedule schedule, TimeProvider clock) : ISelect
{
    public static ControlSpec Spec { get; } = new("team-checkin", "day") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var day = CheckInViews.DayOf(call.Values.FirstOrDefault());
        await settings.ChangeAsync(call.Guild, call.User, "the day", it => it.Day = day, ct);
        schedule.WakeAt<AskForCheckInsJob>(clock.GetUtcNow());
        return await lists.ShowAsync(call.Guild, page: 0, isChange: true, ct);
    }
}

/// <summary>At which hour.</summary>
internal sealed class CheckInHourSelect(CheckInLists lists, CheckInSettingsStore settings, IJobSchedule schedule, TimeProvider clock) : ISelect
{
    public static ControlSpec Spec { get; } = new("team-checkin", "hour") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (CheckInViews.HourOf(call.Values.FirstOrDefault()) is { } hour)
        {
            await settings.ChangeAsync(call.Guild, call.User, "the hour", it => it.Hour = hour, ct);
            schedule.WakeAt<AskForCheckInsJob>(clock.GetUtcNow());
        }

        return await lists.ShowAsync(call.Guild, page: 0, isChange: true, ct);
    }
}

/// <summary>Reads what all active teams of a server have said.</summary>
internal sealed class CheckInLists(NexusDb db, CheckInBook book, CheckInSettingsStore settings)
{
    public async Task<Reply> ShowAsync(Snowflake guild, int page, bool isChange, CancellationToken ct)
    {
        var week = await book.WeekAsync(guild, ct);
        var first = week - (7 * (CheckInViews.MostWeeks - 1));
        var teams = await db.In<Team>(guild).AsNoTracking().Where(team => team.Status == TeamStatus.Active).OrderBy(team => team.Number).ToListAsync(ct);
        var said = (await db.In<CheckIn>(guild).AsNoTracking().Where(row => row.Week >= first).ToListAsync(ct)).ToLookup(row => row.TeamId);
        return CheckInViews.Teams(
            [.. teams.Select(team => new TeamWeeks(team, [.. Enumerable.Range(0, CheckInViews.MostWeeks).Select(at => said[team.Id].FirstOrDefault(row => row.Week == first + (7 * at)))]))],
            await settings.OfAsync(guild, ct),
            page,
            isChange);
    }
}
