using System.Globalization;
using System.Text;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Search;

namespace Nexus.Bot.Features.Shared;

/// <summary>Makes a whole page of the hub of a draft, with a name of its own and its error lines as signatures.</summary>
internal static class ChallengePage
{
    private const int MostSlug = 50;
    private const int MostSignatures = 8;
    private const int LeastSignature = 10;
    private const int MostSignature = 200;
    private const int MostInSummary = 500;
    private const int MostTries = 50;
    private const string Fence = "```";

    /// <summary>The page's slug and text.</summary>
    /// <param name="taken">Slugs that wait in the queue.</param>
    /// <param name="number">Makes a slug for a title without Latin letters.</param>
    public static (string Slug, string Markdown) Make(ChallengeDraft draft, HubIndex hub, IReadOnlySet<string> taken, ulong number, DateOnly today)
    {
        var slug = FreeSlug(draft.Title, hub, taken, number);
        for (var tries = 0; ; tries++)
        {
            // An exact name leads to one page only: names that another page has are changed or left out.
            var markdown = Write(draft, slug, today);
            if (tries == MostTries || HubFile.Parse(slug, markdown) is not HubFile.Read { Page: var page } || hub.NameTaken(page) is not { } clash)
            {
                return (slug, markdown);
            }

            draft = draft.Aliases.Contains(clash.Name)
                ? draft with { Aliases = [.. draft.Aliases.Where(alias => alias != clash.Name)] }
                : draft with { Title = $"{Md.Cut(draft.Title, ChallengeDraft.MostTitle - 12)} (challenge)" };
        }
    }

    private static string FreeSlug(string title, HubIndex hub, IReadOnlySet<string> taken, ulong number)
    {
        var words = SearchText.Normalise(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = "";
        foreach (var word in words)
        {
            if (slug.Length + word.Length + 1 > MostSlug - 3)
            {
                break;
            }

            slug += slug.Length == 0 ? word : $"-{word}";
        }

        slug = slug.Length > 0 && SearchText.Normalise(slug).Replace(' ', '-') == slug
            ? slug
            : string.Create(CultureInfo.InvariantCulture, $"challenge-{number}");
        var free = slug;
        for (var next = 2; hub.BySlug(free) is not null || taken.Contains(free); next++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{slug}-{next}");
        }

        return free;
    }

    private static string Write(ChallengeDraft draft, string slug, DateOnly today)
    {
        var signatures = Signatures(draft);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\nslug: {slug}\ntitle: {Quote(draft.Title)}\n");
        if (draft.Aliases.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"aliases: [{string.Join(", ", draft.Aliases.Select(Quote))}]\n");
        }

        if (draft.Related.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"related: [{string.Join(", ", draft.Related)}]\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"tags: [debugging]\nkind: challenge\nlevel: intermediate\nowner: mentors\nlast_reviewed: {today:yyyy-MM-dd}\n");
        if (signatures.Count > 0)
        {
            text.Append("signatures:\n").AppendJoin("", signatures.Select(line => $"  - {Quote(line)}\n"));
        }

        text.Append(CultureInfo.InvariantCulture, $"---\n## Summary\n{Summary(draft, signatures)}\n");
        if (draft.Symptom.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Symptom\n{Symptom(draft.Symptom)}\n");
        }

        if (draft.Cause.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Cause\n{UserMarkdown.Safe(draft.Cause)}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n## Fix\n{UserMarkdown.Safe(draft.Fix)}\n").ToString();
    }

    private static string Summary(ChallengeDraft draft, IReadOnlyList<string> signatures)
    {
        var why = UserMarkdown.Safe(Md.Cut((draft.Cause.Length > 0 ? draft.Cause : Words(draft)).Split("\n\n")[0], MostInSummary));
        return signatures.Count == 0 ? why : $"What to do about {Md.Code(signatures[^1])}.\n\n{why}";
    }

    // Without a cause the page begins with what was asked.
    private static string Words(ChallengeDraft draft) => draft.Symptom.Split(Fence)[0].Trim() is { Length: > 0 } words ? words : draft.Title;

    // What looks like output is shown as output; what somebody explains in words stays words.
    private static string Symptom(string symptom) =>
        symptom.Contains(Fence, StringComparison.Ordinal) || ErrorLines.InMessage(symptom, 1).Count == 0
            ? UserMarkdown.Safe(symptom)
            : $"{Fence}text\n{symptom}\n{Fence}";

    private static List<string> Signatures(ChallengeDraft draft) =>
    [
        .. ErrorLines.InMessage(draft.Symptom, MostSignatures)
            .Select(line => Md.Line(line.Replace(Secrets.Mark, "*", StringComparison.Ordinal)))
            .Where(line => line.Length >= LeastSignature)
            .Select(line => line.Length <= MostSignature ? line : line[..MostSignature])
            .Distinct(),
    ];

    private static string Quote(string text) => $"'{string.Concat(text.Where(c => !char.IsControl(c))).Replace("'", "''", StringComparison.Ordinal)}'";
}
