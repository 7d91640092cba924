using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>What people read who build an idea or wait for it, its author, and mentors.</summary>
internal static class CrewNewsViews
{
    public static DeliveryContent MovedUp(Idea idea, IdeaRole role, Delivery delivery) => ToPerson(
        idea,
        $"🎉 A place has become free, and it is yours: you are in {IdeaNameViews.Name(idea)} as **{IdeaText.Role(role)}** now.\n-# It does not fit any more? **Leave** gives it to the next in line.",
        delivery,
        Control.Button("Leave", CrewControls.Leave.For(IdeaReference.InDm(idea))));

    /// <param name="authorsForm">On this server its author may form the team.</param>
    /// <param name="mentorsHear">Mentors were told, too.</param>
    public static DeliveryContent CanBegin(Idea idea, IdeaCrew crew, Delivery delivery, bool authorsForm, bool mentorsHear) => ToPerson(
        idea,
        $"🙌 Everybody is there whom {IdeaNameViews.Name(idea)} needs to begin:\n{Lines(crew)}\n" + (authorsForm ? "**Form the team** when you are ready; its people are told then."
            : mentorsHear ? "A mentor forms the team now; they have been told."
            : "A mentor forms the team, with **More…** on its card. Tell one that you are ready."),
        delivery,
        authorsForm ? [Control.Button("Form the team", CrewControls.Form.For(IdeaReference.InDm(idea)), ButtonStyle.Success)] : []);

    public static DeliveryContent MentorsCanBegin(Idea idea, IdeaCrew crew) => ToMentors(
        idea,
        $"🙌 Everybody is there whom {IdeaNameViews.Name(idea)} needs to begin:\n{Lines(crew)}\nTheir team can be formed.",
        Control.Button("Form the team", CrewControls.Form.For(IdeaReference.InServer(idea)), ButtonStyle.Success));

    public static DeliveryContent TeamGone(Idea idea) => ToMentors(
        idea,
        $"The team of {IdeaNameViews.Name(idea)} is no more, and nobody builds it now. If others shall have it, **More…** takes it back to **{IdeaText.Status(IdeaStatus.Ready)}** or parks it.",
        Control.Button("More…", IdeaControls.More.For(IdeaReference.InServer(idea))));

    /// <summary>Their team is there: the one message about an idea that pings those who wanted to build it, unless their team's own place does.</summary>
    /// <param name="idea">As it is now.</param>
    /// <param name="move">The move by which it was formed.</param>
    /// <param name="isCalledElsewhere">Their team calls them.</param>
    public static DeliveryContent Formed(Idea idea, IdeaMove move, IdeaCrew crew, bool isCalledElsewhere)
    {
        var waiting = CrewText.Waiting(crew);
        return new DeliveryContent(new Container(
        [
            new TextDisplay(string.Join('\n',
            [
                idea.Team is { } team ? $"🔨 {IdeaNameViews.Name(idea)} has its team, **{Md.EscapeLine(team)}**:" : $"🔨 {IdeaNameViews.Name(idea)} has its team:",
                .. CrewText.TeamLines(crew),
                .. waiting.Length == 0 ? [] : new[] { $"First to be asked when somebody leaves: {waiting}" },
                $"-# {Md.User(move.By)} formed it: {Md.EscapeLine(move.Reason)}",
            ])),
        ]))
        {
            Mentions = isCalledElsewhere ? AllowedMentions.None : AllowedMentions.None with { Users = [.. crew.Seated.Select(one => one.Person).Distinct()] },
            IsQuiet = isCalledElsewhere,
        };
    }

    private static string Lines(IdeaCrew crew) => string.Join('\n', CrewText.Lines(crew));

    private static DeliveryContent ToMentors(Idea idea, string words, Button button) => new(new Container([new TextDisplay(words), Control.Row([button, .. Show(idea)])]));

    // In the thread only when their DMs are closed: there the card is at hand.
    private static DeliveryContent ToPerson(Idea idea, string words, Delivery delivery, params IReadOnlyList<Button> buttons)
    {
        var here = delivery is { FellBack: not null, PersonId: not null };
        IReadOnlyList<Component> controls = here ? buttons : [.. buttons, .. Show(idea)];
        return new DeliveryContent(new Container([new TextDisplay(here ? $"{Md.User(delivery.PersonId!.Value)} {words}" : words), .. controls.Count > 0 ? [Control.Row(controls)] : Array.Empty<Component>()]))
        {
            Mentions = here ? AllowedMentions.None with { Users = [delivery.PersonId!.Value] } : AllowedMentions.None,
            IsQuiet = here,
        };
    }

    private static IEnumerable<Button> Show(Idea idea) => IdeaCards.Url(idea) is { } url ? [Control.Link("Show", url)] : [];
}
