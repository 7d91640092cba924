using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>Lists that are too long for one message: first, previous, next, last, with "Page 2 of 7".</summary>
internal static class Paging
{
    /// <summary>One page of a list, the page it became when it was out of range, and how many there are (at least one).</summary>
    /// <param name="page">From 0.</param>
    public static (IReadOnlyList<T> Shown, int Page, int Pages) Slice<T>(IReadOnlyList<T> all, int page, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        page = Math.Clamp(page, 0, pages - 1);
        return ([.. all.Skip(page * size).Take(size)], page, pages);
    }

    /// <summary>The row that turns the pages; nothing when there is only one.</summary>
    /// <param name="customId">Of a way (<c>first</c>, <c>previous</c>, …) and the page it leads to. The way has to be part of it, since a custom id may stand only once in a message.</param>
    public static IEnumerable<Component> Turns(int page, int pages, Func<string, int, string> customId)
    {
        if (pages < 2)
        {
            return [];
        }

        return
        [
            new TextDisplay($"-# Page {page + 1} of {pages}"),
            Control.Row(
                Turn("First", 0, page == 0),
                Turn("Previous", Math.Max(page - 1, 0), page == 0),
                Turn("Next", page + 1, page == pages - 1),
                Turn("Last", pages - 1, page == pages - 1)),
        ];

        Button Turn(string label, int to, bool disabled) => Control.Button(label, customId(label.ToLowerInvariant(), to), disabled: disabled);
    }
}
