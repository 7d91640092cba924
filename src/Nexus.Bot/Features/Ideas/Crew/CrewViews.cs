using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>What "I'd build this" answers: what one has, what is free, and what came of a press.</summary>
internal static class CrewViews
{
    private const int MostShown = 5;

    /// <summary>What somebody has, and what they can press.</summary>
    /// <param name="isMentor">Others are not offered the places of mentors.</param>
    /// <param name="reference">How its controls name the idea.</param>
    /// <param name="news">What has just happened; null when nothing did.</param>
    /// <param name="justJoined">Leaving is called what it is then.</param>
    public static Container Panel(Idea idea, IdeaCrew crew, Snowflake reader, bool isMentor, string reference, string? news = null, bool justJoined = false)
    {
        var mine = crew.Of(reader);
        var controls = Controls(crew, mine, isMentor, reference, justJoined).ToList();
        var state = mine switch
        {
            { Seat: not null } => $"You have a place as **{IdeaText.Role(mine.Role)}**.",
            { } => $"You wait for a place as **{IdeaText.Role(mine.Role)}**, {CrewText.Before(Place(crew, mine) - 1)}. I tell you when you have one.",
            null when crew.Needs.Length == 0 => "Its author has not said yet whom it needs. Ask in its thread; **Edit** in **More…** is where they say it.",
            null when controls.Count == 0 => "It needs only mentors.",
            null => "As what would you build it? You can leave again until the team is formed.",
        };
        string?[] lines = [IdeaNameViews.Name(idea), news ?? state, .. CrewText.Lines(crew), mine?.Seat is not null && idea.ThreadId is { } thread ? $"-# Talk with the others in {Md.Channel(thread)}." : null];
        return new Container([new TextDisplay(string.Join('\n', lines.Where(line => line is not null))), .. Control.Rows(controls)]);
    }

    public static string Joined(CrewStep.Seated step) => $"✅ You have a place as **{IdeaText.Role(step.Mine.Role)}**." + MovedUp(step.MovedUp);

    public static string Waits(CrewStep.Waits step) =>
        $"⏳ You wait for a place as **{IdeaText.Role(step.Mine.Role)}**, {CrewText.Before(step.Place - 1)}. When one becomes free it is yours, and I tell you.";

    public static string Full(CrewStep.Full step) => $"Somebody was faster: every place as **{IdeaText.Role(step.Role)}** is taken. You can wait for one, {CrewText.Before(step.Waiting)}.";

    public static string KeepsPlace(CrewStep.KeepsPlace step) =>
        $"You keep your place as **{IdeaText.Role(step.Mine.Role)}**: the other role is full, and you would lose yours for a place in line. To wait all the same, leave first.";

    public static string NotNeeded(IdeaRole role) => $"It does not need **{IdeaText.Role(role)}** any more. Nothing was changed.";

    public static string MentorsOnly() => "That place is for mentors. Nothing was changed.";

    /// <param name="places">Where they have them.</param>
    public static Container Enough(Idea idea, int most, IReadOnlyList<(Idea Idea, IdeaRole Role)> places)
    {
        var shown = places.Take(MostShown).ToList();
        return new Container(
        [
            new TextDisplay(string.Join('\n',
            [
                $"{IdeaNameViews.Name(idea)}: you have as many places as this server allows in ideas that are not decided yet ({most.ToString(CultureInfo.InvariantCulture)}):",
                .. places.Select(place => $"- {IdeaNameViews.Linked(place.Idea)} as {IdeaText.Role(place.Role)}"),
                "Leave one of them, then press **I'd build this** again.",
            ])),
            .. Control.Rows([.. shown.Select(place => Control.Button(string.Create(CultureInfo.InvariantCulture, $"Leave #{place.Idea.Number}"), CrewControls.Leave.For(IdeaReference.InServer(place.Idea))))]),
        ]);
    }

