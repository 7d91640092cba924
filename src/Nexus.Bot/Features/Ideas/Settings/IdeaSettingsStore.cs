using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.ServerLog;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>How each server treats its ideas.</summary>
internal sealed class IdeaSettingsStore(INexusDbFactory databases, LogBook log, DeliveryQueue queue, TimeProvider clock)
    : SettingsStore<IdeaSettings>(databases, log, queue, clock, guild => new IdeaSettings { GuildId = guild }, "how ideas are treated");
