using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>The ladder that a server chose.</summary>
internal static class QuestionLadders
{
    // Of the last part of a claim's time, in which its holder can still say that they are on it.
    private const int PartToAnswer = 4;

    private static readonly TimeSpan LongestToAnswer = TimeSpan.FromHours(6);

    public static Ladder Of(QuestionSettings settings, GuildConfiguration configuration) => Ladder.Of(
        TimeSpan.FromMinutes(settings.SpecialistsAfter),
        TimeSpan.FromMinutes(settings.MentorsAfter),
        TimeSpan.FromMinutes(settings.LeadAfter),
        settings.WorkDays == 0 ? DutyHours.Always : DutyHours.Of(Zones.Named(configuration.TimeZone), settings.WorkFrom, settings.WorkUntil, settings.WorkDays));

    /// <summary>How long a holder has to answer whether they are still on it.</summary>
    public static TimeSpan ToAnswer(QuestionSettings settings) =>
        TimeSpan.FromHours(settings.ClaimLapsesAfter) / PartToAnswer is var part && part < LongestToAnswer ? part : LongestToAnswer;

    /// <summary>When a holder who shows no sign of life is asked.</summary>
    public static DateTimeOffset HolderIsAsked(QuestionSettings settings, DateTimeOffset lastSign) =>
        lastSign + TimeSpan.FromHours(settings.ClaimLapsesAfter) - ToAnswer(settings);
}
