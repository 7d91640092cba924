using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Nexus.Bot.Features.Announcements;

internal sealed class AnnouncementLinksConverter() : ValueConverter<IReadOnlyList<AnnouncementLink>, string>(
    links => JsonSerializer.Serialize(links, JsonSerializerOptions.Default),
    column => JsonSerializer.Deserialize<List<AnnouncementLink>>(column, JsonSerializerOptions.Default) ?? new List<AnnouncementLink>())
{
    public static ValueComparer Same { get; } = new ValueComparer<IReadOnlyList<AnnouncementLink>>(
        (one, other) => one!.SequenceEqual(other!),
        links => links.Aggregate(0, (hash, link) => HashCode.Combine(hash, link)),
        links => links);
}
