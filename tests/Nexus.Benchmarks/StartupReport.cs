using System.Text;

namespace Nexus.Benchmarks;

/// <summary>One start of the published bot; times in ms from the process's start as the emulator saw them.</summary>
/// <param name="Ready">READY and GUILD_CREATE were sent.</param>
/// <param name="Answered">A command sent right behind GUILD_CREATE was acknowledged, so the guild had been handled.</param>
/// <param name="Cpu">Processor time until idle, which other work on the machine moves least.</param>
internal sealed record StartupRun(double Ready, double Answered, double Cpu, double ResidentMb);

internal sealed record StartupReport(int Cores, int Members, StartupRun First, StartupRun Median, StartupRun Worst, IReadOnlyList<StartupRun> Runs)
{
    public static StartupReport Of(int members, StartupRun first, IReadOnlyList<StartupRun> later) =>
        new(Environment.ProcessorCount, members, first, Pick(later, runs => runs[runs.Length / 2]), Pick(later, runs => runs[^1]), later);

    public string ToTable()
    {
        var table = new StringBuilder();
        table.AppendLine($"{Cores} cores, {Members} members in GUILD_CREATE, {Runs.Count} starts after the first; ms from process start");
        table.AppendLine($"{"start",-26}{"READY sent",12}{"answers",12}{"cpu",12}{"idle MB",12}");
        foreach (var (name, run) in new[] { ("first (new database)", First), ("median of later ones", Median), ("worst of later ones", Worst) })
        {
            table.AppendLine($"{name,-26}{run.Ready,12:F0}{run.Answered,12:F0}{run.Cpu,12:F0}{run.ResidentMb,12:F1}");
        }

        return table.ToString();
    }

    private static StartupRun Pick(IReadOnlyList<StartupRun> runs, Func<double[], double> of) =>
        new(Of(runs.Select(r => r.Ready), of), Of(runs.Select(r => r.Answered), of), Of(runs.Select(r => r.Cpu), of), Of(runs.Select(r => r.ResidentMb), of));

    private static double Of(IEnumerable<double> values, Func<double[], double> of) => of([.. values.Order()]);
}
