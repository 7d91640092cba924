using System.Globalization;
using CsCheck;
using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Tests.Ideas.Rules;

public sealed class HygieneTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_answered_idea_nobody_touches_is_asked_about_then_warned_of_then_parked()
    {
        Assert.Equal(["day 21: ask", "day 28: warn, parks on day 35", "day 35: park"], Run(new Silence(IdeaStatus.Shaping, Start) { HasAnswer = true }, days: 120));
    }

    [Fact]
    public void An_idea_nobody_ever_answered_is_never_parked_by_the_clock_and_mentors_hear_of_it_again_and_again()
    {
        Assert.Equal(["day 21: ask mentors", "day 42: ask mentors", "day 63: ask mentors"], Run(new Silence(IdeaStatus.Proposed, Start), days: 80));
    }

    [Fact]
    public void Any_touch_begins_anew_also_on_the_last_day()
    {
        Assert.Equal(
            ["day 21: ask", "day 28: warn, parks on day 35", "day 55: ask", "day 62: warn, parks on day 69", "day 69: park"],
            Run(new Silence(IdeaStatus.Ready, Start) { HasAnswer = true }, days: 120, touchedOn: 34));
    }

    [Fact]
    public void A_bot_that_was_down_warns_before_it_parks_however_late_it_is()
    {
        Assert.Equal(
            ["day 50: ask", "day 57: warn, parks on day 64", "day 64: park"],
            Run(new Silence(IdeaStatus.Shaping, Start) { HasAnswer = true }, days: 120, upFrom: 50));
    }

    [Fact]
    public void What_is_decided_or_not_on_the_board_is_left_alone()
    {
        var asked = Enum.GetValues<IdeaStatus>().Where(status => Run(new Silence(status, Start) { HasAnswer = true }, days: 200).Count > 0);

        Assert.Equal([IdeaStatus.Proposed, IdeaStatus.Shaping, IdeaStatus.Ready], asked);
    }

    [Fact]
    public void Whatever_happens_an_idea_is_parked_only_a_week_or_more_after_a_warning_that_came_a_week_or_more_after_a_question()
    {
        Gen.Select(Gen.Int[0, 200].Array[0, 6], Gen.Int[0, 200].Array[0, 40], Gen.Int[0, 200]).Sample(
            (touches, down, answeredOn) =>
            {
                var silence = new Silence(IdeaStatus.Proposed, Start);
                for (var day = 0; day <= 200; day++)
                {
                    var now = Start.AddDays(day);
                    silence = touches.Contains(day) ? silence with { TouchedAt = now } : silence;
                    silence = day == answeredOn ? silence with { HasAnswer = true } : silence;
                    if (down.Contains(day))
                    {
                        continue;
                    }

                    var step = HygieneRules.At(silence, IdeaPolicy.Usual, now);
                    if (step is HygieneStep.Park)
                    {
                        Assert.True(silence.HasAnswer);
                        Assert.True(now - silence.WarnedAt >= HygieneRules.Grace);
                        Assert.True(silence.WarnedAt - silence.AskedAt >= HygieneRules.Grace);
                        Assert.True(silence.AskedAt - silence.TouchedAt >= IdeaPolicy.Usual.Quiet);
                        return;
                    }

                    silence = After(silence, step, now);
                }
            },
            iter: 3000);
    }

    private static List<string> Run(Silence silence, int days, int touchedOn = -1, int upFrom = 0)
    {
        var told = new List<string>();
        for (var day = upFrom; day <= days && silence.Status.IsOpen(); day++)
        {
            var now = Start.AddDays(day);
            silence = day == touchedOn ? silence with { TouchedAt = now } : silence;
            var step = HygieneRules.At(silence, IdeaPolicy.Usual, now);
            var words = step switch
            {
                HygieneStep.Ask => "ask",
                HygieneStep.AskMentors => "ask mentors",
                HygieneStep.Warn { ParksAt: var at } => string.Create(CultureInfo.InvariantCulture, $"warn, parks on day {(at - Start).TotalDays:0}"),
                HygieneStep.Park => "park",
                _ => "",
            };
            if (words.Length > 0)
            {
                told.Add(string.Create(CultureInfo.InvariantCulture, $"day {day}: {words}"));
            }

            silence = After(silence, step, now);
        }

        return told;
    }

    private static Silence After(Silence silence, HygieneStep step, DateTimeOffset now) => step switch
    {
        HygieneStep.Ask or HygieneStep.AskMentors => silence with { AskedAt = now, WarnedAt = null },
        HygieneStep.Warn => silence with { WarnedAt = now },
        HygieneStep.Park => silence with { Status = IdeaStatus.Parked },
        _ => silence,
    };
}
