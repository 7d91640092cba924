using System.Collections.Concurrent;
using System.Globalization;

namespace Nexus.Bot.Features.Ideas.Roadmap;

/// <summary>Pictures that were drawn, as long as they show what there is: the same roadmap is asked for again and again.</summary>
internal sealed class RoadmapPictures
{
    private const int MostKept = 30;

    private readonly ConcurrentDictionary<string, byte[]> _drawn = new(StringComparer.Ordinal);

    public async Task<byte[]> OfAsync(RoadmapBoard board, CancellationToken ct)
    {
        var shown = Shown(board);
        if (_drawn.TryGetValue(shown, out var known))
        {
            return known;
        }

        var picture = await RoadmapPicture.DrawAsync(board, ct);
        if (_drawn.Count >= MostKept)
        {
            _drawn.Clear();
        }

        _drawn[shown] = picture;
        return picture;
    }

    // All that the picture depends on; titles last in their line, since they can hold anything but a line break.
    private static string Shown(RoadmapBoard board) => $"{board.Name}\n" + string.Join('\n', board.Columns.SelectMany(column => column.Cards
        .Select(card => string.Create(
            CultureInfo.InvariantCulture,
            $"{card.Number} {card.Votes} {string.Join(' ', card.Roles.Select(fill => $"{fill.Role}{fill.Taken}/{fill.Slots}"))} {card.Title.ReplaceLineEndings(" ")}"))
        .Prepend(string.Create(CultureInfo.InvariantCulture, $"{column.Status} {column.More}"))));
}
