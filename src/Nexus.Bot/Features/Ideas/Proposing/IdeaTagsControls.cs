using Nexus.Bot.Features.Ideas.Proposing.Editing;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>Offers topics of the hub to file an idea under.</summary>
internal sealed class ChangeTagsButton(IdeaDesk desk, IdeaEditor editor, GuildHubs hubs) : IButton
{
    public static ControlSpec Spec { get; } = new("proposing", "tags");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        return await editor.RefusalAsync(call, idea, ct) ?? TagViews.Choose(idea, await hubs.OfAsync(idea.GuildId, ct), changes: false);
    }
}

/// <summary>Files an idea under the pages that its author chose.</summary>
internal sealed class ChooseTagsSelect(IdeaDesk desk, IdeaEditor editor, IdeaLife life, GuildHubs hubs) : ISelect
{
    public static ControlSpec Spec { get; } = new("proposing", "choose") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        if (await editor.RefusalAsync(call, idea, ct) is { } refusal)
        {
            return refusal;
        }

        var hub = await hubs.OfAsync(idea.GuildId, ct);
        idea.Tags = [.. hub.Among(call.Values.Take(Idea.MostTags)).Select(page => page.Slug)];
        await life.SaveAsync(desk.Db, idea, ct);
        return TagViews.Choose(idea, hub, changes: true);
    }
}

/// <summary>What an idea is filed under.</summary>
internal static class TagViews
{
    private const int MostOptions = 25;
    private const int EachWord = 3;

    public static Reply Choose(Idea idea, HubIndex hub, bool changes)
    {
        var now = hub.Among(idea.Tags).ToList();
        var pages = now
            .Concat(hub.Among(TopicGuess.Near(hub, idea.Title, $"{idea.Problem}\n{idea.Solution}")))
            .Concat(idea.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).SelectMany(word => hub.Complete(word, EachWord)))
            .Concat(hub.Featured)
            .DistinctBy(page => page.Slug)
            .Take(MostOptions)
            .ToList();
        var filed = now.Count == 0 ? "It has no tags yet." : $"Tags: {string.Join(", ", now.Select(page => $"**{Md.EscapeLine(page.Title)}**"))}.";
        return ProposingViews.Card(changes,
        [
            new TextDisplay($"{(changes ? "✅ " : "")}{filed}\n-# By them it is found on the board; its forum post gets those that the forum knows."),
            .. pages.Count == 0 ? Array.Empty<Component>() :
            [
                Control.Row(new StringSelect
                {
                    CustomId = ChooseTagsSelect.Spec.For(idea.Id),
                    Placeholder = "Topics, the most fitting first",
                    MinValues = 0,
                    MaxValues = Math.Min(Idea.MostTags, pages.Count),
                    Options = [.. pages.Select(page => new SelectOption(Md.Cut(page.Title, 100), page.Slug, Default: idea.Tags.Contains(page.Slug) ? true : null))],
                }),
            ],
        ]);
    }
}
