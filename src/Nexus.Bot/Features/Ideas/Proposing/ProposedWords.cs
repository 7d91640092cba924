using System.Globalization;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>What somebody wrote into the form: cut to what is kept, with secrets masked.</summary>
internal sealed record ProposedWords(string Title, string Problem, string ForWhom, string Solution)
{
    /// <summary>Longer than any line that says whom an idea needs.</summary>
    public const int MostNeeds = 60;

    /// <summary>As it was typed, without secrets.</summary>
    public string NeedsTyped { get; private init; } = "";

    public NeedsReading Needs { get; private init; } = new NeedsReading.Read([]);

    /// <summary>What was masked, where: <c>problem</c>, <c>solution</c> …</summary>
    public IReadOnlyList<(string Part, HiddenSecret Secret)> Hidden { get; private init; } = [];

    /// <summary>Everything as it was written, when that is more than is kept; secrets are masked in it, too.</summary>
    public string? Whole { get; private init; }

    public bool IsComplete => Says(Title) && Says(Problem);

    public static ProposedWords Of(ModalCall call) => Of(
        call.Text(FormViews.TitleField), call.Text(FormViews.ProblemField), call.Text(FormViews.ForWhomField), call.Text(FormViews.SolutionField), call.Text(FormViews.NeedsField));

    public static ProposedWords Of(string title, string problem, string forWhom, string solution, string needs = "")
    {
        var hidden = new List<(string, HiddenSecret)>();
        title = Md.Line(Hide("title", title));
        problem = Hide("problem", problem);
        forWhom = Md.Line(Hide("for whom", forWhom));
        solution = Hide("solution", solution);
        needs = Md.Cut(Md.Line(Hide("needs", needs)), MostNeeds);
        var isTooMuch = title.Length > Idea.MostTitle || problem.Length > Idea.MostProblem || forWhom.Length > Idea.MostForWhom || solution.Length > Idea.MostSolution;
        return new ProposedWords(Md.Cut(title, Idea.MostTitle), Md.Cut(problem, Idea.MostProblem), Md.Cut(forWhom, Idea.MostForWhom), Md.Cut(solution, Idea.MostSolution))
        {
            NeedsTyped = needs,
            Needs = NeedsText.Read(needs),
            Hidden = hidden,
            Whole = isTooMuch ? string.Join("\n\n", new[] { title, problem, forWhom, solution, needs }.Where(part => part.Length > 0)) : null,
        };

        string Hide(string part, string typed)
        {
            var found = Secrets.Hide(typed.ReplaceLineEndings("\n").Trim());
            hidden.AddRange(found.Secrets.Select(secret => (part, secret)));
            return found.Text;
        }
    }

    private static bool Says(string text) => text.EnumerateRunes().Any(rune => CharUnicodeInfo.GetUnicodeCategory(rune.Value) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark));
}
