using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Page;

/// <summary>What stands around the messages: cast, unread marks, clock, faults, requests.</summary>
public sealed partial class PageState
{
    private const int RequestsShown = 60;

    private readonly Dictionary<(ulong Reader, ulong Channel), ulong> _seen = [];
    private IReadOnlyList<QuickPick>? _cast;
    private int _watching;

    public bool HintsHidden { get; private set; }

    /// <summary>Has run a command, and so needs fewer words about how to.</summary>
    public bool HasActed { get; private set; }

    /// <summary>How far the emulator's clock is ahead of the computer's.</summary>
    public string ClockOffsetMilliseconds =>
        (_world.Now - TimeProvider.System.GetUtcNow()).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    internal IReadOnlyList<QuickPick> Cast => _cast ??= QuickPicks.Of(_world);

    public void HideHints()
    {
        HintsHidden = true;
        Changed?.Invoke();
    }

    /// <summary>Has messages that came while this page looked elsewhere.</summary>
    public bool IsUnread(ChannelOnPage channel) =>
        channel.Id != Channel?.Id && !channel.IsForum && channel.LastMessage > _seen.GetValueOrDefault((_reader.Id, channel.Id), channel.LastMessage);

    public int PingsIn(ulong channel) => Pings.Count(ping => ping.ChannelId == channel && channel != Channel?.Id
        && ping.MessageId > Math.Max(_pingsRead.GetValueOrDefault(_reader.Id), _seen.GetValueOrDefault((_reader.Id, channel))));

    /// <summary>The channel in which the bot and this person talk alone.</summary>
    public ulong OpenDirectMessages()
    {
        var channel = _world.DirectChannel(_reader).Id;
        _serverChanged = true;
        Refresh();
        return channel;
    }

    /// <summary>Moves the clock; what is wrong with the duration, or null.</summary>
    public async Task<string?> MoveClockAsync(string duration)
    {
        var answer = await ControlAsync(HttpMethod.Post, "_sandbox/clock", JsonSerializer.Serialize(new Dictionary<string, string> { ["advance"] = duration.Trim() }));
        _serverChanged = true;
        Changed?.Invoke();
        return answer;
    }

    /// <summary>What went wrong with it, or null.</summary>
    public Task<string?> BreakAsync(Breakage breakage) => ControlAsync(HttpMethod.Post, "_sandbox/faults", breakage.Fault);

    public Task<string?> MendAsync() => ControlAsync(HttpMethod.Delete, "_sandbox/faults", null);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RequestOnPage> Requests() =>
        [.. _host.Requests.Since(0).TakeLast(RequestsShown).Reverse()
            .Select(entry => new RequestOnPage(entry.Number, entry.At, entry.Method, entry.Path, entry.Status, entry.Milliseconds, entry.Error ?? ""))];

    public void WatchRequests(bool watch)
    {
        var watching = _watching += watch ? 1 : -1;
        if (watch && watching == 1)
        {
            _host.Requests.Added += WantRedraw;
        }
        else if (!watch && watching == 0)
        {
            _host.Requests.Added -= WantRedraw;
        }
    }

    // What stands in the open channel, and in every channel when first looked at, counts as seen.
    private void MarkSeen()
    {
        foreach (var channel in Server.Channels)
        {
            if (channel.Id == Channel?.Id)
            {
                _seen[(_reader.Id, channel.Id)] = Messages.Count > 0 ? Math.Max(channel.LastMessage, Messages[^1].Id("id")) : channel.LastMessage;
            }
            else
            {
                _seen.TryAdd((_reader.Id, channel.Id), channel.LastMessage);
            }
        }
    }

    // Clock and faults go through the control API, as any script's would: one meaning for both.
    private async Task<string?> ControlAsync(HttpMethod method, string path, string? body)
    {
        using var client = new HttpClient { BaseAddress = _host.BaseAddress };
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        try
        {
            using var response = await client.SendAsync(request);
            if (response.IsSuccessStatusCode)
            {
                return null;
            }

            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return answer.Text("error") is { Length: > 0 } error ? error : $"The sandbox refused it with {(int)response.StatusCode}.";
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or OperationCanceledException or NotSupportedException)
        {
            return "The sandbox gave no answer.";
        }
    }
}
