using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary>How this server treats its questions, in words.</summary>
internal static class SettingsViews
{
    private const int LongestTime = 20;

    public static Reply Card(QuestionSettings settings, GuildConfiguration configuration) => Reply.PrivateCard(Parts(settings, configuration));

    public static Reply Changed(QuestionSettings settings, GuildConfiguration configuration) => Reply.ChangeCard(Parts(settings, configuration));

    public static Reply TimesForm(QuestionSettings settings) => Reply.Form(new Modal
    {
        CustomId = ChooseTimesModal.Spec.For(),
        Title = "Times",
        Components =
        [
            Field(ChooseTimesModal.SpecialistsField, "Who knows the topic is asked after", settings.SpecialistsAfter, "Working time without a claim, such as 45 min or 2 h"),
            Field(ChooseTimesModal.MentorsField, "Mentors of its track are asked after", settings.MentorsAfter, "Likewise, since it was asked"),
            Field(ChooseTimesModal.LeadField, "The lead is asked after", settings.LeadAfter, "Likewise; a working day has only so many hours"),
            Field(ChooseTimesModal.LapsesField, "A claim without an answer lapses after", settings.ClaimLapsesAfter * 60, "Such as 24 h or 2 days; who holds it is asked before"),
            Field(ChooseTimesModal.QuietField, "Ask “solved?” after", settings.QuietDays * 24 * 60, "Days without a word under an answered question"),
        ],
    });

    public static Reply HoursForm(QuestionSettings settings) => Reply.Form(new Modal
    {
        CustomId = ChooseWorkHoursModal.Spec.For(),
        Title = "Working hours",
        Components =
        [
            Control.TextField(ChooseWorkHoursModal.HoursField, "Hours", DutyWords.MostCharacters, value: DutyWords.Of(Hours(settings)), hint: "By the server's clock: weekdays 8:00-20:00, or Mon Wed 6-10pm"),
        ],
    });

    public static Reply NotEveryone() => Reply.Private("Everyone has that role, so it cannot be the lead's. Nothing was changed.");

    public static Reply HoursAreWrong() => Reply.Private(
        "I cannot read these hours. What works: `weekdays 8:00-20:00`, `Mon Wed 6-10pm`, `evenings`, `any time`. Nothing was changed; press **Working hours…** to try again.");

    public static Reply TimesAreWrong(TimesWrong wrong) => Reply.Private(wrong switch
    {
        TimesWrong.Unread => "One of these is no length of time that I can read. Write it like `45 min`, `2 h` or `3 days`.",
        TimesWrong.Order => "Each step comes later than the one before: first who knows the topic, then the mentors of the track, then the lead.",
        TimesWrong.StepsOutside => $"The first step may come after {Span(SettingsLimits.ShortestStep)} at the earliest, the last after {Span(SettingsLimits.LongestStep)} at the latest.",
        TimesWrong.LapseOutside => $"A claim can lapse after {Span(SettingsLimits.ShortestLapse)} to {Span(SettingsLimits.LongestLapse)}.",
        TimesWrong.QuietOutside => $"“Solved?” can be asked after {Span(SettingsLimits.ShortestQuiet)} to {Span(SettingsLimits.LongestQuiet)}.",
    } + " Nothing was changed; press **Times…** to try again.");

    private static IReadOnlyList<Component> Parts(QuestionSettings settings, GuildConfiguration configuration) =>
    [
        new TextDisplay(string.Join('\n', Lines(settings, configuration))),
        Control.Row(QuestionSwitches.Select(settings)),
        Control.Row(new RoleSelect
        {
            CustomId = ChooseLeadSelect.Spec.For(),
            Placeholder = "Nobody is asked last. Choose a role",
            MinValues = 0,
            MaxValues = 1,
            DefaultValues = settings.LeadRoleId is { } lead ? [new SelectDefaultValue(lead, "role")] : null,
        }),
        Control.Row(Control.Button("Times…", ChooseTimesButton.Spec.For()), Control.Button("Working hours…", ChooseWorkHoursButton.Spec.For())),
    ];

    private static IEnumerable<string> Lines(QuestionSettings settings, GuildConfiguration configuration)
    {
        yield return "### Questions on this server";
        yield return configuration.QuestionForumId is { } place
            ? $"📮 **Place**: {Md.Channel(place)}"
            : "⚠️ **Place**: none yet, so nobody can ask. `/nexus setup` chooses or creates it.";
        yield return $"🕗 **Working hours**: {DutyWords.Of(Hours(settings))} in {Md.EscapeLine(configuration.TimeZone)}. Only this time counts:";
        yield return $"🪜 Nobody takes a question: who knows its topic is asked after **{Minutes(settings.SpecialistsAfter)}**, the mentors of its track after **{Minutes(settings.MentorsAfter)}**, "
            + (settings.LeadRoleId is { } lead
                ? $"{Md.Role(lead)} after **{Minutes(settings.LeadAfter)}**."
                : $"and after **{Minutes(settings.LeadAfter)}** the log channel is told. A lead can be chosen below.")
            + "\n-# I know only those who have used `/helper set`, mentors and leads too. Nobody else is pinged.";
        yield return $"⌛ **A claim without an answer lapses** after {Minutes(settings.ClaimLapsesAfter * 60)}. **“Solved?” is asked** after {Minutes(settings.QuietDays * 24 * 60)} without a word.";
        foreach (var line in QuestionSwitches.Lines(settings))
        {
            yield return line;
        }
    }

    private static Label Field(string customId, string label, int minutes, string hint) => Control.TextField(customId, label, LongestTime, value: Minutes(minutes), hint: hint);

    private static string Minutes(int minutes) => Span(TimeSpan.FromMinutes(minutes));

    private static string Span(TimeSpan span) => span.Ticks % TimeSpan.TicksPerDay == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{span.Days} {(span.Days == 1 ? "day" : "days")}")
        : TimeText.Of(span);

    private static DutyTime Hours(QuestionSettings settings) => new(settings.WorkFrom, settings.WorkUntil, settings.WorkDays);
}
