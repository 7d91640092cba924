using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>A poll under a message with its votes.</summary>
internal sealed class StoredPoll
{
    public required JsonElement Question { get; init; }

    /// <summary>Answers as sent, by their id from 1 on: <c>{text, emoji}</c>.</summary>
    public required IReadOnlyList<JsonElement> Answers { get; init; }

    public required DateTimeOffset Expiry { get; set; }

    public bool Multiselect { get; init; }

    public int LayoutType { get; init; } = 1;

    public bool Finalized { get; set; }

    /// <summary>Voters by answer id, in order of their votes.</summary>
    public SortedDictionary<int, List<ulong>> Votes { get; } = [];

    public void Write(Utf8JsonWriter json, ulong viewer)
    {
        json.WriteStartObject();
        json.WriteRaw("question", Question);
        json.WriteStartArray("answers");
        for (var i = 0; i < Answers.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("answer_id", i + 1);
            json.WriteRaw("poll_media", Answers[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTime("expiry", Expiry);
        json.WriteBoolean("allow_multiselect", Multiselect);
        json.WriteNumber("layout_type", LayoutType);
        json.WriteStartObject("results");
        json.WriteBoolean("is_finalized", Finalized);
        json.WriteStartArray("answer_counts");
        foreach (var (answer, users) in Votes)
        {
            json.WriteStartObject();
            json.WriteNumber("id", answer);
            json.WriteNumber("count", users.Count);
            json.WriteBoolean("me_voted", users.Contains(viewer));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
