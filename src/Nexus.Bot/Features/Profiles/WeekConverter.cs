using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;

namespace Nexus.Bot.Features.Profiles;

/// <summary>A week's free hours as text. Not nested: the model compiled for publishing names it.</summary>
internal sealed class WeekConverter() : ValueConverter<LocalWeek, string>(week => WeekHours.ToText(week), column => WeekHours.OfText(column));
