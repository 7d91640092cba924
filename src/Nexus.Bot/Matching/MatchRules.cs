namespace Nexus.Bot.Matching;

/// <summary>What must hold in every team. None of them is broken while all of them can hold.</summary>
/// <param name="MinimumHours">Shared by all of a team, per week; 0 asks for none.</param>
/// <param name="CoolDown">Two who met in one of so many latest rounds don't meet again; 0 asks for nothing.</param>
internal sealed record MatchRules(TeamSize Size, Quota Quota, double MinimumHours, int CoolDown)
{
    /// <summary>Hours in common beyond these are worth nothing more.</summary>
    public double DesiredHours { get; init; } = 8;

    /// <summary>What one breach takes from a team's score.</summary>
    public Penalties Penalties { get; init; } = Penalties.Usual;
}

/// <summary>How many people a team has. Teams differ by one at most, unless the rules need more.</summary>
internal readonly record struct TeamSize(int Least, int Wanted, int Most)
{
    public static TeamSize Exactly(int size) => new(size, size, size);

    /// <summary>Two, or three when one is left over.</summary>
    public static TeamSize Pairs => new(2, 2, 3);
}

/// <summary>How many of a team are backend and frontend learners, those who are both counted as one of them.</summary>
internal readonly record struct Quota(int LeastBackend, int MostBackend, int LeastFrontend, int MostFrontend)
{
    public const int NoLimit = 99;

    public static Quota None => new(0, NoLimit, 0, NoLimit);

    /// <summary>Somebody for either side.</summary>
    public static Quota BothSides => new(1, NoLimit, 1, NoLimit);

    /// <summary>How many people are missing in a team of these.</summary>
    public int Missing(int backend, int frontend, int both) =>
        Math.Max(0, Math.Max(0, LeastBackend - backend) + Math.Max(0, LeastFrontend - frontend) - both);

    /// <summary>Who is missing, after those who are both have been counted where they help most.</summary>
    public (int Backend, int Frontend) Lacking(int backend, int frontend, int both)
    {
        var (noBackend, noFrontend) = (Math.Max(0, LeastBackend - backend), Math.Max(0, LeastFrontend - frontend));
        for (; both > 0 && noBackend + noFrontend > 0; both--)
        {
            (noBackend, noFrontend) = noBackend >= noFrontend ? (noBackend - 1, noFrontend) : (noBackend, noFrontend - 1);
        }

        return (noBackend, noFrontend);
    }

    /// <summary>Of so many teams together.</summary>
    public Quota Times(int teams) => new(LeastBackend * teams, MostBackend * teams, LeastFrontend * teams, MostFrontend * teams);

    /// <summary>How many people are too many in a team of these.</summary>
    public int Surplus(int backend, int frontend, int both) =>
        Math.Max(0, backend - MostBackend) + Math.Max(0, frontend - MostFrontend)
        + Math.Max(0, both - Math.Max(0, MostBackend - backend) - Math.Max(0, MostFrontend - frontend));
}

/// <summary>Points off a team's score for each breach.</summary>
internal readonly record struct Penalties(double Avoid, double Hours, double Tracks, double Size, double CoolDown)
{
    /// <summary>Meeting again too soon gives way before the others.</summary>
    public static Penalties Usual => new(200, 200, 200, 200, 150);

    public double Highest => Math.Max(Math.Max(Avoid, Size), Math.Max(Hours, Math.Max(Tracks, CoolDown)));

    public static Penalties operator *(Penalties one, double by) => new(one.Avoid * by, one.Hours * by, one.Tracks * by, one.Size * by, one.CoolDown * by);
}

/// <summary>How often the rules are broken.</summary>
/// <param name="Avoid">Pairs.</param>
/// <param name="Hours">Teams.</param>
/// <param name="Tracks">People who are missing or too many.</param>
/// <param name="Size">People who are missing or too many.</param>
/// <param name="CoolDown">Pairs.</param>
internal readonly record struct Breaches(int Avoid, int Hours, int Tracks, int Size, int CoolDown)
{
    public int Count => Avoid + Hours + Tracks + Size + CoolDown;

    public static Breaches operator +(Breaches one, Breaches other) =>
        new(one.Avoid + other.Avoid, one.Hours + other.Hours, one.Tracks + other.Tracks, one.Size + other.Size, one.CoolDown + other.CoolDown);

    public double Cost(Penalties penalties) =>
        (Avoid * penalties.Avoid) + (Hours * penalties.Hours) + (Tracks * penalties.Tracks) + (Size * penalties.Size) + (CoolDown * penalties.CoolDown);
}
