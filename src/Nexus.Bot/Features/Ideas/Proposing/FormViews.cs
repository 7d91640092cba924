using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>The form for an idea, and the words for whom it needs.</summary>
internal static class FormViews
{
    public const string TitleField = "title";
    public const string ProblemField = "problem";
    public const string ForWhomField = "forwhom";
    public const string SolutionField = "solution";
    public const string NeedsField = "needs";

    private const int MostWarnings = 6;

    public static Reply New(string customId, string title) => Form(customId, "Propose an idea", title, "", "", "", "");

    /// <param name="needs">As it was typed, or as it is understood.</param>
    public static Reply Edit(string customId, Idea idea, string needs) =>
        Form(customId, idea.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"Edit idea #{number}") : "Propose an idea", idea.Title, idea.Problem, idea.ForWhom, idea.Solution, needs);

    /// <summary>How the line about needs was understood.</summary>
    public static string Needs(IReadOnlyCollection<RoleNeed> needs) => needs.Count == 0
        ? "nobody yet"
        : string.Join(", ", needs.OrderBy(need => need.Role).Select(need => (need.Minimum, need.Slots) switch
        {
            (0, 1) => $"1 {IdeaText.Role(need.Role)}, if there is one",
            (0, var most) => Say($"up to {Number(most)}", need),
            var (least, most) when least == most => Say(Number(most), need),
            var (least, most) => Say($"{Number(least)} to {Number(most)}", need),
        }));

    /// <summary>What could not be understood of that line; empty when all was.</summary>
    public static string NotUnderstood(NeedsReading reading) => reading switch
    {
        NeedsReading.NotUnderstood { Part: var part } => $"I do not understand “{Md.EscapeLine(part)}” in who is needed.",
        NeedsReading.OutOfRange { Role: var role } => $"For {IdeaText.Role(role)} I need a number from 1 to {IdeaCrew.MostSlots}; of two, the smaller one first.",
        NeedsReading.Twice { Role: var role } => $"{IdeaText.Role(role)} is there twice in who is needed.",
        _ => "",
    };

    /// <summary>What was hidden; starts with a line break, empty when there is nothing.</summary>
    public static string Warning(ProposedWords? words)
    {
        var lines = words?.Hidden.DistinctBy(hidden => (hidden.Part, hidden.Secret)).ToList() ?? [];
        return lines.Count == 0 ? ""
            : "\n⚠️ **I hid what looks like a secret.** If it is real, change it: whoever has it can use it.\n"
                + string.Join('\n', lines.Take(MostWarnings).Select(it => string.Create(CultureInfo.InvariantCulture,
                    $"- {(it.Part is "problem" or "solution" ? $"Line {it.Secret.Line} of your {it.Part}" : $"Your {it.Part}")} looks like {Md.EscapeLine(it.Secret.Kind)}")))
                + (lines.Count > MostWarnings ? string.Create(CultureInfo.InvariantCulture, $"\n- and {lines.Count - MostWarnings} more") : "");
    }

    private static Reply Form(string customId, string heading, string title, string problem, string forWhom, string solution, string needs) => Reply.Form(new Modal
    {
        CustomId = customId,
        Title = heading,
        Components =
        [
            Control.TextField(TitleField, "Your idea in one line", Idea.MostTitle, value: OrNull(Md.Cut(Md.Line(title), Idea.MostTitle))),
            Control.TextField(ProblemField, "Which problem does it solve?", Idea.MostProblem, paragraph: true, value: OrNull(problem),
                hint: $"Up to {Idea.MostProblem} characters", placeholder: "What is hard today, and what would be better"),
            Control.TextField(ForWhomField, "For whom?", Idea.MostForWhom, required: false, value: OrNull(forWhom), placeholder: "Students who come by bus"),
            Control.TextField(SolutionField, "A rough solution", Idea.MostSolution, paragraph: true, required: false, value: OrNull(solution),
                hint: $"Up to {Idea.MostSolution} characters; rough is enough, others help", placeholder: "A REST API with the timetable, a page for phones"),
            Control.TextField(NeedsField, "Who is needed to build it?", ProposedWords.MostNeeds, required: false, value: OrNull(needs),
                hint: "Backend, frontend and mentor, each with a number; “1-3” is at least 1, at most 3", placeholder: "2 backend, 1-2 frontend, mentor"),
        ],
    });

    private static string Say(string many, RoleNeed need) => $"{many} {IdeaText.Role(need.Role)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
