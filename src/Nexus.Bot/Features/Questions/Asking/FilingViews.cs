using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Where a question is filed: who is asked first depends on it.</summary>
internal static class FilingViews
{
    private const int MostOptions = 25;
    private const int EachWord = 3;

    public static Reply Choose(Question question, HubIndex hub, bool changes)
    {
        var now = hub.Among(question.Topics).ToList();
        var filed = now.Count == 0 && question.Track is null ? "It is filed under nothing yet."
            : $"Filed under {string.Join(", ", [.. now.Select(page => $"**{Md.EscapeLine(page.Title)}**"), .. question.Track is { } track ? new[] { $"**{track}**" } : []])}.";
        var pages = Offered(question, hub, now);
        return AskingViews.Card(changes,
        [
            new TextDisplay($"{(changes ? "✅ " : "")}{filed}\n-# Those who know these topics are asked first."),
            .. pages.Count == 0 ? Array.Empty<Component>() :
            [
                Control.Row(new StringSelect
                {
                    CustomId = ChooseTopicsSelect.Spec.For(question.Id),
                    Placeholder = "Topics, the most fitting first",
                    MinValues = 0,
                    MaxValues = Math.Min(Question.MostTopics, pages.Count),
                    Options = [.. pages.Select(page => new SelectOption(Md.Cut(page.Title, 100), page.Slug, Default: question.Topics.Contains(page.Slug) ? true : null))],
                }),
            ],
            Control.Row(new StringSelect
            {
                CustomId = ChooseTrackSelect.Spec.For(question.Id),
                Placeholder = "Track",
                Options =
                [
                    new SelectOption("Backend", "backend", Default: question.Track == "backend" ? true : null),
                    new SelectOption("Frontend", "frontend", Default: question.Track == "frontend" ? true : null),
                    new SelectOption("Both, or neither", "both", Default: question.Track is null ? true : null),
                ],
            }),
        ]);
    }

    // What it is under, what it may be about, what the words of its title name, then where people begin.
    private static List<HubPage> Offered(Question question, HubIndex hub, IReadOnlyList<HubPage> now) =>
    [
        .. now
            .Concat(hub.Among(TopicGuess.Near(hub, question.Title, question.Text)))
            .Concat(question.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).SelectMany(word => hub.Complete(word, EachWord)))
            .Concat(hub.Featured)
            .DistinctBy(page => page.Slug)
            .Take(MostOptions),
    ];
}
