using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Counters over the sandbox's life.</summary>
internal sealed class Metrics : IJsonWritable
{
    private readonly long[] counts = new long[Enum.GetValues<Counter>().Length];

    public long this[Counter counter] => Interlocked.Read(ref counts[(int)counter]);

    public void Count(Counter counter) => Interlocked.Increment(ref counts[(int)counter]);

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var counter in Enum.GetValues<Counter>())
        {
            json.WriteNumber(JsonNamingPolicy.SnakeCaseLower.ConvertName(counter.ToString()), this[counter]);
        }

        json.WriteEndObject();
    }
}
