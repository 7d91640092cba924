using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary>What people read about the way to a topic.</summary>
internal static class PathViews
{
    private const int MostAfter = 4;
    private const int MostOffered = 3;

    public static IReadOnlyList<Component> Card(LearningPath path, HubIndex hub)
    {
        var after = hub.Among(path.Target.Next).Where(next => !path.Steps.Contains(next)).Take(MostAfter).ToList();
        var parts = new List<Component> { new TextDisplay($"{Heading(path)}\n{string.Join('\n', path.Steps.Select((step, at) => Line(path, step, at)))}{Ending(path, after)}") };
        if (path.Read is null)
        {
            parts.Add(Control.Row(Open(path.Steps[0])));
            return parts;
        }

        if (path.NextStep is { } step)
        {
            parts.Add(Control.Row(
                Open(step),
                Control.Button($"Mark {Md.Cut(step.Title, 60)} as read", MarkStepButton.For(path.Target, step))));
        }
        else if (after.Count > 0)
        {
            parts.Add(Control.Row([.. after.Select(next => PageButtons.Show(next, $"Next: {next.Title}"))]));
        }

        parts.Add(Control.Row(new StringSelect
        {
            CustomId = MarkStepsSelect.Spec.For(path.Target.Slug),
            Placeholder = "Tick off what you have read…",
            MinValues = 0,
            MaxValues = path.Steps.Count,
            Options = [.. path.Steps.Select(one => new SelectOption(one.Title, one.Slug, Default: path.Read.Contains(one.Slug)))],
        }));
        return parts;
    }

    public static Reply WhereTo(string asked, IReadOnlyList<HubPage> offered)
    {
        var quoted = TopicViews.Asked(asked);
        return Reply.Private($"{(quoted.Length == 0 ? "I cannot read that as a topic." : $"I know no topic “{quoted}”.")} Where should the path lead?")
            .With([.. offered.Take(MostOffered).Select(page => Control.Button(page.Title, ShowPathButton.Spec.For(page.Slug)))]);
    }

    private static string Heading(LearningPath path)
    {
        var heading = $"## The path to {Md.EscapeLine(path.Target.Title)}";
        return path.Read is null ? heading : $"{heading}\n{path.ReadCount} of {path.Steps.Count} read";
    }

    private static string Line(LearningPath path, HubPage step, int at)
    {
        var title = Md.EscapeLine(step.Title);
        var words = $"{at + 1}\\. {title} · {step.Level.ToString().ToLowerInvariant()}";
        return path.Read is null ? words
            : path.Read.Contains(step.Slug) ? $"✔ {words} · read"
            : step == path.NextStep ? $"◻ **{words} · your next step**"
            : $"◻ {words}";
    }

    private static string Ending(LearningPath path, IReadOnlyList<HubPage> after)
    {
        var then = after.Count == 0 ? "" : $"After this: {string.Join(", ", after.Select(next => Md.EscapeLine(next.Title)))}.";
        var where = path.Read is null ? ""
            : path.NextStep is null ? "🎉 You have read all of it. "
            : path.Steps.Count == 1 ? "Nothing needs to be read before it. "
            : "";
        var words = (where + then).TrimEnd();
        return (words.Length == 0 ? "" : $"\n\n{words}")
            + (path.Read is null ? "\n-# In a direct message I do not know what you have read. In the server you can tick it off." : "");
    }

    private static Button Open(HubPage step)
    {
        var show = PageButtons.Show(step, $"Open {Md.Cut(step.Title, 70)}");
        return show with { Style = ButtonStyle.Primary };
    }
}
