using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Nexus.Bot.Times;

/// <summary>A recurrence in one column, as RFC 5545 writes it.</summary>
internal sealed class RecurrenceConverter() : ValueConverter<Recurrence, string>(
    recurrence => RecurrenceText.Write(recurrence),
    column => RecurrenceText.Read(column));
