namespace Nexus.Bot.Matching;

/// <summary>What makes a good team.</summary>
internal enum Criterion
{
    Hours,
    Interests,
    Balance,
    Wishes,
    Novelty,
}

/// <summary>What each criterion counts; together 1.</summary>
internal sealed record Weights(double Hours, double Interests, double Balance, double Wishes, double Novelty)
{
    private const double Next = 0.75;

    private const double NoveltyInRounds = 0.25;

    public static Weights Default { get; } = Ordered(Criterion.Hours, Criterion.Interests, Criterion.Balance, Criterion.Wishes, Criterion.Novelty);

    /// <summary>For people who meet round after round: new faces count more.</summary>
    public static Weights Rotating { get; } = Default.WithNovelty(NoveltyInRounds);

    public double this[Criterion criterion] => criterion switch
    {
        Criterion.Hours => Hours,
        Criterion.Interests => Interests,
        Criterion.Balance => Balance,
        Criterion.Wishes => Wishes,
        Criterion.Novelty => Novelty,
    };

    /// <summary>
    /// The most important first, each three quarters of the one before; those not named count nothing. In thousandths, so that the points
    /// people see add up.
    /// </summary>
    public static Weights Ordered(params ReadOnlySpan<Criterion> order)
    {
        Span<double> weights = stackalloc double[5];
        weights.Clear();
        var sum = (1 - Math.Pow(Next, order.Length)) / (1 - Next);
        var rest = 1.0;
        for (var rank = order.Length - 1; rank >= 0; rank--)
        {
            var weight = rank == 0 ? rest : Math.Pow(Next, rank) / sum;
            weights[(int)order[rank]] = Math.Round(weight, 3);
            rest -= weights[(int)order[rank]];
        }

        return new(weights[0], weights[1], weights[2], weights[3], weights[4]);
    }

    private Weights WithNovelty(double novelty)
    {
        var others = (1 - novelty) / (1 - Novelty);
        return new(Hours * others, Interests * others, Balance * others, Wishes * others, novelty);
    }
}
