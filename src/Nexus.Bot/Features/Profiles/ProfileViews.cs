using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Profiles;

/// <summary>What people read and press about their own profile.</summary>
internal static class ProfileViews
{
    private const int MostName = 50;

    public static Reply Own(ProfileShown shown) => Reply.PrivateCard(Parts(shown, ""));

    /// <param name="note">What came of the last press; empty for none.</param>
    public static Reply OwnHere(ProfileShown shown, string note) => Reply.ChangeCard(Parts(shown, note));

    public static string InterestsSaved(IReadOnlyList<(string Name, IReadOnlyList<string> Like)> unknown) =>
        unknown.Count == 0 ? "Your interests are saved." : $"Your interests are saved, but the hub has no page for:\n{Unknown(unknown)}";

    /// <param name="many">How many were understood.</param>
    public static string InterestsNotSaved(int many, IReadOnlyList<(string Name, IReadOnlyList<string> Like)> unknown) => many > ProfileValues.MostInterests
        ? string.Create(CultureInfo.InvariantCulture, $"Your interests are as they were: these are {many}, and {ProfileValues.MostInterests} are the most. Which do you care about most?")
        : $"Your interests are as they were: the hub has no page for:\n{Unknown(unknown)}\n`/topic browse` shows what there is.";

    public static Reply NotHere(Snowflake person) => Reply.Private($"{Md.User(person)} is not somebody on this server who could have a profile.");

    public static Reply SaidNothing(Snowflake person) => Reply.Private($"{Md.User(person)} has not made a profile here. It is up to each person.");

    public static Reply NothingKept() => Reply.Private("I keep no profile of you on this server. `/profile set` begins one.");

    public static Reply Exported(byte[] file) => Reply.Private(
        "Here is everything your profile on this server keeps, and what it was before your last change. `/profile erase` forgets it.").WithFiles(new FileUpload("profile.json", file));

    public static Reply AskErasure() => Reply.Private(
        "Erase your profile on this server? Your track, skills, interests, hours, languages, goal, both private lists and whether you take part are deleted, and **it cannot be undone**. "
        + "Others then read that you have made no profile, and nobody is told. Your time zone stays until `/timezone clear`; what other people wrote in their profiles stays theirs.\n"
        + "-# `/profile export` gives you a copy first.").With(
        Control.Button("Erase it", EraseProfileButton.Spec.For(), ButtonStyle.Danger),
        Control.Button("Keep it", KeepProfileButton.Spec.For()));

    public static Reply Erased() => Reply.Change("Your profile on this server is erased. `/profile set` begins anew whenever you like.");

    public static Reply ErasedAlready() => Reply.Change("There is nothing left to erase.");

    public static Reply Kept() => Reply.Change("Kept. Nothing was changed.");

    /// <summary>The words, escaped; "not said" for none.</summary>
    public static string Listed(IEnumerable<string> words) => string.Join(", ", words.Select(Md.EscapeLine)) is { Length: > 0 } list ? list : "not said";

    public static string Skills(ProfileValues values) => Listed(values.Skills.OrderByDescending(skill => skill.Level)
        .Select(skill => string.Create(CultureInfo.InvariantCulture, $"{SkillLevel.NameOf(skill.Skill)} {skill.Level}")));

    public static IEnumerable<Component> Note(string note) => note.Length == 0 ? [] : [new TextDisplay(note)];

    public static Button[] Undo(ProfileShown shown) => shown.Undo is { } revision ? [Control.Button("Undo", UndoProfileButton.Spec.For(revision))] : [];

    private static List<Component> Parts(ProfileShown shown, string note) =>
    [
        new TextDisplay($"### Your profile on this server\n{Facts(shown)}"),
        new TextDisplay(Advice(shown)),
        .. Note(note),
        Control.Row(TrackSelect(shown)),
        Control.Row(
            Form("Skills…", OpenProfileFormButton.Skills),
            Form("Interests…", OpenProfileFormButton.Interests),
            Control.Button("Hours…", OpenProfileCardButton.Spec.For(OpenProfileCardButton.Hours)),
            Form("Goal, languages…", OpenProfileFormButton.About),
            Control.Button("People…", OpenProfileCardButton.Spec.For(OpenProfileCardButton.People))),
        Control.Row(
        [
            shown.Values.IsOutOfPairs ? Take("Take part in pairing", "pairs.in") : Take("No pairing for me", "pairs.out"),
            shown.Values.IsOutOfTeams ? Take("Take part in teams", "teams.in") : Take("No teams for me", "teams.out"),
            .. Undo(shown),
        ]),
    ];

