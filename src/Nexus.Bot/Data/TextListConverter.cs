using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Nexus.Bot.Data;

/// <summary>A short list of texts in one column, as JSON.</summary>
internal sealed class TextListConverter() : ValueConverter<IReadOnlyList<string>, string>(
    texts => JsonSerializer.Serialize(texts, JsonSerializerOptions.Default),
    column => JsonSerializer.Deserialize<List<string>>(column, JsonSerializerOptions.Default) ?? new List<string>())
{
    public static ValueComparer Same { get; } = new ValueComparer<IReadOnlyList<string>>(
        (one, other) => one!.SequenceEqual(other!),
        texts => texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)),
        texts => texts);
}
