using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Profiles;

/// <summary>The forms of the profile.</summary>
internal static class ProfileFormViews
{
    public const string InterestsField = "interests";
    public const string GoalField = "goal";
    public const string LanguagesField = "languages";
    public const string HoursField = "hours";

    private const int MostInterestsText = 600;
    private const int MostLanguagesText = 160;

    public static string LevelField(int level) => string.Create(CultureInfo.InvariantCulture, $"level{level}");

    public static string BlockField(int block) => string.Create(CultureInfo.InvariantCulture, $"block{block}");

    public static Reply Skills(IReadOnlyList<SkillLevel> skills) => Reply.Form(new Modal
    {
        CustomId = SaveSkillsModal.Spec.For(),
        Title = "What do you know, and how well?",
        Components =
        [
            .. Enumerable.Range(1, SkillLevel.Best).Reverse().Select(level => new Label(
                string.Create(CultureInfo.InvariantCulture, $"{level}: {SkillLevel.Words(level)}"),
                Many(LevelField(level), SkillLevel.All.Select(skill => new SelectOption(
                    skill.Name, skill.Key, Default: skills.Any(one => one.Skill == skill.Key && one.Level == level)))))),
        ],
    });

    /// <param name="titles">As the hub calls them.</param>
    public static Reply Interests(IReadOnlyList<string> titles) => Reply.Form(new Modal
    {
        CustomId = SaveInterestsModal.Spec.For(),
        Title = "What are you interested in?",
        Components =
        [
            Control.TextField(
                InterestsField, "Topics of the hub", MostInterestsText, paragraph: true, required: false, value: titles.Count == 0 ? null : string.Join(", ", titles),
                hint: string.Create(CultureInfo.InvariantCulture, $"Up to {ProfileValues.MostInterests}, with commas between them; empty for none"), placeholder: "GraphQL, Docker, testing"),
        ],
    });

    public static Reply About(ProfileValues values) => Reply.Form(new Modal
    {
        CustomId = SaveAboutModal.Spec.For(),
        Title = "Goal and languages",
        Components =
        [
            Control.TextField(
                GoalField, "What you want to reach", ProfileValues.MostGoal, required: false, value: values.Goal.Length == 0 ? null : values.Goal,
                hint: $"One line, up to {ProfileValues.MostGoal} characters; others see it", placeholder: "A small shop with a GraphQL API, live by May"),
            Control.TextField(
                LanguagesField, "Languages you work in", MostLanguagesText, required: false, value: values.Languages.Count == 0 ? null : string.Join(", ", values.Languages),
                hint: $"Up to {ProfileValues.MostLanguages}, with commas between them", placeholder: "English, Kiswahili"),
        ],
    });

    public static Reply Blocks(LocalWeek week) => Reply.Form(new Modal
    {
        CustomId = SaveBlocksModal.Spec.For(),
        Title = "When do you have time?",
        Components =
        [
            .. HourBlocks.All.Select((block, at) => new Label(
                block.Name,
                Many(BlockField(at), HourBlocks.Days.Select((name, day) => new SelectOption(name, day.ToString(CultureInfo.InvariantCulture), Default: HourBlocks.IsWhole(week, at, day)))))),
        ],
    });

    public static Reply Hours(LocalWeek? week, DateTimeZone zone) => Reply.Form(new Modal
    {
        CustomId = SaveHoursModal.Spec.For(),
        Title = "When do you have time?",
        Components =
        [
            Control.TextField(
                HoursField, "Hours of a usual week", WeekReader.MostCharacters, paragraph: true, required: false, value: week is { } said ? WeekWords.Of(said) : null,
                hint: Md.Cut($"On the clock of {zone.Id}; whole hours; empty to forget them", 100), placeholder: "Mon-Fri 18-21, Sat 10-14"),
        ],
    });

    private static StringSelect Many(string field, IEnumerable<SelectOption> options)
    {
        SelectOption[] all = [.. options];
        return new StringSelect { CustomId = field, Placeholder = "None", Required = false, MinValues = 0, MaxValues = all.Length, Options = all };
    }
}
