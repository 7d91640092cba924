namespace Nexus.Bot.Times;

/// <summary>The parts of a phrase, each at most once.</summary>
internal sealed record Sentence
{
    public Said.Day? Day { get; init; }

    public Said.Clock? Clock { get; init; }

    public Said.Part? Part { get; init; }

    public Said.Zone? Zone { get; init; }

    public Said.Wait? Wait { get; init; }

    public Said.Repeat? Repeat { get; init; }

    public Said.Nth? Nth { get; init; }

    public Said.Weekdays? Weekdays { get; init; }

    public Said.MonthDays? MonthDays { get; init; }

    public Said.Until? Until { get; init; }

    public Said.Starting? Starting { get; init; }

    public Said.Times? Times { get; init; }

    public IReadOnlyList<Said.Except> Excepts { get; init; } = [];

    /// <summary>"the first Monday of next month" does not repeat, "of the month" does.</summary>
    public bool Repeats => Repeat is not null || Nth is { OfMonth: true };

    /// <summary>Something was said that only makes sense of a repetition.</summary>
    public bool HasConditions => (Weekdays ?? MonthDays ?? Until ?? Starting ?? (Said?)Times) is not null || Excepts.Count > 0;

    /// <summary>Puts the parts together; <paramref name="wrong"/> is the first one that says again what was said before.</summary>
    public static Sentence? Of(IEnumerable<(int Offset, Said Said)> parts, out int wrong)
    {
        var sentence = new Sentence();
        foreach (var (offset, said) in parts)
        {
            wrong = offset;
            if (sentence.And(said) is not { } longer)
            {
                return null;
            }

            sentence = longer;
        }

        wrong = 0;
        return sentence;
    }

    private Sentence? And(Said said) => said switch
    {
        Said.Day day when Day is null => this with { Day = day },
        Said.Clock clock when Clock is null => this with { Clock = clock },
        Said.Part part when Part is null => this with { Part = part },
        Said.Zone zone when Zone is null => this with { Zone = zone },
        Said.Wait wait when Wait is null => this with { Wait = wait },
        Said.Repeat repeat when Repeat is null => this with { Repeat = repeat },
        Said.Nth nth when Nth is null => this with { Nth = nth },
        Said.Weekdays weekdays when Weekdays is null => this with { Weekdays = weekdays },
        Said.MonthDays days when MonthDays is null => this with { MonthDays = days },
        Said.Until until when Until is null => this with { Until = until },
        Said.Starting starting when Starting is null => this with { Starting = starting },
        Said.Times times when Times is null => this with { Times = times },
        Said.Except except => this with { Excepts = [.. Excepts, except] },
        _ => null,
    };
}
