using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>What is on or off: one choice of the list for each.</summary>
internal static class IdeaSwitches
{
    private static readonly (string Value, string Label, string Description, string On, string Off, Func<IdeaSettings, bool> Is, Action<IdeaSettings, bool> Set)[] All =
    [
        ("review", "Mentors look at ideas first", "Others see an idea once a mentor has approved it with /idea queue",
            "**Review**: others see an idea once a mentor has approved it.", "**Review**: off. An idea is on the board at once.", it => it.NeedsReview, (it, on) => it.NeedsReview = on),
        ("own", "Authors may vote for their own idea", "Else their vote is not counted: they are for it anyhow",
            "**Own votes**: authors may vote for their own idea.", "**Own votes**: off. Authors do not vote for their own idea.", it => it.AuthorsMayVote, (it, on) => it.AuthorsMayVote = on),
        ("teams", "Authors may form the team", "Else a mentor presses “Form the team”",
            "**Teams**: an idea's author forms its team, or a mentor does.", "**Teams**: a mentor forms them.", it => it.AuthorsFormTeams, (it, on) => it.AuthorsFormTeams = on),
    ];

    public static StringSelect Select(IdeaSettings settings) => new()
    {
        CustomId = ChooseIdeaSwitchesSelect.Spec.For(),
        Placeholder = "All off. Choose what is on",
        MinValues = 0,
        MaxValues = All.Length,
        Options = [.. All.Select(one => new SelectOption(one.Label, one.Value, one.Description, Default: one.Is(settings)))],
    };

    /// <summary>One a line, each with what it means.</summary>
    public static IEnumerable<string> Lines(IdeaSettings settings) => All.Select(one => one.Is(settings) ? $"✅ {one.On}" : $"▫️ {one.Off}");

    public static void Apply(IdeaSettings settings, IReadOnlyList<string> chosen)
    {
        foreach (var one in All)
        {
            one.Set(settings, chosen.Contains(one.Value));
        }
    }
}
