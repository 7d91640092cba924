using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary>What is on or off: one choice of the list for each.</summary>
internal static class QuestionSwitches
{
    private static readonly (string Value, string Label, string Description, Func<QuestionSettings, bool> Is, Action<QuestionSettings, bool> Set)[] All =
    [
        ("ping", "Ping whoever fits best at once", "Else they are named, and pinged by the next step only", it => it.PingsAtOnce, (it, on) => it.PingsAtOnce = on),
        ("replies", "Notice first replies", "A reply of somebody else in the thread counts as an answer in progress", it => it.NoticesReplies, (it, on) => it.NoticesReplies = on),
        ("digest", "Weekly digest for mentors", "Monday morning: what is unanswered", it => it.SendsDigest, (it, on) => it.SendsDigest = on),
    ];

    public static StringSelect Select(QuestionSettings settings) => new()
    {
        CustomId = ChooseSwitchesSelect.Spec.For(),
        Placeholder = "All off. Choose what is on",
        MinValues = 0,
        MaxValues = All.Length,
        Options = [.. All.Select(one => new SelectOption(one.Label, one.Value, one.Description, Default: one.Is(settings)))],
    };

    /// <summary>"✅ Notice first replies", one a line.</summary>
    public static IEnumerable<string> Lines(QuestionSettings settings) => All.Select(one => $"{(one.Is(settings) ? "✅" : "▫️")} {one.Label}{(one.Is(settings) ? "" : ": off")}");

    public static void Apply(QuestionSettings settings, IReadOnlyList<string> chosen)
    {
        foreach (var one in All)
        {
            one.Set(settings, chosen.Contains(one.Value));
        }
    }
}
