namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>Hours of a week, without a zone.</summary>
/// <param name="From">Minute of the day.</param>
/// <param name="Until">Minute of the day, of the next one when not after <paramref name="From"/>.</param>
/// <param name="Days">Bit 0 is Monday.</param>
internal readonly record struct DutyTime(int From, int Until, int Days)
{
    public const int EveryDay = 0b1111111;
    public const int Weekdays = 0b0011111;
    public const int Weekend = 0b1100000;

    public static DutyTime Of(AnswererProfile profile) => new(profile.From, profile.Until, profile.Days);
}
