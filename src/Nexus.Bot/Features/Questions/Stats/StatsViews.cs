using System.Globalization;
using Nexus.Bot.Charts;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Stats;

/// <summary>What mentors read about the questions of some weeks, and what the picture shows.</summary>
internal static class StatsViews
{
    public const string PictureName = "questions.png";

    private const int MostTopics = 8;
    private const int MostText = 3900;

    // All at least 4.5:1 on white; the headings say what is what.
    private const string Blue = "#2563A8";
    private const string Green = "#1A7F37";
    private const string Rust = "#B4530A";

    public static IReadOnlyList<ChartPanel> Panels(QuestionStats stats) =>
    [
        new("Asked, by week", ChartShape.Columns, Columns(stats, it => it.Asked), Blue, "Nobody asked anything."),
        new("Answered, of those", ChartShape.Columns, Columns(stats, it => it.Answered), Green, "None has an answer yet."),
        new("Solved before posting, by week", ChartShape.Columns, Columns(stats, it => it.Deflected), Green, "None was."),
        new("Time to the first answer, median", ChartShape.Columns,
            stats.Weeks.All(week => week.Numbers.ToAnswer.Median is null)
                ? []
                : [.. stats.Weeks.Select(week => new ChartBar(Day(week.Monday), (int)(week.Numbers.ToAnswer.Median?.TotalMinutes ?? 0), Span(week.Numbers.ToAnswer.Median)))],
            Rust, "None has an answer yet."),
        new("Asked, by topic", ChartShape.Rows, [.. stats.Topics.Where(topic => topic.Numbers.Asked > 0).Select(topic => new ChartBar(topic.Topic, topic.Numbers.Asked))], Blue, "None has a topic."),
    ];

    public static Reply Stats(QuestionStats stats, HubPage? topic, byte[] picture, string altText)
    {
        var text = string.Join('\n', Texts(stats, topic));
        return Reply.PrivateCard(
        [
            new Container(
            [
                new TextDisplay(Md.Cut(text, MostText - Definitions.Length)),
                new MediaGallery([new MediaGalleryItem(new UnfurledMedia($"attachment://{PictureName}"), altText)]),
                new TextDisplay(Definitions),
            ]),
        ]).WithFiles(new FileUpload(PictureName, picture, altText));
    }

    public static Reply Nothing(int weeks, HubPage? topic) => Reply.Private(
        $"Nobody asked {(topic is null ? "a question" : $"about {Md.EscapeLine(topic.Title)}")} in {(weeks == 1 ? "this week" : $"the last {weeks} weeks")}. More `weeks` show more; `/ask` asks one.");

    public static Reply NoSuchTopic(string typed) => Reply.Private(
        $"I know no topic called “{Md.EscapeLine(Md.Cut(typed, 60))}”. Pick one of those that are offered while you type, or leave it out for all.");

    private const string Definitions =
        "-# **Asked**: posted, withdrawn and repeated ones among them. **Answered**: somebody's answer was marked or noticed. **Accepted**: an answer was marked as what helped, and still is. "
        + "**Solved before posting**: its asker said that an earlier answer or a page did. **Times** run from posting to the first answer, and to the acceptance since it was last open; what has none yet "
        + "is counted under “waiting”, not in the times. **Median**: half took at most so long. **p90**: nine of ten did. A question counts in the week in which it was asked, and under its first topic. Weeks start on Monday (UTC).";

    private static IEnumerable<string> Texts(QuestionStats stats, HubPage? topic)
    {
        yield return $"## Questions{(topic is null ? "" : $" about {Md.EscapeLine(topic.Title)}")}, {(stats.Weeks.Count == 1 ? "this week" : $"last {stats.Weeks.Count} weeks")}";
        yield return $"**{Number(stats.All.Asked)}** asked · **{Number(stats.All.Answered)}** answered{Share(stats.All.Answered, stats.All.Asked)} · "
            + $"**{Number(stats.All.Accepted)}** accepted{Share(stats.All.Accepted, stats.All.Asked)} · **{Number(stats.All.Deflected)}** solved before posting · **{Number(stats.All.Open)}** waiting";
        yield return $"First answer: {Waiting(stats.All.ToAnswer)}\nAcceptance: {Waiting(stats.All.ToAcceptance)}";
        if (stats.Weeks.Count > 1)
        {
            yield return "### By week";
            foreach (var (monday, numbers) in stats.Weeks.Reverse())
            {
                yield return $"- **{Day(monday)}**: {Line(numbers)}";
            }
        }

        if (topic is null && stats.Topics.Count > 0)
        {
            yield return "### By topic";
            foreach (var (name, numbers) in stats.Topics.Take(MostTopics))
            {
                yield return $"- **{Md.EscapeLine(name)}**: {Line(numbers)}";
            }

            if (stats.Topics.Count > MostTopics)
            {
                yield return $"and {stats.Topics.Count - MostTopics} more; `topic` shows one";
            }
        }
    }

    private static string Line(QuestionNumbers numbers)
    {
        if (numbers is { Asked: 0, Deflected: 0 })
        {
            return "none";
        }

        List<string> parts = numbers.Asked == 0 ? [] : [$"{Number(numbers.Asked)} asked"];
        if (numbers.Answered > 0)
        {
            parts.Add($"{Number(numbers.Answered)} answered, {Number(numbers.Accepted)} accepted");
            parts.Add($"first answer {Span(numbers.ToAnswer.Median)} (p90 {Span(numbers.ToAnswer.P90)})");
        }

        if (numbers.ToAcceptance.Median is { } accepted)
        {
            parts.Add($"acceptance {Span(accepted)} (p90 {Span(numbers.ToAcceptance.P90)})");
        }

        if (numbers.Deflected > 0)
        {
            parts.Add($"{Number(numbers.Deflected)} solved before posting");
        }

        if (numbers.Open > 0)
        {
            parts.Add($"{Number(numbers.Open)} waiting");
        }

        return string.Join(" · ", parts);
    }

    private static IReadOnlyList<ChartBar> Columns(QuestionStats stats, Func<QuestionNumbers, int> value) =>
        stats.Weeks.All(week => value(week.Numbers) == 0) ? [] : [.. stats.Weeks.Select(week => new ChartBar(Day(week.Monday), value(week.Numbers)))];

    private static string Waiting(Waits waits) => waits.Median is null ? "none yet" : $"median **{Span(waits.Median)}**, p90 **{Span(waits.P90)}**";

    private static string Span(TimeSpan? span) => span is { } it ? TimeText.Of(it) : "–";

    private static string Share(int part, int all) => all == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({100.0 * part / all:0} %)");

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