    /// <param name="reference">Null on what others may press as well.</param>
    public static Container Left(Idea idea, CrewStep.Left step, string? reference) => Said(
        $"You have left {IdeaNameViews.Name(idea)}. " + (step.Before.Seat is null ? "You wait for it no longer." : $"Your place as **{IdeaText.Role(step.Before.Role)}** " + (step.MovedUp.Count > 0 ? $"went to {Md.User(step.MovedUp[0])}, who waited for one." : "is free again.")),
        reference is null ? Show(idea) : [Control.Button("Undo", CrewControls.Join.For(RoleReference.Of(reference, step.Before.Role)))]);

    public static Container NotThere(Idea? idea) => Said(
        idea is null ? "You have no place in this idea any more, so there is nothing to leave." : $"You have no place in {IdeaNameViews.Name(idea)}, and wait for none: there is nothing to leave.",
        idea is null ? [] : Show(idea));

    /// <param name="into">As which it goes on, when it was merged.</param>
    public static Container NotNow(Idea idea, Idea? into) => into is not null
        ? Said($"{IdeaNameViews.Name(idea)} goes on as {IdeaNameViews.Name(into)}. Build it there:", [Control.Button("I'd build this", IdeaControls.Build.For(IdeaReference.InServer(into))), .. Show(into)])
        : Said($"{IdeaNameViews.Name(idea)} " + idea.Status switch
        {
            IdeaStatus.Building when idea.Team is { } team => $"is being built by the team **{Md.EscapeLine(team)}**. Who wants to join or leave asks them, in its thread.",
            IdeaStatus.Building => "is being built by its team already. Who wants to join or leave asks them, in its thread.",
            IdeaStatus.Shipped => "is built. What is still to do its team knows best: ask in its thread.",
            IdeaStatus.Parked => "is parked: nobody builds it now. Its author or a mentor can bring it back with **More…**.",
            IdeaStatus.Declined => "was declined, so nobody builds it. Its thread says why.",
            IdeaStatus.Withdrawn => "was taken back by its author, so nobody builds it.",
            IdeaStatus.InReview => "waits for a mentor's review. Places are given when it is on the board.",
            _ => "cannot be joined now.",
        }, Show(idea));

    private static IEnumerable<Button> Controls(IdeaCrew crew, Interest? mine, bool isMentor, string reference, bool justJoined)
    {
        foreach (var need in crew.Needs.Where(need => need.Role != mine?.Role && (need.Role != IdeaRole.Mentor || isMentor)))
        {
            var (role, open) = (IdeaText.Role(need.Role), crew.Open(need.Role));
            if (open > 0)
            {
                yield return Control.Button(
                    string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(role[0])}{role[1..]} ({open} of {need.Slots} free)"),
                    CrewControls.Join.For(RoleReference.Of(reference, need.Role)),
                    mine is null ? ButtonStyle.Success : ButtonStyle.Secondary);
            }
            else if (mine?.Seat is null)
            {
                yield return Control.Button($"Wait for {role} ({CrewText.Before(crew.Waiting(need.Role).Count)})", CrewControls.Wait.For(RoleReference.Of(reference, need.Role)));
            }
        }

        if (mine is not null)
        {
            yield return Control.Button(justJoined ? "Undo" : mine.Seat is null ? "Stop waiting" : "Leave", CrewControls.Leave.For(reference));
        }
    }

    private static int Place(IdeaCrew crew, Interest mine) => crew.Waiting(mine.Role).Index().First(one => one.Item.Person == mine.Person).Index + 1;

    private static string MovedUp(IReadOnlyList<Snowflake> people) => people.Count == 0 ? "" : $" The place you had went to {Md.User(people[0])}, who waited for one.";

    private static Container Said(string words, IReadOnlyList<Component> controls) => new([new TextDisplay(words), .. Control.Rows(controls)]);

    private static IReadOnlyList<Component> Show(Idea idea) => IdeaCards.Url(idea) is { } url ? [Control.Link("Show", url)] : [];
}
