using Microsoft.Extensions.Configuration;
using Nexus.Bot.Hub;

namespace Nexus.Bot;

/// <summary><c>lint [folder]</c>: says what to change in the hub's files. Starts no bot.</summary>
internal static class HubLint
{
    public const string Verb = "lint";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>The process's exit code: 0 when there are no errors.</returns>
    public static async Task<int> RunAsync(string? folder, IConfiguration configuration, TimeProvider clock, TextWriter output)
    {
        var path = folder ?? (configuration[HubSlice.FolderSetting] is { Length: > 0 } setting ? setting : HubFolder.Shipped.Path);
        if (!Directory.Exists(path))
        {
            await output.WriteLineAsync($"There is no folder '{path}'. Name the folder with the hub's files: lint <folder>");
            return 1;
        }

        using var limit = new CancellationTokenSource(Patience, clock);
        var result = await HubLinter.CheckAsync(HubLinter.Read(new HubFolder(path)), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), limit.Token);
        foreach (var finding in result.Findings)
        {
            await output.WriteLineAsync(folder is null ? finding.ToString() : Path.Combine(folder, finding.ToString()));
        }

        foreach (var note in result.Notes)
        {
            await output.WriteLineAsync($"note: {note}");
        }

        await output.WriteLineAsync($"{result.Pages} pages, {result.Errors} errors, {result.Warnings} warnings");
        return result.Errors == 0 ? 0 : 1;
    }
}
