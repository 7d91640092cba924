using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>Back to the card, as things are now.</summary>
internal sealed class RoundCardButton(RoundCards cards) : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "card") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => RoundMentorViews.CardHere(await cards.OfAsync(call.Guild, ct), "");
}

/// <summary>Start a round now…: first a look at what it would be.</summary>
internal sealed class StartRoundButton : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "start") { Audience = Audience.Mentors, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(RoundMentorViews.Looking().Afterwards<LookAtRound>());
}

/// <summary>Draw: the round of this number, once.</summary>
internal sealed class DrawRoundButton(RoundCards cards, IJobSchedule jobs, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "draw") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var number = call.Number ?? 0;
        var schedule = await cards.ToChangeAsync(call.Guild, ct);
        if (number <= schedule.LastNumber)
        {
            return RoundMentorViews.DrawnAlready(await cards.OfAsync(call.Guild, ct), number);
        }

        (schedule.AskedAt, schedule.AskedBy) = (clock.GetUtcNow(), call.User);
        await cards.Db.SaveChangesAsync(ct);

        // Also when nothing follows this answer.
        jobs.WakeAt<RunRoundsJob>(clock.GetUtcNow());
        return RoundMentorViews.Drawing(number).Afterwards<DrawRoundNow>(call.Argument);
    }
}

/// <summary>Schedule….</summary>
internal sealed class ScheduleRoundsButton(RoundCards cards, GuildConfigurations configurations) : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "schedule") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        RoundMentorViews.ScheduleForm((await cards.OfAsync(call.Guild, ct)).Schedule, Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone));
}

/// <summary>The form behind it.</summary>
internal sealed class ScheduleRoundsModal(RoundCards cards, GuildConfigurations configurations, LogBook log, DeliveryQueue queue, IJobSchedule jobs, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("rounds", "schedule") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var (now, configuration) = (clock.GetUtcNow(), await configurations.OfAsync(call.Guild, ct));
        var zone = Zones.Named(configuration.TimeZone);
        var phrase = call.Text(RoundMentorViews.WhenField).Trim();
        var reading = phrase.Length == 0 ? null : WhenReader.Read(phrase, now, zone);
        if (reading is not (null or WhenReading.Understood))
        {
            return RoundMentorViews.CardHere(await cards.OfAsync(call.Guild, ct), RoundMentorViews.WhenIsUnclear(reading, phrase, zone));
        }

        var understood = (reading as WhenReading.Understood)?.Best;
        if (understood?.Repeats is { } repeats && RoundDates.AreTooClose(repeats, now))
        {
            return RoundMentorViews.CardHere(await cards.OfAsync(call.Guild, ct), RoundMentorViews.TooClose());
        }

        var quiet = QuietHours.Of(configuration);
        var schedule = await cards.ToChangeAsync(call.Guild, ct);
        schedule.Repeats = understood?.Repeats;
        schedule.NextAt = understood is null ? null : understood.Repeats is { } rule ? RoundDates.After(rule, quiet, now) : quiet?.Wait(understood.At) ?? understood.At;
        schedule.IsStopped = false;
        await log.AddAsync(cards.Db, call.Guild, call.User, RoundMentorViews.LoggedSchedule(schedule), link: null, ct);
        await cards.Db.SaveChangesAsync(ct);
        queue.WakeAt(now);
        if (schedule.NextAt is { } next)
        {
            jobs.WakeAt<RunRoundsJob>(next);
        }

        return RoundMentorViews.CardHere(await cards.OfAsync(call.Guild, ct), RoundMentorViews.Scheduled(schedule));
    }
}

/// <summary>Pause all rounds, and go on: dates that passed meanwhile are not made up for.</summary>
internal sealed class StopRoundsButton(RoundCards cards, GuildConfigurations configurations, LogBook log, DeliveryQueue queue, IJobSchedule jobs, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "stop") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (now, stops) = (clock.GetUtcNow(), call.Argument == "1");
        var schedule = await cards.ToChangeAsync(call.Guild, ct);
        if (schedule.IsStopped != stops)
        {
            schedule.IsStopped = stops;
            if (!stops && schedule.NextAt <= now)
            {
                schedule.NextAt = RoundDates.After(schedule.Repeats, QuietHours.Of(await configurations.OfAsync(call.Guild, ct)), now);
            }

            await log.AddAsync(cards.Db, call.Guild, call.User, RoundMentorViews.LoggedStop(stops), link: null, ct);
            await cards.Db.SaveChangesAsync(ct);
            queue.WakeAt(now);
            if (schedule.Next is { } next)
            {
                jobs.WakeAt<RunRoundsJob>(next);
            }
        }

        return RoundMentorViews.CardHere(await cards.OfAsync(call.Guild, ct), "");
    }
}

/// <summary>Where the call is to stand: first a look at it.</summary>
internal sealed class CallChannelSelect(RoundCards cards) : ISelect
{
    public static ControlSpec Spec { get; } = new("rounds", "callin") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var card = await cards.OfAsync(call.Guild, ct);
        return call.Ids.FirstOrDefault() is not { Value: not 0 } channel ? RoundMentorViews.CardHere(card, "")
            : MayWrite(call, channel) ? RoundMentorViews.CallPreview(card.Schedule, channel)
            : RoundMentorViews.YouMayNotWriteThere(channel);
    }

    // As far as Discord tells.
    private static bool MayWrite(SelectCall call, Snowflake channel) =>
        call.Interaction.Data?.Resolved?.Channels?.GetValueOrDefault(channel) is not { Permissions: { } may } || may.HasFlag(Permissions.SendMessages);
}

/// <summary>Post it.</summary>
internal sealed class PostCallButton(RoundCards cards) : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "call") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.ArgumentId is { } channel
        ? RoundMentorViews.CardHere(await cards.OfAsync(call.Guild, ct), RoundMentorViews.Posting(channel)).Afterwards<PostCall>(channel.ToString())
        : Reply.Nothing;
}
