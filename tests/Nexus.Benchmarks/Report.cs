using System.Text.Json;

namespace Nexus.Benchmarks;

internal static class Report
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Prints the table, and writes the JSON to a file or after the table.</summary>
    public static async Task WriteAsync(string table, string json, string? file, CancellationToken ct)
    {
        Console.WriteLine(table);
        if (file is null)
        {
            Console.WriteLine(json);
            return;
        }

        await File.WriteAllTextAsync(file, json + "\n", ct);
        Console.WriteLine("JSON: " + file);
    }
}
