using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.TimeZones;

/// <summary>Each person's own time zone, in which the times they type are read.</summary>
internal static class TimeZonesSlice
{
    public static void Declare(SliceBuilder slice) => slice
        .Noun("timezone", "The time zone in which the times you type are read")
        .Command<SetTimeZoneCommand>()
        .Command<ShowTimeZoneCommand>()
        .Command<ClearTimeZoneCommand>()
        .Button<ChooseTimeZoneButton>()
        .Button<ForgetTimeZoneButton>();
}
