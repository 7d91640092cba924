using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>What a mentor sees before there is a plan: the rules, who would take part, and what cannot hold.</summary>
internal static class FormationViews
{
    public const string SizeField = "size";
    public const string BackendField = "backend";
    public const string FrontendField = "frontend";
    public const string HoursField = "hours";
    public const string OrderField = "order";

    private const int MostNames = 15;
    private const int MostPart = 1800;

    public static Reply Looking(bool isChange) => Said("🔎 Looking who is here…", isChange);

    public static Reply Gone(bool isChange) => Said("This formation is closed. `/teams form` begins another; nothing was done.", isChange);

    public static Reply OutOfReach() => Said("Discord does not tell me just now who is here, so nothing was done. Try again in a minute.", isChange: true);

    public static Reply Dropped(Formation formation) => Said(Text($"🗑️ Formation #{formation.Number} is dropped. Nobody has heard of it. `/teams form` begins another."), isChange: true);

    public static Reply Refused(string why) => Reply.Private($"{why} Nothing was changed.");

    public static Reply Rules(Formation formation, FormationCohort cohort)
    {
        var lines = new List<string>
        {
            Text($"## Formation #{formation.Number}"),
            $"**Who:** {Who(formation)}: **{Count(cohort.People.Count, "person", "people")}**",
            $"**Teams of** {FormationForm.Text(formation.LeastSize, formation.MostSize)}; backend {FormationForm.Part(formation.LeastBackend, formation.MostBackend)}, frontend {FormationForm.Part(formation.LeastFrontend, formation.MostFrontend)} (full-stack counts as either)",
            $"**Together** at least {SharedHours.Count(formation.MinimumHours)} a week",
            $"**What counts, the most first:** {string.Join(", ", formation.Order.Select(FormationForm.Word))}",
            Text($"-# Seed {formation.Seed}: the same seed, rules and people give the same teams. Nobody hears of anything before you commit."),
        };
        var notes = new List<string>();
        Add(notes, "Asked not to be put on a team", cohort.OptedOut);
        Add(notes, "On a team already", cohort.OnTeam);
        Add(notes, "Left out by you", cohort.Without);
        Add(notes, "Have not said when they have time (`/profile set`), so they share no hours with anybody", [.. cohort.People.Where(it => it.Missing.HasFlag(ProfileParts.Hours)).Select(it => it.Person)]);
        if (!cohort.IsAll)
        {
            notes.Add("• Discord does not tell me who is here, so these are the people I have seen writing or pressing something.");
        }

        var obstacles = cohort.People.Count < 2 ? [] : Obstacle.Of(cohort.Cohort, formation.Rules).Select(one => $"⛔ {ObstacleWords(one, formation)}").ToList();
        if (cohort.People.Count < 2)
        {
            obstacles = ["⛔ There are not two people to put together. Choose another role, or also those who are on a team."];
        }

        return Reply.ChangeCard(new Container(
        [
            new TextDisplay(string.Join('\n', lines)),
            .. notes.Count > 0 ? [new TextDisplay(Md.Cut(string.Join('\n', notes), 900))] : Array.Empty<Component>(),
            .. obstacles.Count > 0 ? [new TextDisplay(Md.Cut("**These rules cannot all hold, whoever is with whom:**\n" + string.Join('\n', obstacles), 1200))] : Array.Empty<Component>(),
            Control.Row(new RoleSelect
            {
                CustomId = FormationControls.Role.For(formation.Id),
                Placeholder = "Only people with this role…",
                MinValues = 0,
                MaxValues = 1,
                DefaultValues = formation.RoleId is { } role ? [new SelectDefaultValue(role, "role")] : null,
            }),
            Control.Row(
                Control.Button("Dry run", FormationControls.Solve.For(formation.Id), ButtonStyle.Primary, disabled: cohort.People.Count < 2),
                Control.Button("Rules…", FormationControls.Rules.For(formation.Id)),
                Control.Button(formation.IncludesPlaced ? "Only who has no team" : "Also who is on a team", FormationControls.Placed.For(formation.Id)),
                Control.Button("Drop it", FormationControls.Drop.For(formation.Id))),
        ]));
    }

