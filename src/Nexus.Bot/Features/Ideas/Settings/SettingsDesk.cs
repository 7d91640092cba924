using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>What the settings' card shows.</summary>
internal sealed record SettingsShown(IdeaSettings Settings, GuildConfiguration Configuration);

/// <summary>Reads and changes what the settings' card shows.</summary>
internal sealed class SettingsDesk(IdeaSettingsStore store, GuildConfigurations configurations)
{
    public async Task<SettingsShown> OfAsync(Snowflake guild, CancellationToken ct) => new(await store.OfAsync(guild, ct), await configurations.OfAsync(guild, ct));

    /// <param name="what">For the log, such as <c>who forms teams</c>.</param>
    public async Task<SettingsShown> ChangeAsync(Snowflake guild, Snowflake by, string what, Action<IdeaSettings> change, CancellationToken ct) =>
        new(await store.ChangeAsync(guild, by, what, change, ct), await configurations.OfAsync(guild, ct));
}
