using System.Text;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What mentors read when they take the server's pages home.</summary>
internal static class ExportViews
{
    private const int MostNamed = 20;

    public static Reply Page(ExportedPage page) => Reply.Private(page.Change switch
    {
        ExportChange.New => $"`{page.FileName}` is new: put it into the hub's folder, and the file and your server agree.",
        ExportChange.Changed => $"`{page.FileName}` differs from the file in the hub's folder: replace that one, and the file and your server agree.",
        ExportChange.Equal => $"`{page.FileName}` is the same as the file in the hub's folder: there is nothing to replace.",
    }).WithFiles(new FileUpload(page.FileName, Encoding.UTF8.GetBytes(page.Markdown)));

    public static Reply Everything(IReadOnlyList<ExportedPage> changed, int equal, byte[] zip) => changed.Count == 0
        ? Reply.Private($"Nothing to export: all {equal} pages are as the hub's folder has them.")
        : Reply.Private($"{Named("New", changed, ExportChange.New)}{Named("Changed", changed, ExportChange.Changed)}{equal} {(equal == 1 ? "page is" : "pages are")} as the hub's folder has {(equal == 1 ? "it" : "them")} and not in the zip.\nPut its files into the hub's folder, and the files and your server agree.")
            .WithFiles(new FileUpload("hub.zip", zip));

    private static string Named(string word, IReadOnlyList<ExportedPage> pages, ExportChange change)
    {
        var names = pages.Where(page => page.Change == change).Select(page => $"`{page.FileName}`").ToList();
        return names.Count == 0 ? "" : $"**{word}** ({names.Count}): {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "")}\n";
    }
}
