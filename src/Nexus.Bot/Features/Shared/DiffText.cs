using System.Text;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Shared;

/// <summary>A diff as it fits on a card; the whole of it goes along as a file when it does not.</summary>
internal static class DiffText
{
    private const string Opening = "```diff\n";
    private const string Closing = "\n```";

    /// <param name="most">Characters in all.</param>
    /// <param name="name">The file's name.</param>
    public static (IReadOnlyList<Component> Parts, IReadOnlyList<FileUpload> Files) Fit(string diff, int most, string name)
    {
        // A fence in the text would end the block it is shown in.
        var shown = diff.TrimEnd().Replace("```", "`\u200B`\u200B`", StringComparison.Ordinal);
        var room = most - Opening.Length - Closing.Length;
        if (shown.Length <= room)
        {
            return ([new TextDisplay(Opening + shown + Closing)], []);
        }

        const string more = "\n-# The file has the rest.";
        var cut = Md.Cut(shown, room - more.Length);
        var line = cut.LastIndexOf('\n');
        return
        (
            [new TextDisplay($"{Opening}{(line > 0 ? cut[..line] : cut)}{Closing}{more}"), new FileComponent(new UnfurledMedia("attachment://" + name))],
            [new FileUpload(name, Encoding.UTF8.GetBytes(diff))]
        );
    }
}
