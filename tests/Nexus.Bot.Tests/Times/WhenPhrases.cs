namespace Nexus.Bot.Tests.Times;

/// <summary>
/// What people say on Saturday 24 October 2026 at 14:00 UTC, and how it is read in London (15:00; the clocks go back that night),
/// New York (10:00; a week later) and Cairo (17:00; on Thursday at midnight).
/// </summary>
/// <remarks>
/// A row is the phrase, the local readings when they are the same everywhere, and the offsets in the three zones;
/// or the phrase and the readings with their offsets in each. "~" is a time nobody said.
/// </remarks>
internal static class WhenPhrases
{
    public static readonly DateTimeOffset Now = new(2026, 10, 24, 14, 0, 0, TimeSpan.Zero);

    public static readonly string[] Zones = ["Europe/London", "America/New_York", "Africa/Cairo"];

    public static IEnumerable<string[]> Rows => Table.Split('\n').Select(row => row.Split(" | "));

    private const string Table = """
        in 20 min | Sat 24 Oct 15:20 +01 | Sat 24 Oct 10:20 -04 | Sat 24 Oct 17:20 +03
        in 20 minutes | Sat 24 Oct 15:20 +01 | Sat 24 Oct 10:20 -04 | Sat 24 Oct 17:20 +03
        20m | Sat 24 Oct 15:20 +01 | Sat 24 Oct 10:20 -04 | Sat 24 Oct 17:20 +03
        in 2h30m | Sat 24 Oct 17:30 +01 | Sat 24 Oct 12:30 -04 | Sat 24 Oct 19:30 +03
        2h 30 min | Sat 24 Oct 17:30 +01 | Sat 24 Oct 12:30 -04 | Sat 24 Oct 19:30 +03
        in 2h30 | Sat 24 Oct 17:30 +01 | Sat 24 Oct 12:30 -04 | Sat 24 Oct 19:30 +03
        in 90 seconds | Sat 24 Oct 15:01:30 +01 | Sat 24 Oct 10:01:30 -04 | Sat 24 Oct 17:01:30 +03
        3 days | Tue 27 Oct 15:00 +00 | Tue 27 Oct 10:00 -04 | Tue 27 Oct 17:00 +03
        in 3 days | Tue 27 Oct 15:00 +00 | Tue 27 Oct 10:00 -04 | Tue 27 Oct 17:00 +03
        in 12 hours | Sun 25 Oct 02:00 +00 | Sat 24 Oct 22:00 -04 | Sun 25 Oct 05:00 +03
        in 24 hours | Sun 25 Oct 14:00 +00 | Sun 25 Oct 10:00 -04 | Sun 25 Oct 17:00 +03
        a week | Sat 31 Oct 15:00 +00 | Sat 31 Oct 10:00 -04 | Sat 31 Oct 17:00 +02
        in a week | Sat 31 Oct 15:00 +00 | Sat 31 Oct 10:00 -04 | Sat 31 Oct 17:00 +02
        in a fortnight | Sat 7 Nov 15:00 +00 | Sat 7 Nov 10:00 -05 | Sat 7 Nov 17:00 +02
        in like 20 min | Sat 24 Oct 15:20 +01 | Sat 24 Oct 10:20 -04 | Sat 24 Oct 17:20 +03
        in 2 weeks | Sat 7 Nov 15:00 +00 | Sat 7 Nov 10:00 -05 | Sat 7 Nov 17:00 +02
        in a month | Tue 24 Nov 15:00 +00 | Tue 24 Nov 10:00 -05 | Tue 24 Nov 17:00 +02
        half an hour | Sat 24 Oct 15:30 +01 | Sat 24 Oct 10:30 -04 | Sat 24 Oct 17:30 +03
        in half an hour | Sat 24 Oct 15:30 +01 | Sat 24 Oct 10:30 -04 | Sat 24 Oct 17:30 +03
        half a day | Sun 25 Oct 02:00 +00 | Sat 24 Oct 22:00 -04 | Sun 25 Oct 05:00 +03
        an hour and a half | Sat 24 Oct 16:30 +01 | Sat 24 Oct 11:30 -04 | Sat 24 Oct 18:30 +03
        in two and a half hours | Sat 24 Oct 17:30 +01 | Sat 24 Oct 12:30 -04 | Sat 24 Oct 19:30 +03
        1.5 hours | Sat 24 Oct 16:30 +01 | Sat 24 Oct 11:30 -04 | Sat 24 Oct 18:30 +03
        a quarter of an hour | Sat 24 Oct 15:15 +01 | Sat 24 Oct 10:15 -04 | Sat 24 Oct 17:15 +03
        three quarters of an hour | Sat 24 Oct 15:45 +01 | Sat 24 Oct 10:45 -04 | Sat 24 Oct 17:45 +03
        a couple of days | Mon 26 Oct 15:00 +00 | Mon 26 Oct 10:00 -04 | Mon 26 Oct 17:00 +03
        in a few hours | Sat 24 Oct 18:00 +01 | Sat 24 Oct 13:00 -04 | Sat 24 Oct 20:00 +03
        in twenty-five minutes | Sat 24 Oct 15:25 +01 | Sat 24 Oct 10:25 -04 | Sat 24 Oct 17:25 +03
        In Ten Minutes | Sat 24 Oct 15:10 +01 | Sat 24 Oct 10:10 -04 | Sat 24 Oct 17:10 +03
        2 weeks from now | Sat 7 Nov 15:00 +00 | Sat 7 Nov 10:00 -05 | Sat 7 Nov 17:00 +02
        in 3 days at 9am | Tue 27 Oct 09:00 | +00 | -04 | +03
        9am in 3 days | Tue 27 Oct 09:00 | +00 | -04 | +03
        in a week at noon | Sat 31 Oct 12:00 | +00 | -04 | +02
        a week from tomorrow | Sun 1 Nov ~09:00 | +00 | -05 | +02
        today | Sat 24 Oct ~18:00 +01 | Sat 24 Oct ~12:00 -04 | Sat 24 Oct ~18:00 +03
        today at 6pm | Sat 24 Oct 18:00 | +01 | -04 | +03
        today 23:30 | Sat 24 Oct 23:30 | +01 | -04 | +03
        tonight | Sat 24 Oct ~20:00 | +01 | -04 | +03
        tonight at 9 | Sat 24 Oct 21:00 | +01 | -04 | +03
        9 tonight | Sat 24 Oct 21:00 | +01 | -04 | +03
        tonight at 1 | Sun 25 Oct 01:00 | +01 | -04 | +03
        this evening | Sat 24 Oct ~18:00 | +01 | -04 | +03
        this afternoon | Sat 24 Oct ~17:00 +01 | Sat 24 Oct ~15:00 -04 | Past
        this morning | Past | Sat 24 Oct ~11:00 -04 | Past
        tomorrow | Sun 25 Oct ~09:00 | +00 | -04 | +03
        tomorrow morning | Sun 25 Oct ~09:00 | +00 | -04 | +03
        tomorrow afternoon | Sun 25 Oct ~15:00 | +00 | -04 | +03
        tomorrow evening | Sun 25 Oct ~18:00 | +00 | -04 | +03
        tomorrow night | Sun 25 Oct ~20:00 | +00 | -04 | +03
        tomorrow at 9 | Sun 25 Oct 09:00 or Sun 25 Oct 21:00 | +00 +00 | -04 -04 | +03 +03
        tomorrow 9am | Sun 25 Oct 09:00 | +00 | -04 | +03
        9am tomorrow | Sun 25 Oct 09:00 | +00 | -04 | +03
        tomorow 9:30 | Sun 25 Oct 09:30 or Sun 25 Oct 21:30 | +00 +00 | -04 -04 | +03 +03
        TOMORROW AT NOON | Sun 25 Oct 12:00 | +00 | -04 | +03
        noon tomorrow | Sun 25 Oct 12:00 | +00 | -04 | +03
        tomorrow at midnight | Mon 26 Oct 00:00 or Sun 25 Oct 00:00 | +00 +01 | -04 -04 | +03 +03
        day after tomorrow | Mon 26 Oct ~09:00 | +00 | -04 | +03
        the day after tomorrow at 8 | Mon 26 Oct 08:00 or Mon 26 Oct 20:00 | +00 +00 | -04 -04 | +03 +03
        8pm the day after tomorrow | Mon 26 Oct 20:00 | +00 | -04 | +03
        in the morning | Sun 25 Oct ~09:00 | +00 | -04 | +03
        in the evening | Sat 24 Oct ~18:00 | +01 | -04 | +03
        at night | Sat 24 Oct ~20:00 | +01 | -04 | +03
        Monday | Mon 26 Oct ~09:00 | +00 | -04 | +03
        monday 9am | Mon 26 Oct 09:00 | +00 | -04 | +03
        9am on monday | Mon 26 Oct 09:00 | +00 | -04 | +03
        on Monday at half past nine | Mon 26 Oct 09:30 or Mon 26 Oct 21:30 | +00 +00 | -04 -04 | +03 +03
        teusday | Tue 27 Oct ~09:00 | +00 | -04 | +03
        wensday at noon | Wed 28 Oct 12:00 | +00 | -04 | +03
        thrusday 9am | Thu 29 Oct 09:00 | +00 | -04 | +03
        Friday | Fri 30 Oct ~09:00 | +00 | -04 | +02
        friday evening | Fri 30 Oct ~18:00 | +00 | -04 | +02
        fri 18:00 | Fri 30 Oct 18:00 | +00 | -04 | +02
        Saturday | Sat 31 Oct ~09:00 | +00 | -04 | +02
        saturday at 6pm | Sat 24 Oct 18:00 or Sat 31 Oct 18:00 | +01 +00 | -04 -04 | +03 +02
        this saturday | Sat 31 Oct ~09:00 | +00 | -04 | +02
        sunday 01:30 | Sun 25 Oct 01:30 | +01 | -04 | +03
        sunday 02:30 | Sun 25 Oct 02:30 | +00 | -04 | +03
        next Monday | Mon 26 Oct ~09:00 | +00 | -04 | +03
        next friday | Fri 30 Oct ~09:00 | +00 | -04 | +02
        this friday | Fri 30 Oct ~09:00 | +00 | -04 | +02
        coming friday | Fri 30 Oct ~09:00 | +00 | -04 | +02
        next saturday at noon | Sat 31 Oct 12:00 | +00 | -04 | +02
        Friday next week | Fri 30 Oct ~09:00 | +00 | -04 | +02
        next week on tuesday at 10am | Tue 27 Oct 10:00 | +00 | -04 | +03
        the weekend | Sat 24 Oct ~18:00 +01 | Sat 24 Oct ~12:00 -04 | Sat 24 Oct ~18:00 +03
        next weekend | Sat 31 Oct ~09:00 | +00 | -04 | +02
        at 9 | Sat 24 Oct 21:00 or Sun 25 Oct 09:00 | +01 +00 | -04 -04 | +03 +03
        at 3 | Sun 25 Oct 15:00 or Sun 25 Oct 03:00 +00 +00 | Sat 24 Oct 15:00 or Sun 25 Oct 03:00 -04 -04 | Sun 25 Oct 15:00 or Sun 25 Oct 03:00 +03 +03
        at 12 | Sun 25 Oct 12:00 or Sun 25 Oct 00:00 +00 +01 | Sat 24 Oct 12:00 or Sun 25 Oct 00:00 -04 -04 | Sun 25 Oct 12:00 or Sun 25 Oct 00:00 +03 +03
        at 09 | Sun 25 Oct 09:00 | +00 | -04 | +03
        at nine | Sat 24 Oct 21:00 or Sun 25 Oct 09:00 | +01 +00 | -04 -04 | +03 +03
        9 o'clock | Sat 24 Oct 21:00 or Sun 25 Oct 09:00 | +01 +00 | -04 -04 | +03 +03
        around 9 please | Sat 24 Oct 21:00 or Sun 25 Oct 09:00 | +01 +00 | -04 -04 | +03 +03
        9am | Sun 25 Oct 09:00 | +00 | -04 | +03
        9 am | Sun 25 Oct 09:00 | +00 | -04 | +03
        9 a.m. | Sun 25 Oct 09:00 | +00 | -04 | +03
        9pm | Sat 24 Oct 21:00 | +01 | -04 | +03
        9:30pm | Sat 24 Oct 21:30 | +01 | -04 | +03
        12am | Sun 25 Oct 00:00 | +01 | -04 | +03
        12pm | Sun 25 Oct 12:00 +00 | Sat 24 Oct 12:00 -04 | Sun 25 Oct 12:00 +03
        0900 | Sun 25 Oct 09:00 | +00 | -04 | +03
        at 2130 | Sat 24 Oct 21:30 | +01 | -04 | +03
        21:30 | Sat 24 Oct 21:30 | +01 | -04 | +03
        09:00 | Sun 25 Oct 09:00 | +00 | -04 | +03
        9:30 | Sun 25 Oct 09:30 or Sat 24 Oct 21:30 | +00 +01 | -04 -04 | +03 +03
        9.30 | Sun 25 Oct 09:30 or Sat 24 Oct 21:30 | +00 +01 | -04 -04 | +03 +03
        9h30 | Sun 25 Oct 09:30 or Sat 24 Oct 21:30 | +00 +01 | -04 -04 | +03 +03
        noon | Sun 25 Oct 12:00 +00 | Sat 24 Oct 12:00 -04 | Sun 25 Oct 12:00 +03
        midnight | Sun 25 Oct 00:00 | +01 | -04 | +03
        quarter past nine | Sat 24 Oct 21:15 or Sun 25 Oct 09:15 | +01 +00 | -04 -04 | +03 +03
        quarter to six pm | Sat 24 Oct 17:45 | +01 | -04 | +03
        half past 8 | Sat 24 Oct 20:30 or Sun 25 Oct 08:30 | +01 +00 | -04 -04 | +03 +03
        ten to 7 | Sat 24 Oct 18:50 or Sun 25 Oct 06:50 | +01 +00 | -04 -04 | +03 +03
        24 Nov | Tue 24 Nov ~09:00 | +00 | -05 | +02
        24 nov 9am | Tue 24 Nov 09:00 | +00 | -05 | +02
        24th of Nov | Tue 24 Nov ~09:00 | +00 | -05 | +02
        Nov 24th 2026 | Tue 24 Nov ~09:00 | +00 | -05 | +02
        on the 24th of november at half past nine | Tue 24 Nov 09:30 or Tue 24 Nov 21:30 | +00 +00 | -05 -05 | +02 +02
        november 24, 2026 at 21:30 | Tue 24 Nov 21:30 | +00 | -05 | +02
        25 Dec | Fri 25 Dec ~09:00 | +00 | -05 | +02
        25 Octobr 9am | Sun 25 Oct 09:00 | +00 | -04 | +03
        24 setp | Fri 24 Sep 2027 ~09:00 | +01 | -04 | +03
        31 October | Sat 31 Oct ~09:00 | +00 | -04 | +02
        31 oct 2026 18:00 | Sat 31 Oct 18:00 | +00 | -04 | +02
        the 1st | Sun 1 Nov ~09:00 | +00 | -05 | +02
        the 24th at 9am | Tue 24 Nov 09:00 | +00 | -05 | +02
        the 31st | Sat 31 Oct ~09:00 | +00 | -04 | +02
        1st of next month | Sun 1 Nov ~09:00 | +00 | -05 | +02
        first Monday of next month | Mon 2 Nov ~09:00 | +00 | -05 | +02
        Tue 24 Nov 2026, 09:00 | Tue 24 Nov 09:00 | +00 | -05 | +02
        Wed 24 Nov | Tue 24 Nov ~09:00 [a Tuesday, not a Wednesday] | +00 | -05 | +02
        24/11/2026 | Tue 24 Nov ~09:00 [day first] | +00 | -05 | +02
        24/11/2026 9am | Tue 24 Nov 09:00 [day first] | +00 | -05 | +02
        24-11-2026 21:00 | Tue 24 Nov 21:00 [day first] | +00 | -05 | +02
        24.11.2026 | Tue 24 Nov ~09:00 [day first] | +00 | -05 | +02
        24.11. at 9.30 | Tue 24 Nov 09:30 [day first] or Tue 24 Nov 21:30 [day first] | +00 +00 | -05 -05 | +02 +02
        24/11/26 | Tue 24 Nov ~09:00 [day first] | +00 | -05 | +02
        03/04 | Sat 3 Apr 2027 ~09:00 [day first] or Thu 4 Mar 2027 ~09:00 [month first] | +01 +00 | -04 -05 | +02 +02
        3/4/2027 | Sat 3 Apr 2027 ~09:00 [day first] or Thu 4 Mar 2027 ~09:00 [month first] | +01 +00 | -04 -05 | +02 +02
        25/12 at noon | Fri 25 Dec 12:00 [day first] | +00 | -05 | +02
        11/24/2026 | Tue 24 Nov ~09:00 [month first] | +00 | -05 | +02
        2026-11-24 | Tue 24 Nov ~09:00 | +00 | -05 | +02
        2026-11-24 09:00 | Tue 24 Nov 09:00 | +00 | -05 | +02
        2026-11-24 9:30 | Tue 24 Nov 09:30 | +00 | -05 | +02
        2026-11-24T09:00:30 | Tue 24 Nov 09:00:30 | +00 | -05 | +02
        2026-11-24T09:00Z | Tue 24 Nov 09:00 +00 | Tue 24 Nov 04:00 -05 | Tue 24 Nov 11:00 +02
        2026-11-24T09:00:00-05:00 | Tue 24 Nov 14:00 +00 | Tue 24 Nov 09:00 -05 | Tue 24 Nov 16:00 +02
        20261124T0900 | Tue 24 Nov 09:00 | +00 | -05 | +02
        2026-10-25 01:30 | Sun 25 Oct 01:30 | +01 | -04 | +03
        2026-11-01 01:30 | Sun 1 Nov 01:30 | +00 | -04 | +02
        9am UTC | Sun 25 Oct 09:00 +00 | Sun 25 Oct 05:00 -04 | Sun 25 Oct 12:00 +03
        9am GMT+2 | Sun 25 Oct 07:00 +00 | Sun 25 Oct 03:00 -04 | Sun 25 Oct 10:00 +03
        tomorrow 9am in Lagos | Sun 25 Oct 08:00 +00 | Sun 25 Oct 04:00 -04 | Sun 25 Oct 11:00 +03
        tomorrow 3pm New York time | Sun 25 Oct 19:00 +00 | Sun 25 Oct 15:00 -04 | Sun 25 Oct 22:00 +03
        10pm WAT | Sat 24 Oct 22:00 +01 | Sat 24 Oct 17:00 -04 | Sun 25 Oct 00:00 +03
        tomorrow 9:00 Europe/London | Sun 25 Oct 09:00 or Sun 25 Oct 21:00 +00 +00 | Sun 25 Oct 05:00 or Sun 25 Oct 17:00 -04 -04 | Sun 25 Oct 12:00 or Mon 26 Oct 00:00 +03 +03
        9am america/new_york | Sun 25 Oct 13:00 +00 | Sun 25 Oct 09:00 -04 | Sun 25 Oct 16:00 +03
        end of day | Sat 24 Oct ~17:00 or Sat 24 Oct ~23:59 +01 +01 | Sat 24 Oct ~17:00 or Sat 24 Oct ~23:59 -04 -04 | Sat 24 Oct ~23:59 +03
        eod | Sat 24 Oct ~17:00 or Sat 24 Oct ~23:59 +01 +01 | Sat 24 Oct ~17:00 or Sat 24 Oct ~23:59 -04 -04 | Sat 24 Oct ~23:59 +03
        end of the week | Sun 25 Oct ~23:59 | +00 | -04 | +03
        end of week at noon | Sun 25 Oct 12:00 | +00 | -04 | +03
        end of month | Sat 31 Oct ~17:00 or Sat 31 Oct ~23:59 | +00 +00 | -04 -04 | +02 +02
        end of the month at 9am | Sat 31 Oct 09:00 | +00 | -04 | +02
        end of next month | Mon 30 Nov ~17:00 or Mon 30 Nov ~23:59 | +00 +00 | -05 -05 | +02 +02
        end of year | Thu 31 Dec ~17:00 or Thu 31 Dec ~23:59 | +00 +00 | -05 -05 | +02 +02
        next week | Mon 26 Oct ~09:00 or Sat 31 Oct ~09:00 | +00 +00 | -04 -04 | +03 +02
        next month | Sun 1 Nov ~09:00 or Tue 24 Nov ~09:00 | +00 +00 | -05 -05 | +02 +02
        next year | Fri 1 Jan 2027 ~09:00 | +00 | -05 | +02
        remind me on Friday at 9am please | Fri 30 Oct 09:00 | +00 | -04 | +02
        about 2 hours | Sat 24 Oct 17:00 +01 | Sat 24 Oct 12:00 -04 | Sat 24 Oct 19:00 +03
        every day | every day at 09:00: Sun 25 Oct ~09:00 | +00 | -04 | +03
        every day at 7am | every day at 07:00: Sun 25 Oct 07:00 | +00 | -04 | +03
        every morning | every day at 09:00: Sun 25 Oct ~09:00 | +00 | -04 | +03
        every other day at 7pm | every 2 days at 19:00: Sat 24 Oct 19:00 | +01 | -04 | +03
        every Monday 9am | every Monday at 09:00: Mon 26 Oct 09:00 | +00 | -04 | +03
        at 9am every Monday | every Monday at 09:00: Mon 26 Oct 09:00 | +00 | -04 | +03
        Every 2 Weeks On Fri | every 2 weeks on Friday at 09:00: Fri 30 Oct ~09:00 | +00 | -04 | +02
        weekdays at 08:30 | every weekday at 08:30: Mon 26 Oct 08:30 | +00 | -04 | +03
        every weekday until 20 Nov | every weekday at 09:00, until 20 Nov 2026: Mon 26 Oct ~09:00 | +00 | -04 | +03
        every Mon, Wed and Fri 18:00 | every Monday, Wednesday and Friday at 18:00: Mon 26 Oct 18:00 | +00 | -04 | +03
        Mon-Fri 8am | every weekday at 08:00: Mon 26 Oct 08:00 | +00 | -04 | +03
        sundays at 01:30 | every Sunday at 01:30: Sun 25 Oct 01:30 | +01 | -04 | +03
        tuesdays and thursdays at noon | every Tuesday and Thursday at 12:00: Tue 27 Oct 12:00 | +00 | -04 | +03
        every month on the 1st | on the 1st of every month at 09:00: Sun 1 Nov ~09:00 | +00 | -05 | +02
        monthly on the 31st | on the 31st of every month at 09:00: Sat 31 Oct ~09:00 [months without a 31st are left out] | +00 | -04 | +02
        first Monday of the month at 10am | on the first Monday of every month at 10:00: Mon 2 Nov 10:00 | +00 | -05 | +02
        last Friday of every month | on the last Friday of every month at 09:00: Fri 30 Oct ~09:00 | +00 | -04 | +02
        last day of the month at 5pm | on the last day of every month at 17:00: Sat 31 Oct 17:00 | +00 | -04 | +02
        1st and 15th of every month | on the 1st and 15th of every month at 09:00: Sun 1 Nov ~09:00 | +00 | -05 | +02
        every 3 months on the 15th | every 3 months on the 15th at 09:00: Sun 15 Nov ~09:00 | +00 | -05 | +02
        yearly on 1 Jan | every year on 1 January at 09:00: Fri 1 Jan 2027 ~09:00 | +00 | -05 | +02
        every day at 9am, 6 times | every day at 09:00, 6 times: Sun 25 Oct 09:00 | +00 | -04 | +03
        every day at 9am for 2 weeks | every day at 09:00, until 7 Nov 2026: Sun 25 Oct 09:00 | +00 | -04 | +03
        every second Friday | every 2 weeks on Friday at 09:00: Fri 30 Oct ~09:00 or on the second Friday of every month at 09:00: Fri 13 Nov ~09:00 | +00 +00 | -04 -05 | +02 +02
        every day at 9am except tomorrow | every day at 09:00, except 25 Oct 2026: Mon 26 Oct 09:00 | +00 | -04 | +03
        every 2 weeks on Mon and Fri 9am from 2 Nov | every 2 weeks on Monday and Friday at 09:00: Mon 2 Nov 09:00 | +00 | -05 | +02
        thursday 23:30 | Thu 29 Oct 23:30 | +00 | -04 | +03
        2026-10-29 23:30 | Thu 29 Oct 23:30 | +00 | -04 | +03
        every thursday at 23:30 | every Thursday at 23:30: Thu 29 Oct 23:30 | +00 | -04 | +03
        weekends at 10am | every weekend at 10:00: Sun 25 Oct 10:00 | +00 | -04 | +03
        biweekly on Friday at 9am | every 2 weeks on Friday at 09:00: Fri 30 Oct 09:00 | +00 | -04 | +02
        every fortnight on Friday 9am | every 2 weeks on Friday at 09:00: Fri 30 Oct 09:00 | +00 | -04 | +02
        fortnightly on Friday at 9am | every 2 weeks on Friday at 09:00: Fri 30 Oct 09:00 | +00 | -04 | +02
        every 15th of the month | on the 15th of every month at 09:00: Sun 15 Nov ~09:00 | +00 | -05 | +02
        every 24 Dec at 18:00 | every year on 24 December at 18:00: Thu 24 Dec 18:00 | +00 | -05 | +02
        every monday 9am UTC | every Monday at 09:00: Mon 26 Oct 09:00 +00 | every Monday at 09:00: Mon 26 Oct 05:00 -04 | every Monday at 09:00: Mon 26 Oct 12:00 +03
        yesterday | Past
        2 days ago | Past
        2026-10-24 14:00 | Past | Sat 24 Oct 14:00 -04 | Past
        in 400 days | TooFar
        every 400 days | TooFar
        9999-12-31 23:59 | TooFar
        by friday | Fri 30 Oct ~09:00 | +00 | -04 | +02
        end of day friday | Fri 30 Oct ~17:00 or Fri 30 Oct ~23:59 | +00 +00 | -04 -04 | +02 +02
        friday eod | Fri 30 Oct ~17:00 or Fri 30 Oct ~23:59 | +00 +00 | -04 -04 | +02 +02
        end of tomorrow | Sun 25 Oct ~17:00 or Sun 25 Oct ~23:59 | +00 +00 | -04 -04 | +03 +03
        in 2 weeks on friday | Fri 6 Nov ~09:00 | +00 | -05 | +02
        on 5/12 at 14h | Sat 5 Dec 14:00 [day first] or Wed 12 May 2027 14:00 [month first] | +00 +01 | -05 -04 | +02 +03
        12h30 | Sun 25 Oct 12:30 +00 | Sat 24 Oct 12:30 -04 | Sun 25 Oct 12:30 +03
        after 2 hours | Sat 24 Oct 17:00 +01 | Sat 24 Oct 12:00 -04 | Sat 24 Oct 19:00 +03
        2h 30 | Sat 24 Oct 17:30 +01 | Sat 24 Oct 12:30 -04 | Sat 24 Oct 19:30 +03
        2 hours later | Sat 24 Oct 17:00 +01 | Sat 24 Oct 12:00 -04 | Sat 24 Oct 19:00 +03
        friday the 13th | Fri 13 Nov ~09:00 | +00 | -05 | +02
        monday morning at 10 | Mon 26 Oct 10:00 | +00 | -04 | +03
        noon on the 3rd | Tue 3 Nov 12:00 | +00 | -05 | +02
        at lunch | Sun 25 Oct 12:00 +00 | Sat 24 Oct 12:00 -04 | Sun 25 Oct 12:00 +03
        every friday end of day | every Friday at 17:00: Fri 30 Oct ~17:00 or every Friday at 23:59: Fri 30 Oct ~23:59 | +00 +00 | -04 -04 | +02 +02
        every 2 weeks on weekdays at 9am | every 2 weeks on weekdays at 09:00: Mon 26 Oct 09:00 | +00 | -04 | +03
        end of every month | on the last day of every month at 09:00: Sat 31 Oct ~09:00 | +00 | -04 | +02
        next tuesday 14:00 Africa/Nairobi | Tue 27 Oct 11:00 +00 | Tue 27 Oct 07:00 -04 | Tue 27 Oct 14:00 +03
        """;
}
