using CsCheck;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Tests.Times;

public sealed class ZoneSearchTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Accra", "Accra → Africa/Accra (14:05 now)")]
    [InlineData("  accra ", "Accra → Africa/Accra (14:05 now)")]
    [InlineData("africa/accra", "Africa/Accra (14:05 now)")]
    [InlineData("Ghana", "Ghana → Africa/Accra (14:05 now)")]
    [InlineData("nigeria", "Nigeria → Africa/Lagos (15:05 now)")]
    [InlineData("Kumasi", "Kumasi → Africa/Accra (14:05 now)")]
    [InlineData("port harcourt", "Port Harcourt → Africa/Lagos (15:05 now)")]
    [InlineData("new york", "New York → America/New_York (09:05 now)")]
    [InlineData("São Paulo", "Sao Paulo → America/Sao_Paulo (11:05 now)")]
    [InlineData("Calcutta", "Calcutta → Asia/Kolkata (19:35 now)")]
    [InlineData("UK", "UK → Europe/London (14:05 now)")]
    [InlineData("wat", "WAT → Africa/Lagos (15:05 now)")]
    [InlineData("utc", "UTC (14:05 now)")]
    [InlineData("UTC+1", "UTC+01 (15:05 now)")]
    [InlineData("gmt -3:30", "UTC-03:30 (10:35 now)")]
    [InlineData("+0530", "UTC+05:30 (19:35 now)")]
    [InlineData("utc+0", "UTC (14:05 now)")]
    public void What_has_one_zone_is_meant(string typed, string words)
    {
        var found = ZoneSearch.Find(typed);

        Assert.Equal((words, true), (found[0].Words(s_now), found[0].IsMeant));
        Assert.Equal(found[0].Zone.Id, ZoneSearch.Meant(typed)!.Id);
    }

    [Theory]
    [InlineData("usa", "America/New_York")]
    [InlineData("United States", "America/")]
    [InlineData("est", "America/New_York")]
    [InlineData("gmt", "UTC")]
    [InlineData("kolk", "Asia/Kolkata")]
    [InlineData("nairoby", "Africa/Nairobi")]
    [InlineData("Johanesburg", "Africa/Johannesburg")]
    [InlineData("acc", "Africa/Accra")]
    public void What_is_a_guess_is_offered_and_not_meant(string typed, string first)
    {
        var found = ZoneSearch.Find(typed);

        Assert.StartsWith(first, found[0].Zone.Id, StringComparison.Ordinal);
        Assert.All(found, one => Assert.False(one.IsMeant));
        Assert.Null(ZoneSearch.Meant(typed));
    }

    [Theory]
    [InlineData(""), InlineData("   "), InlineData("?!"), InlineData("Atlantis City Under The Sea"), InlineData("UTC+15"), InlineData("UTC+1:07"), InlineData("GMT-13")]
    public void What_is_no_place_finds_nothing(string typed) => Assert.Empty(ZoneSearch.Find(typed));

    [Fact]
    public void Every_zone_of_the_database_is_found_by_its_own_name()
    {
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids.Where(id => id is not ("GMT+0" or "GMT-0") && !ZonePlaces.ShortForms.ContainsKey(id.ToLowerInvariant())))
        {
            Assert.Equal(id, ZoneSearch.Meant(id)?.Id);
        }
    }

    [Fact]
    public void Every_place_of_our_own_leads_to_a_zone_that_exists()
    {
        foreach (var (zone, cities) in ZonePlaces.Cities)
        {
            Assert.Equal(zone, Zones.Spelled(zone));
            Assert.All(cities, city => Assert.Equal(zone, ZoneSearch.Meant(city)?.Id));
        }

        Assert.All(ZonePlaces.ShortForms.Values.SelectMany(zones => zones), zone => Assert.Equal(zone, Zones.Spelled(zone)));
    }

    [Fact]
    public void No_text_throws_and_what_is_offered_fits_a_list_and_reads_back() => Gen.String.Sample(
        text =>
        {
            var found = ZoneSearch.Find(text);
            Assert.InRange(found.Count, 0, 25);
            Assert.All(found, one => Assert.Equal(one.Zone.Id, ZoneSearch.Meant(one.Zone.Id)?.Id));
        },
        iter: 2_000);
}
