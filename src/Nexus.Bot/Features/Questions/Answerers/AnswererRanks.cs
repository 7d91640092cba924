using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>What somebody is to the cohort, by their roles.</summary>
internal static class AnswererRanks
{
    public static AnswererRank Of(IReadOnlyList<Snowflake> roles, GuildConfiguration configuration, QuestionSettings settings) =>
        settings.LeadRoleId is { } lead && roles.Contains(lead) ? AnswererRank.Lead
        : configuration.MentorRoleId is { } mentor && roles.Contains(mentor) ? AnswererRank.Mentor
        : AnswererRank.Peer;
}
