using System.Text;
using System.Text.Json;

namespace Nexus.Benchmarks;

/// <param name="ByChance">Mean worth of twenty random splits.</param>
/// <param name="Worth">Median of the runs, each with its own seed.</param>
/// <param name="Ratio">1 less the distance from the bound, as a part of it.</param>
/// <param name="Breaches">The most of all runs.</param>
/// <param name="Processor">Seconds of the thread.</param>
internal sealed record TeamsLine(
    string Set, int People, int Number, double ByChance, double Worth, double Lowest, double Bound, double Ratio, int Breaches, int Unavoidable, double Processor, double Seconds);

internal sealed record LeftOverLine(int Cases, int LeftOut, int WrongSize, int NotTheSameTwice);

/// <param name="Repeats">Pairs who met in the round before.</param>
internal sealed record RotationLine(int Number, int Repeats, int OtherBreaches, double FirstScore, double LowestScore);

internal sealed record TeamsReport(int Cores, int Runs, IReadOnlyList<TeamsLine> Lines, LeftOverLine LeftOver, IReadOnlyList<RotationLine> Rotation, double PeakGrowthMb)
{
    public string ToJson() => JsonSerializer.Serialize(this, Report.Json);

    public string ToTable()
    {
        var table = new StringBuilder();
        table.AppendLine($"{Cores} cores, one thread; median of {Runs} seeds (2000 people: one); bound: proven optimum, from 500 fours on of the linear programme");
        table.AppendLine($"{"set",-7}{"people",7}{"no",4}{"by chance",11}{"worth",10}{"lowest",10}{"bound",10}{"ratio",9}{"broken",8}{"must be",9}{"cpu s",8}{"s",8}");
        foreach (var line in Lines)
        {
            table.AppendLine($"{line.Set,-7}{line.People,7}{line.Number,4}{line.ByChance,11:F1}{line.Worth,10:F3}{line.Lowest,10:F3}{line.Bound,10:F3}{line.Ratio,9:F4}{line.Breaches,8}{line.Unavoidable,9}{line.Processor,8:F2}{line.Seconds,8:F2}");
        }

        table.AppendLine();
        table.AppendLine($"left over: {LeftOver.Cases} cases, {LeftOver.LeftOut} people left out, {LeftOver.WrongSize} teams of a wrong size, {LeftOver.NotTheSameTwice} not the same twice");
        foreach (var line in Rotation)
        {
            table.AppendLine($"six rounds of 100, no {line.Number}: {line.Repeats} repeats of the round before, {line.OtherBreaches} other breaches, mean score {line.FirstScore:F1} at first, {line.LowestScore:F1} at the lowest");
        }

        table.AppendLine($"memory: {PeakGrowthMb:F0} MB more at its peak than at the start");
        return table.ToString();
    }
}
