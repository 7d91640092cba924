using NodaTime;
using Pidgin;

namespace Nexus.Bot.Times;

/// <summary>
/// Reads when something should happen, as people type it: "in 2h30m", "tomorrow 9am", "Friday at noon", "24 Nov 09:00", "every Monday at 9".
/// <see cref="Words"/> cuts the phrase up, <see cref="WhenGrammar"/> says what may stand in it, <see cref="Moments"/> and
/// <see cref="Repetitions"/> what it means today.
/// </summary>
internal static class WhenReader
{
    public const int MostCharacters = 100;

    /// <summary>Reads a phrase as somebody in the zone means it now. Never throws.</summary>
    public static WhenReading Read(string phrase, DateTimeOffset now, DateTimeZone zone, WhenAsked asked = WhenAsked.Anything)
    {
        if (phrase.Length > MostCharacters)
        {
            return new WhenReading.NotUnderstood(MostCharacters);
        }

        var words = Words.Of(phrase).ToArray();
        if (words is [_, .., { Kind: WordKind.At }])
        {
            // "tomorrow at", on the way to "tomorrow at 9"
            words = words[..^1];
        }

        if (words.FirstOrDefault(word => word.Kind == WordKind.Unknown) is { Length: > 0 } unknown)
        {
            return new WhenReading.NotUnderstood(unknown.At);
        }

        var local = Instant.FromDateTimeOffset(now).InZone(zone);
        var first = Read(WhenGrammar.Phrase);
        return first is WhenReading.NotUnderstood && words.Any(word => word.Kind == WordKind.Dot) && Read(WhenGrammar.PhraseWithDottedDate) is var second and not WhenReading.NotUnderstood
            ? second
            : first;

        WhenReading Read(Parser<Word, IEnumerable<(int Offset, Said Said)>> grammar)
        {
            var parsed = grammar.Parse(words);
            return !parsed.Success ? NotFrom(parsed.Error!.ErrorOffset)
                : Sentence.Of(parsed.Value, out var wrong) is not { } sentence ? NotFrom(wrong)
                : Meaning(sentence, local, asked) ?? NotFrom(0);
        }

        WhenReading NotFrom(int offset) => new WhenReading.NotUnderstood(offset < words.Length ? words[offset].At : phrase.Length);
    }

    /// <summary>Reads a time of day as the clock has it: "9", "9:00", "6:30pm", "noon". Null when it is none, or more.</summary>
    public static LocalTime? ReadTimeOfDay(string phrase) =>
        phrase.Length <= MostCharacters
        && WhenGrammar.Phrase.Parse([.. Words.Of(phrase)]) is { Success: true } parsed
        && parsed.Value.Take(2).ToList() is [(_, Said.Clock clock)]
            ? clock.Time
            : null;

    private static WhenReading? Meaning(Sentence said, ZonedDateTime now, WhenAsked asked) =>
        said.Repeats && said.Day is not Said.Day.NextOf ? asked.HasFlag(WhenAsked.Once) ? new WhenReading.Repeats() : new Repetitions(now).Of(said)
        : said.HasConditions ? null
        : new Moments(now).Of(said, asked);
}
