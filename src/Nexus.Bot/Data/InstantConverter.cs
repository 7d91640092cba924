using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Nexus.Bot.Data;

/// <summary>Instants are milliseconds since 1970 in UTC, because SQLite can neither compare nor sort a DateTimeOffset.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    column => DateTimeOffset.FromUnixTimeMilliseconds(column));
