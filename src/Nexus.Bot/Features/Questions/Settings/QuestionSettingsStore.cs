using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.ServerLog;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary>How each server treats its questions.</summary>
internal sealed class QuestionSettingsStore(INexusDbFactory databases, LogBook log, DeliveryQueue queue, TimeProvider clock)
    : SettingsStore<QuestionSettings>(databases, log, queue, clock, guild => new QuestionSettings { GuildId = guild }, "how questions are treated");
