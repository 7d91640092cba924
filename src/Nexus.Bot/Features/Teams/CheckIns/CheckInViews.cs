using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.CheckIns;

/// <summary>A team, with what it said in the latest weeks.</summary>
/// <param name="Weeks">The oldest first, this week last; null where it said nothing.</param>
internal sealed record TeamWeeks(Team Team, IReadOnlyList<CheckIn?> Weeks)
{
    public CheckIn? Now => Weeks[^1];
}

/// <summary>How teams say how they do, and what mentors see of it.</summary>
internal static class CheckInViews
{
    public const string NoteField = "note";
    public const int PageSize = 10;
    public const int MostWeeks = 8;

    private const int FirstHour = 6;
    private const int LastHour = 22;

    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static Reply Question(Team team, CheckIn? said) => Reply.PrivateCard(
        new TextDisplay($"How does {TeamNameViews.Name(team)} do this week?{(said is null ? "" : $" So far: **{Word(said.Standing)}**, by {Md.User(said.ById)}.")}"),
        Control.Row(Answers(team)),
        new TextDisplay(OnlyMentors));

    /// <summary>Asked in the team's thread.</summary>
    public static Container Asked(Team team) => new(
    [
        new TextDisplay("🗓️ How do you do this week? One press by any of you is enough."),
        Control.Row(Answers(team)),
        new TextDisplay(OnlyMentors),
    ]);

    public static Reply Noted(Team team, Standing standing, bool isTold) => Reply.Private(standing switch
    {
        Standing.OnTrack => $"{Mark(standing)} Noted for this week: **on track**. Good!",
        Standing.Stuck => $"{Mark(standing)} Noted for this week: **stuck**. `/ask` finds help with a question, and **We need a mentor** calls one.",
        Standing.NeedsMentor when isTold => $"{Mark(standing)} Noted for this week: **you need a mentor**. They are told, and come to you.",
        _ => $"{Mark(standing)} Noted for this week: **you need a mentor**. This server has no place where I could tell them, so please write to one of them.",
    }).With(Control.Button("Add a note…", OpenNoteButton.Spec.For(team.Id)));

    public static Reply NoteForm(Team team, string? note) => Reply.Form(new Modal
    {
        CustomId = NoteModal.Spec.For(team.Id),
        Title = "A note for the mentors",
        Components = [Control.TextField(NoteField, "In a few words", CheckIn.MostNote, paragraph: true, required: false, value: note, hint: "What holds you up, what went well; leave it empty to take it away")],
    });

    public static Reply NoteKept(CheckIn row) => Reply.Private(row.Note is null ? "Your note is taken away." : $"📝 Kept with this week's answer, for mentors alone: {Md.EscapeLine(row.Note)}");

    public static Reply AnswerFirst(Team team, string note) => Reply.Private(
            $"Nothing is said for this week yet, so there is nothing the note could stand with. Answer first; then add it. What you wrote, to copy: {Md.Code(Md.Cut(note.Length == 0 ? "–" : note, CheckIn.MostNote))}")
        .With([.. Answers(team)]);

    public static Reply OnlyItsPeople(Team team) => Reply.Private($"Only who is on {TeamNameViews.Name(team)} says how it does. Nothing was changed.");

    /// <summary>To mentors.</summary>
    public static string Needed(Team team, CheckIn row) =>
        $"🆘 {TeamNameViews.Name(team)} needs a mentor, says {Md.User(row.ById)}.{(row.Note is { } note ? $"\n> {Md.EscapeLine(note)}" : "")}{(team.ThreadId is { } thread ? $"\nThey are in {Md.ChannelUrl(team.GuildId, thread)}" : "")}";

    public static Reply Teams(IReadOnlyList<TeamWeeks> teams, CheckInSettings settings, int page, bool isChange)
    {
        var order = teams.OrderBy(one => one.Now switch { null => 0, { Standing: Standing.NeedsMentor } => 1, { Standing: Standing.Stuck } => 2, _ => 3 }).ThenBy(one => one.Team.Number).ToList();
        var (shown, at, pages) = Paging.Slice(order, page, PageSize);
        var silent = teams.Count(one => one.Now is null);
        var lines = new List<string>
        {
            "## How teams do this week",
            teams.Count == 0 ? "There is no team yet." : string.Create(CultureInfo.InvariantCulture, $"{teams.Count - silent} of {teams.Count} have said it. Those who have not come first; then who needs a mentor, then who is stuck."),
        };
        lines.AddRange(shown.Select(Line));
        lines.Add(settings.Day is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"-# Teams are asked in their threads each {s_days[day - 1]} at {settings.Hour}:00 by the server's clock, unless they have said it before.")
            : "-# Teams are not asked. Choose a day below, and they are, quietly, in their threads.");
        IReadOnlyList<Component> parts =
        [
            new TextDisplay(string.Join('\n', lines)),
            .. Paging.Turns(at, pages, (way, to) => TurnCheckInsButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{way}/{to}"))),
            Control.Row(new StringSelect
            {
                CustomId = CheckInDaySelect.Spec.For(),
                Placeholder = "Ask teams on…",
                Options = [new SelectOption("Don't ask them", "0") { Default = settings.Day is null }, .. s_days.Index().Select(one => new SelectOption(one.Item, Text(one.Index + 1)) { Default = settings.Day == one.Index + 1 })],
            }),
            .. settings.Day is null
                ? Array.Empty<Component>()
                :
                [
                    Control.Row(new StringSelect
                    {
                        CustomId = CheckInHourSelect.Spec.For(),
                        Placeholder = "At…",
                        Options = [.. Enumerable.Range(FirstHour, LastHour - FirstHour + 1).Select(hour => new SelectOption($"{Text(hour)}:00", Text(hour)) { Default = settings.Hour == hour })],
                    }),
                ],
        ];
        return isChange ? Reply.ChangeCard(parts) : Reply.PrivateCard(parts);
    }

    public static int? DayOf(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 7 ? day : null;

    public static int? HourOf(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= FirstHour and <= LastHour ? hour : null;

    private const string OnlyMentors = "-# Mentors see the answer, nobody else. It can be changed all week.";

    private static string Line(TeamWeeks one)
    {
        var history = string.Concat(one.Weeks.Select(week => week is null ? "▫️" : Mark(week.Standing)));
        var now = one.Now is { } said ? $"**{Word(said.Standing)}**, by {Md.User(said.ById)} {Md.Time(said.At, 'R')}{(said.Note is { } note ? $"\n> {Md.EscapeLine(note)}" : "")}" : "nothing yet";
        return $"{history} {TeamNameViews.Name(one.Team)}: {now}";
    }

    private static Button[] Answers(Team team) =>
    [
        Control.Button("On track", Say(team, Standing.OnTrack), ButtonStyle.Success),
        Control.Button("Stuck", Say(team, Standing.Stuck)),
        Control.Button("We need a mentor", Say(team, Standing.NeedsMentor), ButtonStyle.Danger),
    ];

    private static string Say(Team team, Standing standing) => SayStandingButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{team.Id}-{standing}"));

    private static string Word(Standing standing) => standing switch { Standing.OnTrack => "on track", Standing.Stuck => "stuck", _ => "needs a mentor" };

    private static string Mark(Standing standing) => standing switch { Standing.OnTrack => "🟢", Standing.Stuck => "🟠", _ => "🆘" };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
