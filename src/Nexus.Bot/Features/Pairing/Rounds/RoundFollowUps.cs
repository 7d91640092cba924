using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>What a round would be now; nothing happens.</summary>
internal sealed class LookAtRound(RoundCards cards, RoundLooks looks) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        try
        {
            return RoundMentorViews.Look(await looks.OfAsync(cards.Db, call.Guild, ct), await cards.OfAsync(call.Guild, ct));
        }
        catch (DiscordApiException)
        {
            return RoundMentorViews.CannotLook();
        }
    }
}

/// <summary>Draws at once what was asked for, and says what came of it. If it does not get there, the job draws it.</summary>
internal sealed class DrawRoundNow(RoundCards cards, RoundDrawer drawer) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        try
        {
            await drawer.DrawAsync(call.Guild, ct);
        }
        catch (DiscordApiException)
        {
            return RoundMentorViews.NotDrawn(await cards.OfAsync(call.Guild, ct), isWaiting: true);
        }

        var after = await cards.OfAsync(call.Guild, ct);
        return long.TryParse(call.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && after.Schedule.LastNumber >= number
            ? RoundMentorViews.Drawn(after)
            : RoundMentorViews.NotDrawn(after, isWaiting: after.Schedule.AskedAt is not null);
    }
}

/// <summary>Posts the call where the bot can write, and tells of rounds there from then on.</summary>
internal sealed class PostCall(RoundCards cards, LogBook log, DeliveryQueue queue, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    private const Permissions Needed = Permissions.ViewChannel | Permissions.SendMessages;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var (guild, channel, now) = (call.Guild, Snowflake.Parse(call.Argument), clock.GetUtcNow());
        try
        {
            if (!await MayWriteAsync(guild, channel, ct))
            {
                return RoundMentorViews.CardHere(await cards.OfAsync(guild, ct), RoundMentorViews.CannotPost(channel, mayPass: false));
            }
        }
        catch (DiscordApiException refused)
        {
            return RoundMentorViews.CardHere(await cards.OfAsync(guild, ct), RoundMentorViews.CannotPost(channel, DeliveryTrouble.MayPass(refused)));
        }

        var schedule = await cards.ToChangeAsync(guild, ct);
        (schedule.ChannelId, schedule.Calls) = (channel, schedule.Calls + 1);
        cards.Db.Add(Delivery.Plan(guild, RoundCallSource.DeliveryKind, RoundCallSource.SubjectOf(guild), DeliveryTarget.In(channel), now, schedule.Calls));
        await log.AddAsync(cards.Db, guild, call.User, RoundMentorViews.LoggedCall(channel), link: null, ct);
        await cards.Db.SaveChangesAsync(ct);
        queue.WakeAt(now);
        return RoundMentorViews.CardHere(await cards.OfAsync(guild, ct), RoundMentorViews.Posted(channel));
    }

    private async Task<bool> MayWriteAsync(Snowflake guild, Snowflake channel, CancellationToken ct)
    {
        // A bot's user has the id of its application.
        var self = (await discord.GetCurrentApplicationAsync(ct)).Id;
        var place = await ChannelAccess.PlaceAsync(discord, channel, options: null, ct);
        var server = await discord.GetGuildAsync(guild, ct: ct);
        var member = await discord.GetMemberAsync(guild, self, ct: ct);
        return place.GuildId == guild && ChannelAccess.Of(self, member.Roles, server.Roles, place, guild).HasFlag(Needed);
    }
}
