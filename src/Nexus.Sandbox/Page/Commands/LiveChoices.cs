using Nexus.Sandbox.Page.Messages;

namespace Nexus.Sandbox.Page.Commands;

/// <summary>Asks for choices while a person types: after a pause, and only the newest question's answer counts.</summary>
internal sealed class LiveChoices(TimeProvider clock, Func<string, CancellationToken, Task<IReadOnlyList<Choice>>> ask) : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(180);

    private CancellationTokenSource? _asking;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public bool Loading { get; private set; }

    /// <summary>What went wrong with the newest question.</summary>
    public string? Error { get; private set; }

    /// <summary>True if the choices now shown are those of this text; false if a newer text overtook it.</summary>
    public async Task<bool> TypedAsync(string text, bool atOnce = false)
    {
        _asking?.Cancel();
        var asking = _asking = new CancellationTokenSource();
        Loading = true;
        try
        {
            if (!atOnce)
            {
                await Task.Delay(Pause, clock, asking.Token);
            }

            var choices = await ask(text, asking.Token);
            if (asking != _asking)
            {
                return false;
            }

            (Choices, Error, Loading) = (choices, null, false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (asking == _asking)
        {
            (Choices, Error, Loading) = ([], exception.Message, false);
            return true;
        }
        catch (Exception)
        {
            // An older question failed after a newer one was asked: nobody waits for it.
            return false;
        }
    }

    public void Dispose() => _asking?.Cancel();
}
