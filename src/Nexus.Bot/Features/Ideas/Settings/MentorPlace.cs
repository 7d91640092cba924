using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>Where mentors hear of ideas: in the channel that was chosen for it, else in the log channel, else nowhere.</summary>
internal sealed class MentorPlace(IdeaSettingsStore settings, GuildConfigurations configurations)
{
    public async Task<Snowflake?> OfAsync(Snowflake guild, CancellationToken ct) =>
        (await settings.OfAsync(guild, ct)).MentorChannelId ?? (await configurations.OfAsync(guild, ct)).LogChannelId;
}
