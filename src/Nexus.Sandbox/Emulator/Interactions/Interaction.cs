using System.Diagnostics;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>One interaction from its dispatch until its token dies. Guarded by the world's gate.</summary>
internal sealed class Interaction(ulong id, string token, InteractionType type, User user, Channel channel, DateTimeOffset createdAt)
{
    /// <summary>Time for the first response.</summary>
    public static readonly TimeSpan AckTime = TimeSpan.FromSeconds(3);

    /// <summary>Time for edits and follow-ups.</summary>
    public static readonly TimeSpan TokenTime = TimeSpan.FromMinutes(15);

    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ulong Id { get; } = id;

    public string Token { get; } = token;

    public InteractionType Type { get; } = type;

    public User User { get; } = user;

    public Channel Channel { get; } = channel;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The message whose control was used, also for a form opened by such a control.</summary>
    public StoredMessage? Source { get; init; }

    /// <summary>Slash or context command that started it: name and kind.</summary>
    public string? CommandName { get; init; }

    public int CommandType { get; init; }

    /// <summary>Stopwatch timestamp of the dispatch.</summary>
    public long SentAt { get; set; }

    public AckState Ack { get; set; }

    public double? AckMs { get; set; }

    public double? SettledMs { get; private set; }

    public bool Ephemeral { get; set; }

    /// <summary>The answer, or the placeholder of a deferral, or the updated source.</summary>
    public StoredMessage? Original { get; set; }

    public List<StoredMessage> FollowUps { get; } = [];

    public JsonElement Choices { get; set; }

    /// <summary><c>data</c> of the form that was opened.</summary>
    public JsonElement Modal { get; set; }

    public bool ModalSubmitted { get; set; }

    public ITimer? Expiry { get; set; }

    public Task Settled => settled.Task;

    /// <summary>The person sees what came of it.</summary>
    public void Settle()
    {
        if (settled.TrySetResult())
        {
            SettledMs = Stopwatch.GetElapsedTime(SentAt).TotalMilliseconds;
        }
    }
}
