using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>The people of an idea become its team: shown first, then done once.</summary>
internal sealed class TeamForming(IdeaDesk desk, CrewBook book, IdeaLife life, IdeaSettingsStore settings)
{
    public async Task<Reply> PreviewAsync(ControlCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        var crew = await CrewBook.OfAsync(desk.Db, idea, ct);
        return FormingViews.Preview(idea, crew, await StepAsync(call, idea, crew, knowingly: false, ct), call.Argument);
    }

    /// <param name="name">As it was typed; empty leaves it to the teams.</param>
    public async Task<Reply> FormAsync(ControlCall call, string name, CancellationToken ct)
    {
        var (reference, knowingly) = FormingReference.Read(call.Argument);
        if (await desk.FindAsync(call, reference, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        var crew = await CrewBook.OfAsync(desk.Db, idea, ct);
        var step = await StepAsync(call, idea, crew, knowingly, ct);
        if (step is not FormStep.Done done)
        {
            return FormingViews.Preview(idea, crew, step, reference, isChange: true);
        }

        // Those among them who came with a merge at the last moment have rows of their own from now on.
        await book.SetAsync(desk.Db, idea, crew, crew, call.User, ct);
        var called = Md.Cut(Md.Line(name), Idea.MostTeam);
        var reason = crew.IsMinimumMet ? "everybody it needs is there" : $"it begins without {CrewText.Missing(crew.Missing)}";
        await life.ApplyAsync(
            desk.Db, idea, done.Now, await desk.ActorAsync(call, idea, ct), reason, done.Effects, ct, done.Team with { Name = called.Length == 0 ? null : called });
        return FormingViews.Formed(idea, crew);
    }

    private async Task<FormStep> StepAsync(ControlCall call, Idea idea, IdeaCrew crew, bool knowingly, CancellationToken ct) =>
        TeamRules.Form(idea.Facts, crew, await desk.ActorAsync(call, idea, ct), knowingly, (await settings.OfAsync(idea.GuildId, ct)).Policy);
}
