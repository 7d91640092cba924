using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>The forms of moves, and what they answer.</summary>
internal static class MoveViews
{
    public const string StatusField = "status";
    public const string ReasonField = "reason";

    private const string ReasonHint = "Whoever follows it reads this in its thread";

    /// <summary>A status as it is chosen.</summary>
    public static string Choice(IdeaStatus status) => $"{IdeaText.Mark(status)} {IdeaText.Status(status)}: {Meaning(status)}";

    /// <summary>Of several statuses.</summary>
    public static Reply Form(Idea idea, IReadOnlyList<IdeaStatus> open) => Reply.Form(new Modal
    {
        CustomId = MoveIdeaModal.Spec.For(IdeaReference.InServer(idea)),
        Title = string.Create(CultureInfo.InvariantCulture, $"Where does #{idea.Number} stand now?"),
        Components =
        [
            new Label("Status", new StringSelect
            {
                CustomId = StatusField,
                Placeholder = $"It is {IdeaText.Status(idea.Status)} now",
                Options = [.. open.Select(to => new SelectOption($"{IdeaText.Mark(to)} {IdeaText.Status(to)}", to.ToString(), Capital(Meaning(to))))],
            }),
            Why(),
        ],
    });

    /// <summary>Of one status.</summary>
    public static Reply Form(Idea idea, IdeaStatus to) => Reply.Form(new Modal
    {
        CustomId = MoveIdeaModal.Spec.For($"{IdeaReference.InServer(idea)}-{to}"),
        Title = string.Create(CultureInfo.InvariantCulture, $"{(to == IdeaStatus.Withdrawn ? "Withdraw" : to.IsOpen() && !idea.Status.IsAlive() ? "Bring back" : "Change")} #{idea.Number}"),
        Components = [Why()],
    });

    /// <param name="undoes">The number of the move, when there is a way back.</param>
    /// <param name="team">The name of the team it had until now.</param>
    public static Reply Done(Idea idea, MoveStep.Done done, int? undoes, string? team)
    {
        var together = team is not null && done.Now.Status.IsOpen() ? $" **{Md.EscapeLine(team)}** stays together as a team, with its thread; **Form the team** gives the idea back to it." : "";
        var told = done.Effects.HasFlag(MoveEffects.Publish) ? " It is being put on the board."
            : done.Effects.HasFlag(MoveEffects.TellFollowers) && idea.ThreadId is { } thread ? $" Whoever follows it is told quietly in its thread: {Md.ChannelUrl(idea.GuildId, thread)}"
            : "";
        var reply = Reply.Private($"{IdeaText.Mark(done.Now.Status)} {IdeaNameViews.Name(idea)} is **{IdeaText.Status(done.Now.Status)}** now.{together}{told}");
        return undoes is { } move ? reply.With(Control.Button("Undo", UndoMoveButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{idea.Id}-{move}")))) : reply;
    }

    public static Reply NotDone(Idea idea, IdeaStatus to, MoveStep step, IdeaPolicy policy) => step switch
    {
        MoveStep.Already already => Reply.Private($"{IdeaNameViews.Name(idea)} is **{IdeaText.Status(already.Status)}** already, so nothing was changed."),
        MoveStep.NotYours { Who: var who } => Reply.Private(
            $"That is for {People(who)} to say, so nothing was changed. {Write(idea)} what you think; they will read it."),
        MoveStep.OtherWay { Way: Movers.ByForming } => Reply.Private(
            $"An idea is **Building** once its team is formed. {(policy.AuthorsFormTeams ? "Its author or a mentor presses" : "A mentor presses")} **Form the team** under **More…** on its card."),
        MoveStep.OtherWay => Reply.Private($"Name the idea as which it goes on: `/idea merge idea:#{idea.Number} into:`"),
        MoveStep.NeedsReason => Reply.Private("Say in a few words why: whoever follows it reads that with the news. Nothing was changed."),
        MoveStep.NeedsReview => Reply.Private("On this server a mentor looks at an idea before others see it. Choose **In review**, and they are told."),
        _ => NotOpen(idea, to),
    };

    /// <summary>From where it stands it does not go there.</summary>
    public static Reply NotOpen(Idea idea, IdeaStatus to) => Reply.Private(
        idea.Status == to ? $"{IdeaNameViews.Name(idea)} is **{IdeaText.Status(to)}** already, so nothing was changed."
        : idea.Status == IdeaStatus.Merged ? $"{IdeaNameViews.Name(idea)} goes on as another idea, so it has no status of its own. A mentor can take that back under **More…** on its card."
        : $"{IdeaNameViews.Name(idea)} is **{IdeaText.Status(idea.Status)}**, and you cannot make it **{IdeaText.Status(to)}** from there. Nothing was changed; **More…** on its card shows what you can do.");

    public static Reply NothingOpen(Idea idea) => Reply.Private($"{IdeaNameViews.Name(idea)} is **{IdeaText.Status(idea.Status)}**, and there is no other status that you can give it. {Write(idea)} what you think.");

    public static Reply MovedSince(Idea idea) => Reply.Private($"{IdeaNameViews.Name(idea)} was moved on since; it is **{IdeaText.Status(idea.Status)}** now. Nothing was changed.");

    private static Label Why() => Control.TextField(ReasonField, "Why?", MoveRules.MostReason, paragraph: true, min: 1, hint: ReasonHint);

    private static string Write(Idea idea) => idea.ThreadId is { } thread ? $"Write in its thread {Md.ChannelUrl(idea.GuildId, thread)}" : "Write to its author";

    private static string People(Movers who)
    {
        string?[] all = [who.HasFlag(Movers.Author) ? "who proposed it" : null, who.HasFlag(Movers.Team) ? "its team" : null, who.HasFlag(Movers.Mentors) ? "mentors" : null];
        var people = all.OfType<string>().ToList();
        return people.Count < 2 ? string.Concat(people) : $"{string.Join(", ", people.SkipLast(1))} and {people[^1]}";
    }

    private static string Meaning(IdeaStatus status) => status switch
    {
        IdeaStatus.InReview => "a mentor looks at it first",
        IdeaStatus.Proposed => "up for votes and talk",
        IdeaStatus.Shaping => "somebody works out what exactly it is to be",
        IdeaStatus.Ready => "it could be begun",
        IdeaStatus.Building => "a team builds it",
        IdeaStatus.Shipped => "there is something to look at",
        IdeaStatus.Parked => "nobody works on it for now; it can be brought back",
        IdeaStatus.Declined => "mentors say no",
        IdeaStatus.Withdrawn => "who proposed it takes it back",
        IdeaStatus.Merged => "it goes on as another idea",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
