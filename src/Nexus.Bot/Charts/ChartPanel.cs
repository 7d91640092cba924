namespace Nexus.Bot.Charts;

/// <param name="Label">May come from users: it is cut and cleaned when drawn.</param>
/// <param name="Words">What stands at the bar instead of the number, such as a length of time.</param>
internal sealed record ChartBar(string Label, int Value, string? Words = null);

internal enum ChartShape
{
    /// <summary>Upright, in the order of time.</summary>
    Columns,

    /// <summary>Lying, under each other: for labels of several words.</summary>
    Rows,
}

/// <summary>Bars under one heading.</summary>
/// <param name="Colour">As #RRGGBB, dark enough on white. Says nothing that heading and numbers do not say.</param>
/// <param name="Nothing">What stands there when there are no bars.</param>
internal sealed record ChartPanel(string Title, ChartShape Shape, IReadOnlyList<ChartBar> Bars, string Colour, string Nothing);
