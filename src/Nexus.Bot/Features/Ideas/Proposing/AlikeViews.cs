using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>An idea on the board that is like a draft.</summary>
/// <param name="IsSure">It most likely is the same.</param>
internal sealed record AlikeShown(Idea Idea, IdeaCard Card, bool IsSure);

/// <summary>What is on the board already, shown to who proposes something before anybody else sees it.</summary>
internal static class AlikeViews
{
    private const int Colour = 0x5865F2;
    private const int MostProblem = 160;
    private const int MostShown = 700;

    /// <param name="words">What was just written; null when it is looked at again.</param>
    public static Reply Preview(Idea draft, IReadOnlyCollection<RoleNeed> needs, IReadOnlyList<AlikeShown> alike, ProposedWords? words, bool changes)
    {
        List<Component> parts = [];
        if (FormViews.Warning(words) is { Length: > 0 } warning)
        {
            parts.Add(new TextDisplay($"{warning.TrimStart('\n')}\nThis is how it would be posted:\n>>> {UserMarkdown.Safe(Md.Cut($"{draft.Title}\n{draft.Problem}\n{draft.Solution}", MostShown))}"));
            parts.Add(new Separator());
        }

        if (alike.Count > 0)
        {
            parts.Add(new TextDisplay(alike.Any(it => it.IsSure) ? "### This looks like the same idea" : "### Is it one of these?"));
            foreach (var one in alike)
            {
                parts.Add(new TextDisplay($"{Heading(one)}\n> {Md.EscapeLine(Md.Cut(Md.Line(one.Idea.Problem), MostProblem))}"));
                parts.AddRange(Control.Rows([.. Buttons(draft, one)]));
            }

            parts.Add(new Separator());
        }

        parts.Add(new TextDisplay($"Your idea **{Md.EscapeLine(draft.Title)}** is not posted yet.\nNeeded: {FormViews.Needs(needs)}."));
        parts.Add(Control.Row(
            Control.Button(alike.Count > 0 ? "Post mine anyway" : "Post it", PostIdeaButton.Spec.For(draft.Id), ButtonStyle.Primary),
            Control.Button("Edit", EditDraftButton.For(draft)),
            Control.Button("Discard", DiscardIdeaButton.Spec.For(draft.Id))));
        return ProposingViews.Card(changes, [new Container(parts) { AccentColor = Colour }]);
    }

    /// <summary>One that was picked while a title was typed.</summary>
    public static Reply Picked(Idea idea, IdeaCard card) => Reply.PrivateCard(
        IdeaCardViews.Card(idea, card),
        Control.Row(
        [
            .. IdeaCards.Url(idea) is { } url ? new[] { Control.Link("Go to it", url) } : [],
            Control.Button("Propose my own", ProposeIdeaButton.Spec.For()),
        ]));

    private static string Heading(AlikeShown one) => string.Create(CultureInfo.InvariantCulture,
        $"{IdeaText.Mark(one.Idea.Status)} **#{one.Idea.Number} {Md.EscapeLine(one.Idea.Title)}** · {IdeaText.Status(one.Idea.Status)}, {IdeaText.Votes(one.Card.Votes)}");

    private static IEnumerable<Component> Buttons(Idea draft, AlikeShown one)
    {
        // Nobody votes for their own, or for what is being built.
        if (one.Idea.Status.IsOpen() && one.Idea.AuthorId != draft.AuthorId)
        {
            yield return Control.Button(string.Create(CultureInfo.InvariantCulture, $"Vote for #{one.Idea.Number} instead"), VoteInsteadButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{draft.Id}/{one.Idea.Id}")), ButtonStyle.Success);
        }

        if (IdeaCards.Url(one.Idea) is { } url)
        {
            yield return Control.Link("Read it", url);
        }
    }
}
