using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Profiles;

/// <summary>The form of skills: one list a level.</summary>
internal sealed class SaveSkillsModal(ProfileDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("profiles", "skills") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var skills = SkillLevel.Of(level => call.Values(ProfileFormViews.LevelField(level)));
        return desk.ChangeAsync(call, values => values with { Skills = skills }, ProfileViews.OwnHere, "Your skills are saved.", ct);
    }
}

/// <summary>The form of interests: pages of the hub, with commas between them.</summary>
internal sealed class SaveInterestsModal(ProfileDesk desk, GuildHubs hubs) : IModal
{
    private const int MostLike = 3;

    public static ControlSpec Spec { get; } = new("profiles", "interests") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.Guild, ct);
        var read = call.Text(ProfileFormViews.InterestsField)
            .Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => (Name: name, Page: hub.BySlug(name.ToLowerInvariant()) ?? hub.Named(name)))
            .ToList();
        List<string> slugs = [.. read.Select(one => one.Page?.Slug).OfType<string>().Distinct()];
        var unknown = read.Where(one => one.Page is null)
            .Select(one => (one.Name, (IReadOnlyList<string>)[.. hub.Complete(one.Name, MostLike).Select(page => page.Title)])).ToList();
        if (slugs.Count > ProfileValues.MostInterests || (slugs.Count == 0 && unknown.Count > 0))
        {
            return ProfileViews.OwnHere(await desk.OwnAsync(call, ct), ProfileViews.InterestsNotSaved(slugs.Count, unknown));
        }

        return await desk.ChangeAsync(
            call, values => values with { Interests = slugs }, ProfileViews.OwnHere, ProfileViews.InterestsSaved(unknown), ct);
    }
}

/// <summary>The form of goal and languages.</summary>
internal sealed class SaveAboutModal(ProfileDesk desk) : IModal
{
    private const int MostLanguage = 30;

    public static ControlSpec Spec { get; } = new("profiles", "about") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var goal = Md.Cut(Md.Line(call.Text(ProfileFormViews.GoalField)), ProfileValues.MostGoal);
        List<string> languages =
        [
            .. call.Text(ProfileFormViews.LanguagesField).Split([',', ';', '/', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(name => Named(Md.Cut(Md.Line(name), MostLanguage))).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        return await desk.ChangeAsync(
            call,
            values => values with { Goal = goal, Languages = [.. languages.Take(ProfileValues.MostLanguages)] },
            ProfileViews.OwnHere,
            languages.Count > ProfileValues.MostLanguages ? $"Saved, with the first {ProfileValues.MostLanguages} languages." : "Saved.",
            ct);
    }

    private static string Named(string language) => language.Length == 0 ? "" : char.ToUpperInvariant(language[0]) + language[1..];
}