    private static Button Form(string label, string form) => Control.Button(label, OpenProfileFormButton.Spec.For(form));

    private static Button Take(string label, string argument) => Control.Button(label, TakePartButton.Spec.For(argument));

    private static string Facts(ProfileShown shown)
    {
        var values = shown.Values;
        string[] lines =
        [
            $"- Track: {Track(shown)}",
            $"- Skills: {Skills(values)}",
            $"- Interests: {Listed(shown.Interests)}",
            $"- Hours: {(values.Hours is { } hours ? $"{WeekWords.Of(hours)} ({SharedHours.Count(hours.Count)} a week, {shown.Zone.Zone.Id})" : "not said")}",
            $"- Languages: {Listed(values.Languages)}",
            $"- Goal: {(values.Goal.Length == 0 ? "not said" : Md.EscapeLine(values.Goal))}",
            $"- 🔒 Would like to work with: {People(values.Prefers)}",
            $"- 🔒 Would rather not work with: {People(values.Avoids)}",
            $"- Taking part: {(values.IsOutOfPairs ? "not in pairing" : "pairing")}, {(values.IsOutOfTeams ? "not in teams" : "teams")}",
        ];
        return string.Join('\n', lines);
    }

    private static string Track(ProfileShown shown) => shown switch
    {
        { Values.Track: { } chosen } => ProfileWords.Of(chosen),
        { ByRoles: { } byRoles } => $"{ProfileWords.Of(byRoles)} (by your roles)",
        _ => "not said",
    };

    private static string People(IReadOnlyList<Snowflake> people) => people.Count == 0 ? "nobody named" : string.Join(", ", people.Select(Md.User));

    private static string Advice(ProfileShown shown)
    {
        var missing = shown.Missing;
        var lines = new List<string>();
        if (missing.HasFlag(ProfileParts.TimeZone))
        {
            lines.Add($"⏰ I do not know your time zone, so your hours are read in the server's, {shown.Zone.Zone.Id}. `/timezone set` with your city makes them yours.");
        }

        if ((missing & ~ProfileParts.TimeZone) is not ProfileParts.None and var parts)
        {
            lines.Add($"Not said yet: {ProfileWords.Of(parts)}. {(parts.HasFlag(ProfileParts.Hours) ? "Hours help most: without them I find nobody who has time when you do." : "Each of them makes what I find fit better.")}");
        }

        lines.Add("-# About 2 minutes, and everything is optional; each part is saved at once. Others see what has no 🔒, except when exactly you have time: "
            + "they see the hours they share with you, and what time it is for you. Whether you take part, nobody sees.");
        return string.Join('\n', lines);
    }

    private static StringSelect TrackSelect(ProfileShown shown)
    {
        return new StringSelect
        {
            CustomId = ChooseTrackSelect.Spec.For(),
            Placeholder = "Your track",
            Options =
            [
                Option("Backend", Tracks.Backend),
                Option("Frontend", Tracks.Frontend),
                Option("Full-stack", Tracks.FullStack, "Either of the two, as the team needs"),
                Option("Other", Tracks.Other, "Design, data, testing and so on"),
                new SelectOption("As my roles say", ChooseTrackSelect.ByRoles, Default: shown.Values.Track is null),
            ],
        };

        SelectOption Option(string label, Tracks track, string? description = null) =>
            new(label, ProfileWords.Of(track), description, Default: shown.Values.Track == track);
    }

    private static string Unknown(IReadOnlyList<(string Name, IReadOnlyList<string> Like)> unknown) => string.Join('\n', unknown.Take(ProfileValues.MostInterests).Select(one =>
        $"- “{Md.EscapeLine(Md.Cut(one.Name, MostName))}”{(one.Like.Count == 0 ? "" : $": did you mean {string.Join(", ", one.Like.Select(title => $"**{Md.EscapeLine(title)}**"))}?")}"));
}
