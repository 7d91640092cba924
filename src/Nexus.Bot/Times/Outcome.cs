using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>Gathers readings in order; those that are over or too far are remembered only as that.</summary>
internal sealed class Outcome(ZonedDateTime now)
{
    public const int MostReadings = 3;
    public static readonly Duration Farthest = Duration.FromDays(366);

    private readonly List<Reading> _readings = [];
    private bool _past;
    private bool _tooFar;

    /// <summary>Whether a date may be reckoned with: near the ends of the calendar there are no zones.</summary>
    public bool IsNear(LocalDate day)
    {
        _past |= day.Year < now.Year - 2;
        _tooFar |= day.Year > now.Year + 2;
        return Math.Abs(day.Year - now.Year) <= 2;
    }

    public bool IsAhead(ZonedDateTime moment)
    {
        var ahead = moment.ToInstant() - now.ToInstant();
        _past |= ahead <= Duration.Zero;
        _tooFar |= ahead > Farthest;
        return ahead > Duration.Zero && ahead <= Farthest;
    }

    public void Add(Reading reading)
    {
        // A less likely one has to be picked from a list, so it must fit a list.
        if (_readings.Count > 0 && reading.ToKeep().Length > WhenReader.MostCharacters)
        {
            return;
        }

        if (_readings.Count < MostReadings && !_readings.Any(other => other.Local.ToInstant() == reading.Local.ToInstant() && other.Repeats?.Rule == reading.Repeats?.Rule))
        {
            _readings.Add(reading);
        }
    }

    public void AddTooFar() => _tooFar = true;

    public void AddPast() => _past = true;

    public WhenReading? Result() =>
        _readings.Count > 0 ? new WhenReading.Understood(_readings)
        : _tooFar ? new WhenReading.TooFar()
        : _past ? new WhenReading.Past()
        : null;
}
