using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Profiles;

/// <summary>The card of hours.</summary>
internal static class ProfileHoursViews
{
    private const int MostQuoted = 60;

    /// <summary>Each in the words that mean it.</summary>
    public static readonly IReadOnlyList<string> QuickPicks =
    [
        "weekday evenings", "weekdays 09–17", "weekend mornings", "weekend afternoons", "weekends 09–21", "weekday evenings, weekends 09–21", "mornings every day", "evenings every day", "any time",
        WeekWords.Nothing,
    ];

    public static Reply Card(ProfileShown shown, string note)
    {
        var words = shown.Values.Hours is { } hours ? WeekWords.Of(hours) : null;
        return Reply.ChangeCard(
        [
            new TextDisplay($"### When you have time in a usual week\n{(words is null ? "Not said yet." : $"**{words}**, {SharedHours.Count(shown.Values.Hours!.Value.Count)} a week")} (on the clock of {shown.Zone.Zone.Id})"),
            .. ProfileViews.Note(note),
            Control.Row(new StringSelect
            {
                CustomId = PickHoursSelect.Spec.For(),
                Placeholder = "A quick pick…",
                Options = [.. QuickPicks.Select(pick => new SelectOption(pick == WeekWords.Nothing ? "no time at present" : pick, pick, Default: pick == words))],
            }),
            Control.Row(
            [
                Control.Button("By parts of the day…", OpenProfileFormButton.Spec.For(OpenProfileFormButton.Blocks)),
                Control.Button("In words…", OpenProfileFormButton.Spec.For(OpenProfileFormButton.Hours)),
                .. ProfileViews.Undo(shown),
                Control.Button("Back", OpenProfileCardButton.Spec.For(OpenProfileCardButton.All)),
            ]),
            new TextDisplay("-# Nobody else sees this list: others see only the hours they share with you."),
        ]);
    }

    public static string Unclear(string typed, string word)
    {
        var said = $"“{Md.EscapeLine(Md.Cut(typed, MostQuoted))}”";
        return $"Your hours are as they were: {(word.Length is 0 or > 30 ? $"I cannot read {said} as hours." : $"in {said} I do not understand “{Md.EscapeLine(word)}”.")} "
            + "What works: `Mon-Fri 18-21, Sat 10-14`, `weekday evenings`, `every day 6-9pm`, whole hours only.";
    }
}
