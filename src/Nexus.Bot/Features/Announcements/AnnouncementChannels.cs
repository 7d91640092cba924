using System.Collections.Concurrent;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Knows where announcements go in each server: the configured channel, else the one with the program's usual name.</summary>
internal sealed class AnnouncementChannels(GuildConfigurations configurations) :
    IEventHandler<GuildCreateEvent>, IEventHandler<ChannelCreateEvent>, IEventHandler<ChannelUpdateEvent>, IEventHandler<ChannelDeleteEvent>
{
    private const string UsualName = "prodevprojectnexus";

    private readonly ConcurrentDictionary<Snowflake, Snowflake> _usual = new();

    /// <summary>Null when none is configured and none has the usual name.</summary>
    public async ValueTask<Snowflake?> DefaultAsync(Snowflake guild, CancellationToken ct) =>
        (await configurations.OfAsync(guild, ct)).AnnouncementChannelId
            ?? (_usual.TryGetValue(guild, out var usual) ? usual : null);

    public Task HandleAsync(GuildCreateEvent happened, CancellationToken ct)
    {
        foreach (var channel in happened.Guild.Channels)
        {
            Look(happened.Guild.Id, channel);
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(ChannelCreateEvent happened, CancellationToken ct) => LookAsync(happened.Channel);

    public Task HandleAsync(ChannelUpdateEvent happened, CancellationToken ct) => LookAsync(happened.Channel);

    public Task HandleAsync(ChannelDeleteEvent happened, CancellationToken ct)
    {
        if (happened.Channel.GuildId is { } guild)
        {
            _usual.TryRemove(KeyValuePair.Create(guild, happened.Channel.Id));
        }

        return Task.CompletedTask;
    }

    private Task LookAsync(Channel channel)
    {
        if (channel.GuildId is { } guild)
        {
            Look(guild, channel);
        }

        return Task.CompletedTask;
    }

    private void Look(Snowflake guild, Channel channel)
    {
        if (channel.Type is ChannelType.GuildText or ChannelType.GuildAnnouncement &&
            string.Equals(channel.Name, UsualName, StringComparison.OrdinalIgnoreCase))
        {
            _usual[guild] = channel.Id;
        }
        else
        {
            _usual.TryRemove(KeyValuePair.Create(guild, channel.Id));
        }
    }
}
