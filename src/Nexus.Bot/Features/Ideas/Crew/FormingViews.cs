using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>What those read who form a team.</summary>
internal static class FormingViews
{
    public const string NameField = "name";

    /// <summary>Who would be on it, or why it is not formed.</summary>
    /// <param name="isChange">Takes the place of what was shown before.</param>
    public static Reply Preview(Idea idea, IdeaCrew crew, FormStep step, string reference, bool isChange = false)
    {
        var card = step switch
        {
            FormStep.Done => Ask(idea, crew, reference, knowingly: false, "They are told, each with one ping, and nobody joins or leaves by the card from then on."),
            FormStep.TooFew { MayGoOn: true } few => Ask(idea, crew, reference, knowingly: true, $"**{CrewText.Missing(few.Missing)}** is missing to begin. You can form it all the same; who comes later asks the team."),
            FormStep.TooFew few => Said($"{IdeaNameViews.Name(idea)} still needs {CrewText.Missing(few.Missing)} to begin. A mentor can form its team all the same."),
            FormStep.NobodyThere => Said($"Nobody has a place in {IdeaNameViews.Name(idea)} yet. Who wants to build it presses **I'd build this** on its card."),
            FormStep.NotYours { AuthorsMay: true } => Said("Mentors form a team, and the author of its idea. Nothing was changed."),
            FormStep.NotYours => Said("On this server mentors form the teams. Nothing was changed; tell one that you are ready."),
            FormStep.Already => Said(idea.Team is { } team ? $"{IdeaNameViews.Name(idea)} has its team already: **{Md.EscapeLine(team)}**. Nothing was done twice." : $"{IdeaNameViews.Name(idea)} has its team already. Nothing was done twice."),
            _ => Said($"{IdeaNameViews.Name(idea)} is **{IdeaText.Status(idea.Status).ToLowerInvariant()}**, so it gets no team now. Nothing was changed."),
        };
        return isChange ? Reply.ChangeCard(card) : Reply.PrivateCard(card);
    }

    public static Reply Formed(Idea idea, IdeaCrew crew) => Reply.ChangeCard(Said(string.Join('\n',
    [
        idea.Team is { } team ? $"🔨 {IdeaNameViews.Name(idea)} has its team, **{Md.EscapeLine(team)}**:" : $"🔨 {IdeaNameViews.Name(idea)} has its team:",
        .. CrewText.TeamLines(crew),
        idea.ThreadId is { } thread ? $"They are told in {Md.Channel(thread)}." : "It has no thread now, so tell them yourself.",
        "-# Too early? A mentor takes the idea back to **Ready** with **More…** on its card.",
    ])));

    public static Reply Name(Idea idea, string argument) => Reply.Form(new Modal
    {
        CustomId = CrewControls.FormNamed.For(argument),
        Title = Md.Cut($"The team of #{idea.Number}", 45),
        Components = [Control.TextField(NameField, "What is it called?", Idea.MostTeam, required: false, hint: "Left empty, it is named after the idea; the team can change it")],
    });

    private static Container Ask(Idea idea, IdeaCrew crew, string reference, bool knowingly, string note)
    {
        var waiting = CrewText.Waiting(crew);
        var argument = FormingReference.Of(reference, knowingly);
        return new Container(
        [
            new TextDisplay(string.Join('\n',
            [
                $"Form the team of {IdeaNameViews.Name(idea)}?",
                .. CrewText.Lines(crew),
                .. waiting.Length == 0 ? [] : new[] { $"In line, and first to be asked when somebody leaves: {waiting}" },
                note,
            ])),
            Control.Row(
                Control.Button(knowingly ? "Form it all the same" : "Form the team", CrewControls.FormNow.For(argument), knowingly ? ButtonStyle.Secondary : ButtonStyle.Success),
                Control.Button("Name it first…", CrewControls.NameTeam.For(argument))),
        ]);
    }

    private static Container Said(string words) => new([new TextDisplay(words)]);
}
