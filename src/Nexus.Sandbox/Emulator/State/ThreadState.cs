using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>What a thread has beyond other channels.</summary>
internal sealed class ThreadState(DateTimeOffset createdAt) : IJsonWritable
{
    public DateTimeOffset CreatedAt { get; } = createdAt;

    public bool Archived { get; set; }

    public bool Locked { get; set; }

    public bool? Invitable { get; set; }

    /// <summary>Minutes without activity after which it is archived.</summary>
    public int AutoArchiveMinutes { get; set; } = 4320;

    /// <summary>When <see cref="Archived"/> last changed.</summary>
    public DateTimeOffset ArchiveTimestamp { get; set; } = createdAt;

    /// <summary>Last message or unarchiving; auto-archive counts from here.</summary>
    public DateTimeOffset ActiveAt { get; set; } = createdAt;

    public int TotalMessagesSent { get; set; }

    public List<ulong> AppliedTags { get; } = [];

    /// <summary>Who is in the thread, since when.</summary>
    public SortedDictionary<ulong, DateTimeOffset> Members { get; } = [];

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("archived", Archived);
        json.WriteNumber("auto_archive_duration", AutoArchiveMinutes);
        json.WriteTime("archive_timestamp", ArchiveTimestamp);
        json.WriteBoolean("locked", Locked);
        if (Invitable is { } invitable)
        {
            json.WriteBoolean("invitable", invitable);
        }

        json.WriteTime("create_timestamp", CreatedAt);
        json.WriteEndObject();
    }
}
