using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Profiles;

/// <summary>The card of the two private lists.</summary>
internal static class ProfilePeopleViews
{
    public static Reply Card(ProfileShown shown, string note) => Reply.ChangeCard(
    [
        new TextDisplay(
            $"### 🔒 People\n**Would like to work with** (up to {ProfileValues.MostPrefers}): only you see whom you choose.\n"
            + $"**Would rather not work with** (up to {ProfileValues.MostAvoids}): nobody is told, you need no reason, and you are not put together. "
            + "Mentors can look, and each look is in the server's log."),
        .. ProfileViews.Note(note),
        Control.Row(Select(ChoosePeopleSelect.Prefers, "Would like to work with…", ProfileValues.MostPrefers, shown.Values.Prefers)),
        Control.Row(Select(ChoosePeopleSelect.Avoids, "Would rather not work with…", ProfileValues.MostAvoids, shown.Values.Avoids)),
        Control.Row([.. ProfileViews.Undo(shown), Control.Button("Back", OpenProfileCardButton.Spec.For(OpenProfileCardButton.All))]),
    ]);

    private static UserSelect Select(string which, string placeholder, int most, IReadOnlyList<Snowflake> chosen) => new()
    {
        CustomId = ChoosePeopleSelect.Spec.For(which),
        Placeholder = placeholder,
        MinValues = 0,
        MaxValues = most,
        DefaultValues = chosen.Count == 0 ? null : [.. chosen.Select(person => new SelectDefaultValue(person, "user"))],
    };
}
