namespace Nexus.Bot.Features.Questions.Settings;

internal enum TimesWrong
{
    /// <summary>One of them is no length of time.</summary>
    Unread,

    /// <summary>The steps do not follow each other.</summary>
    Order,
    StepsOutside,
    LapseOutside,
    QuietOutside,
}

/// <summary>Within what the times can be chosen.</summary>
internal static class SettingsLimits
{
    public static readonly TimeSpan ShortestStep = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan LongestStep = TimeSpan.FromDays(7);
    public static readonly TimeSpan ShortestLapse = TimeSpan.FromHours(1);
    public static readonly TimeSpan LongestLapse = TimeSpan.FromDays(14);
    public static readonly TimeSpan ShortestQuiet = TimeSpan.FromDays(1);
    public static readonly TimeSpan LongestQuiet = TimeSpan.FromDays(60);

    public static TimesWrong? Wrong(TimeSpan? specialists, TimeSpan? mentors, TimeSpan? lead, TimeSpan? lapses, TimeSpan? quiet) =>
        specialists is null || mentors is null || lead is null || lapses is null || quiet is null ? TimesWrong.Unread
        : specialists < ShortestStep || lead > LongestStep ? TimesWrong.StepsOutside
        : mentors <= specialists || lead <= mentors ? TimesWrong.Order
        : lapses < ShortestLapse || lapses > LongestLapse ? TimesWrong.LapseOutside
        : quiet < ShortestQuiet || quiet > LongestQuiet ? TimesWrong.QuietOutside
        : null;
}