    public static Reply RulesForm(Formation formation) => Reply.Form(new Modal
    {
        CustomId = FormationControls.SetRules.For(formation.Id),
        Title = Text($"Rules of formation #{formation.Number}"),
        Components =
        [
            Control.TextField(SizeField, "People in a team", 10, value: FormationForm.Text(formation.LeastSize, formation.MostSize), hint: "A number, or a range such as 3-5"),
            Control.TextField(BackendField, "Of them backend", 10, required: false, value: FormationForm.Part(formation.LeastBackend, formation.MostBackend), hint: "Such as 2-3, 1+ or any; full-stack counts as either"),
            Control.TextField(FrontendField, "Of them frontend", 10, required: false, value: FormationForm.Part(formation.LeastFrontend, formation.MostFrontend), hint: "Such as 1-2, 1+ or any"),
            Control.TextField(HoursField, "Hours a week that all of a team share", 5, value: formation.MinimumHours.ToString(CultureInfo.InvariantCulture), hint: "At least; 0 asks for none"),
            Control.TextField(OrderField, "What counts, the most important first", 100, value: string.Join(", ", formation.Order.Select(FormationForm.Word)), hint: "Of hours, interests, balance, wishes, new faces; what is left out counts nothing"),
        ],
    });

    /// <param name="share">From 0 to 1.</param>
    /// <param name="isWaiting">Another calculation runs first.</param>
    public static Reply Solving(Formation formation, double share, bool isWaiting) => Reply.ChangeCard(new Container(
    [
        new TextDisplay(isWaiting
            ? Text($"⏳ Formation #{formation.Number}: another calculation runs just now; this one is next.")
            : Text($"⏳ Formation #{formation.Number}: trying teams, {Math.Round(share * 100):0} %")),
        Control.Row(Control.Button("Stop", FormationControls.Stop.For(formation.Id))),
    ]));

    public static Reply Stopped(Formation formation) => Reply.ChangeCard(new Container(
    [
        new TextDisplay(Text($"Stopped. Formation #{formation.Number} is as it was before.")),
        Control.Row(Control.Button("Dry run", FormationControls.Solve.For(formation.Id), ButtonStyle.Primary), Control.Button("To the rules", FormationControls.Settings.For(formation.Id))),
    ]));

    public static Reply ChangedMeanwhile(Formation formation) => Reply.ChangeCard(new Container(
    [
        new TextDisplay(Text($"Another mentor has changed formation #{formation.Number} meanwhile, so this plan was not kept.")),
        Control.Row(Control.Button("Show it", FormationControls.Turn.For(Text($"{formation.Id}/0"))), Control.Button("To the rules", FormationControls.Settings.For(formation.Id))),
    ]));

    internal static string ObstacleWords(Obstacle obstacle, Formation formation) => obstacle switch
    {
        Obstacle.TooFewHours few => $"Free for fewer than {SharedHours.Count(formation.MinimumHours)} a week: {People(few.People)}.",
        Obstacle.NobodyAwakeWith alone => $"Shares {SharedHours.Count(formation.MinimumHours)} with too few others: {People(alone.People)}.",
        Obstacle.AvoidsTooMany avoids => $"Private wishes leave too few others for {People(avoids.People)}. Nobody but mentors is told.",
        Obstacle.MissingPeople missing => $"Too few people for {Count(missing.Teams, "team")}: {Missing(missing.Backend, missing.Frontend)} short.",
        Obstacle.SurplusPeople surplus => Text($"{surplus.HowMany} more of these tracks than {Count(surplus.Teams, "team")} may have."),
        Obstacle.CannotSplit split => Text($"{split.People} people do not go into teams of {FormationForm.Text(split.Size.Least, split.Size.Most)}."),
        _ => throw new ArgumentOutOfRangeException(nameof(obstacle)),
    };

    internal static string Missing(int backend, int frontend) => string.Join(" and ", new[] { (backend, "backend"), (frontend, "frontend") }.Where(one => one.Item1 > 0).Select(one => Text($"{one.Item1} {one.Item2}")));

    internal static string People(IEnumerable<ulong> people) => Names([.. people.Select(id => new Snowflake(id))]);

    internal static string Count(int number, string one, string? many = null) => Text($"{number} {(number == 1 ? one : many ?? one + "s")}");

    private static string Who(Formation formation) =>
        $"{(formation.RoleId is { } role ? $"who has {Md.Role(role)}" : "everybody who is no mentor")}{(formation.IncludesPlaced ? ", also those on a team" : ", without a team")}";

    private static void Add(List<string> notes, string what, IReadOnlyList<Snowflake> people)
    {
        if (people.Count > 0)
        {
            notes.Add($"• {what}: {Names(people)}");
        }
    }

    private static string Names(IReadOnlyList<Snowflake> people) =>
        string.Join(", ", people.Take(MostNames).Select(Md.User)) + (people.Count > MostNames ? Text($" and {people.Count - MostNames} more") : "");

    private static Reply Said(string text, bool isChange)
    {
        var card = new Container([new TextDisplay(Md.Cut(text, MostPart))]);
        return isChange ? Reply.ChangeCard(card) : Reply.PrivateCard(card);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
