using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Shared;

/// <summary>What people read about a time they typed, whatever it is for.</summary>
internal static class TimeAnswers
{
    private const int MostSuggestion = 100;

    /// <summary>Why a phrase is no time, and where the trouble begins.</summary>
    public static string Unclear(WhenReading reading, string phrase)
    {
        var said = Quoted(phrase);
        return reading switch
        {
            _ when string.IsNullOrWhiteSpace(phrase) => "When? I did not get a time.",
            WhenReading.Past => $"{said} is in the past.",
            WhenReading.TooFar => $"{said} is more than a year ahead; that is as far as I plan.",
            WhenReading.TimeMissing => $"{said} names a day but no time of day.",
            WhenReading.Repeats => $"{said} comes again and again, and here I need a single time.",
            WhenReading.NotUnderstood { Position: var at } when at >= WhenReader.MostCharacters => $"That is longer than a time can be ({WhenReader.MostCharacters} characters).",
            WhenReading.NotUnderstood { Position: var at } when at >= phrase.TrimEnd().Length => $"{said} is no time yet: something is missing at its end, or there is no such day.",
            WhenReading.NotUnderstood { Position: > 0 and var at } when phrase[..at].Trim().Length > 0 => $"In {said} I understand {Quoted(phrase[..at])}, but not {Quoted(phrase[at..])}.",
            _ => $"I cannot read {said} as a time.",
        };
    }

    public static string TimesThatWork(DateTimeZone zone, IReadOnlyList<string> examples) =>
        $"Times that work: {string.Join(", ", examples.Select(example => $"`{example}`"))}. They are read in {zone.Id}.";

    /// <summary>The list while a time is typed: how it is understood, or why not and what works.</summary>
    /// <param name="examples">Offered when the phrase says nothing yet.</param>
    /// <param name="hours">Offered behind a day, where a time of day is asked for.</param>
    /// <param name="line">A line of the list.</param>
    public static IReadOnlyList<Suggestion> Suggest(
        string typed, DateTimeOffset now, DateTimeZone zone, WhenAsked asked, IReadOnlyList<string> examples, IReadOnlyList<string> hours, Func<string, Reading, Suggestion> line)
    {
        typed = typed.Trim();
        var reading = WhenReader.Read(typed, now, zone, asked);
        if (reading is WhenReading.Understood understood)
        {
            return [.. understood.Readings.Select(one => line(typed, one))];
        }

        IEnumerable<string> phrases = reading is WhenReading.TimeMissing ? hours.Select(hour => $"{typed} {hour}") : examples;
        return
        [
            .. reading is WhenReading.Past or WhenReading.TooFar or WhenReading.Repeats
                ? new[] { new Suggestion(Md.Cut($"⚠️ {Unclear(reading, typed)}", MostSuggestion), typed) }
                : [],
            .. phrases
                .Select(phrase => (Phrase: phrase, Reading: WhenReader.Read(phrase, now, zone, asked) as WhenReading.Understood))
                .Where(read => read.Reading is not null)
                .Select(read => line(read.Phrase, read.Reading!.Best)),
        ];
    }

    private static string Quoted(string phrase) => $"“{Md.EscapeLine(Md.Cut(phrase.Trim(), 100))}”";
}
