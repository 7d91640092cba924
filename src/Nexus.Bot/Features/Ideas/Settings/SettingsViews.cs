using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;
using NodaTime.Text;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>How this server treats its ideas, in words.</summary>
internal static class SettingsViews
{
    private const int LongestDay = 40;
    private const int LongestNumber = 4;

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");

    public static Reply Card(SettingsShown shown) => Reply.PrivateCard(Parts(shown, null));

    public static Reply Changed(SettingsShown shown) => Reply.ChangeCard(Parts(shown, null));

    public static Reply CannotWrite(SettingsShown shown, Snowflake channel) => Reply.ChangeCard(Parts(
        shown, $"⚠️ I cannot write in {Md.Channel(channel)}, so nothing was changed. Let me **View Channel** and **Send Messages** there, then choose it again."));

    public static Reply CannotLook(SettingsShown shown, Snowflake channel) => Reply.ChangeCard(Parts(
        shown, $"⚠️ Discord does not answer, so I could not see whether I can write in {Md.Channel(channel)}. Nothing was changed; choose it again in a minute."));

    public static Reply LimitsForm(IdeaSettings settings) => Reply.Form(new Modal
    {
        CustomId = ChooseIdeaLimitsModal.Spec.For(),
        Title = "Numbers and dates",
        Components =
        [
            Control.TextField(ChooseIdeaLimitsModal.StartField, "First day of the cohort", LongestDay, required: false, value: settings.CohortStart is { } start ? LocalDatePattern.Iso.Format(start) : null,
                hint: "Such as 23 Nov or next Monday; empty: nobody is shown who has no idea yet"),
            Control.TextField(ChooseIdeaLimitsModal.QuietField, "Quiet weeks until an idea is asked about", LongestNumber, value: Number(settings.QuietWeeks), hint: $"1 to {IdeaLimits.MostQuietWeeks}"),
            Control.TextField(ChooseIdeaLimitsModal.PlacesField, "Most places of one person", LongestNumber, required: false, value: Number(settings.MostPlaces),
                hint: "In ideas that are not decided yet; empty: any number"),
            Control.TextField(ChooseIdeaLimitsModal.VotesField, "Most open votes of one person", LongestNumber, required: false, value: Number(settings.MostOpenVotes),
                hint: "For ideas that are not decided yet; empty: any number"),
        ],
    });

    public static Reply LimitsAreWrong(LimitsWrong wrong) => Reply.Private(wrong switch
    {
        LimitsWrong.Start => "I cannot read that first day. Write it like `23 Nov`, `2026-11-23`, `today` or `next Monday`.",
        LimitsWrong.StartTooFar => "That first day is more than a year away. Write it like `23 Nov` or `2026-11-23`.",
        LimitsWrong.Quiet => string.Create(CultureInfo.InvariantCulture, $"Quiet weeks are a number from 1 to {IdeaLimits.MostQuietWeeks}."),
        LimitsWrong.Places => string.Create(CultureInfo.InvariantCulture, $"Places are a number from 1 to {IdeaLimits.MostOfPlaces}, or empty for any number."),
        LimitsWrong.Votes => string.Create(CultureInfo.InvariantCulture, $"Open votes are a number from 1 to {IdeaLimits.MostOfVotes}, or empty for any number."),
    } + " Nothing was changed; press **Numbers and dates…** to try again.");

    /// <summary>"Monday 23 November 2026".</summary>
    public static string Date(LocalDate day) => Day.Format(day);

    private static IReadOnlyList<Component> Parts(SettingsShown shown, string? warning) =>
    [
        new TextDisplay(string.Join('\n', Lines(shown))),
        .. warning is null ? Array.Empty<Component>() : [new TextDisplay(warning)],
        Control.Row(IdeaSwitches.Select(shown.Settings)),
        Control.Row(new ChannelSelect
        {
            CustomId = ChooseMentorChannelSelect.Spec.For(),
            Placeholder = "Mentors hear of ideas in the log channel. Choose another",
            MinValues = 0,
            MaxValues = 1,
            ChannelTypes = [ChannelType.GuildText],
            DefaultValues = shown.Settings.MentorChannelId is { } channel ? [new SelectDefaultValue(channel, "channel")] : null,
        }),
        Control.Row(Control.Button("Numbers and dates…", ChooseIdeaLimitsButton.Spec.For())),
    ];

    private static IEnumerable<string> Lines(SettingsShown shown)
    {
        var (settings, configuration) = shown;
        yield return "### Ideas on this server";
        yield return configuration.IdeaForumId is { } place
            ? $"📮 **Place**: {Md.Channel(place)}"
            : "⚠️ **Place**: none yet, so nobody can propose an idea. `/nexus setup` chooses or creates it.";
        yield return "🧑‍🏫 **Mentors hear of ideas** " + (settings.MentorChannelId is { } chosen ? $"in {Md.Channel(chosen)}."
            : configuration.LogChannelId is { } log ? $"in the log channel, {Md.Channel(log)}."
            : "nowhere yet. Choose a channel below, or a log channel with `/nexus setup`.");
        yield return settings.CohortStart is { } start
            ? $"📅 **First day of the cohort**: {Date(start)}. On days 3, 5 and 7 of their first week mentors are shown who has neither an idea nor joined one; `/idea without` shows it at any time."
            : "📅 **First day of the cohort**: not said yet. With it, mentors are shown on days 3, 5 and 7 who has neither an idea nor joined one.";
        yield return $"💤 **Quiet ideas**: after {Weeks(settings.QuietWeeks)} without a word, vote or change I ask in the idea's thread whether it is still on. "
            + "A week later I warn, and another week later it is parked; one press brings it back. What nobody but its author wrote in is never parked: mentors hear of it.";
        yield return $"🙋 **Places**: one person has {(settings.MostPlaces is { } places ? $"at most {Number(places)}" : "any number of places")} in ideas that are not decided yet.";
        yield return $"🗳️ **Votes**: one person is for {(settings.MostOpenVotes is { } votes ? $"at most {Number(votes)} ideas" : "any number of ideas")} that are not decided yet.";
        foreach (var line in IdeaSwitches.Lines(settings))
        {
            yield return line;
        }
    }

    private static string Weeks(int weeks) => weeks == 1 ? "a week" : $"{Number(weeks)} weeks";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number is { } some ? Number(some) : null;
}
