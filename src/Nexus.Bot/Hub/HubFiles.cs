using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Nexus.Bot.Hub;

/// <summary>Serves the pages of a folder and takes changed files in while running.</summary>
internal sealed class HubFiles(HubFolder folder, TimeProvider clock, ILogger<HubFiles> log) : IHostedService, IDisposable
{
    // Editors save in several steps: wait until the folder has been quiet for this long.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private volatile Task<HubIndex>? _current;
    private FileSystemWatcher? _watcher;
    private ITimer? _quiet;

    /// <summary>Raised after a change in the folder has been taken in.</summary>
    public event Action<HubIndex>? Reloaded;

    /// <summary>The pages now. Waits only while the folder is read for the first time.</summary>
    public Task<HubIndex> Current
    {
        get
        {
            if (_current is { } ready)
            {
                return ready;
            }

            lock (_gate)
            {
                return _current ??= Task.Run(Load);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _quiet = clock.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (Directory.Exists(folder.Path))
        {
            _watcher = new FileSystemWatcher(folder.Path, "*.md");
            _watcher.Changed += (_, _) => SomethingChanged();
            _watcher.Created += (_, _) => SomethingChanged();
            _watcher.Deleted += (_, _) => SomethingChanged();
            _watcher.Renamed += (_, _) => SomethingChanged();
            // Raised when events were lost: read everything again.
            _watcher.Error += (_, _) => SomethingChanged();
            _watcher.EnableRaisingEvents = true;
        }

        // Not awaited: the gateway connects meanwhile.
        _ = Current;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _quiet?.Dispose();
    }

    /// <summary>Reads the folder again once it has been quiet for a moment.</summary>
    internal void SomethingChanged() => _quiet?.Change(Quiet, Timeout.InfiniteTimeSpan);

    private void Reload()
    {
        try
        {
            var index = Load();
            _current = Task.FromResult(index);
            Reloaded?.Invoke(index);
        }
        catch (IOException wrong)
        {
            log.LogWarning(wrong, "The hub's folder could not be read; the pages read before stay.");
        }
    }

    private HubIndex Load()
    {
        var index = new HubIndex(Files());
        foreach (var broken in index.Broken)
        {
            log.LogWarning("Hub page {File} is not served: {Reason}", broken.Name, broken.Reason);
        }

        log.LogInformation("The hub has {Pages} pages, {Broken} broken files", index.Pages.Count, index.Broken.Count);
        return index;
    }

    private IEnumerable<HubFile> Files()
    {
        if (!Directory.Exists(folder.Path))
        {
            log.LogError("There is no hub folder at {Folder}; set Content:Topics to the folder with the hub's files", folder.Path);
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(folder.Path, "*.md"))
        {
            yield return Read(path);
        }
    }

    // One unreadable file must not take the hub away.
    private static HubFile Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return HubFile.Parse(name, File.ReadAllText(path));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new HubFile.Broken(name, $"it cannot be read: {wrong.Message}");
        }
    }
}
