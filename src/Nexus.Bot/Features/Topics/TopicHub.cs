using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Nexus.Bot.Features.Topics;

/// <summary>Serves the topics of a folder and takes changed files in while running.</summary>
internal sealed class TopicHub(TopicHubFolder folder, TimeProvider clock, ILogger<TopicHub> log) : IHostedService, IDisposable
{
    // Editors save in several steps: wait until the folder has been quiet for this long.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private volatile Task<TopicIndex>? _current;
    private FileSystemWatcher? _watcher;
    private ITimer? _quiet;

    /// <summary>Raised after a change in the folder has been taken in.</summary>
    public event Action<TopicIndex>? Reloaded;

    /// <summary>The topics now. Waits only while the folder is read for the first time.</summary>
    public Task<TopicIndex> Current
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
            log.LogWarning(wrong, "The topics folder could not be read; the topics read before stay.");
        }
    }

    private TopicIndex Load()
    {
        var index = new TopicIndex(Files());
        foreach (var broken in index.Broken)
        {
            log.LogWarning("Topic file {File} is not served: {Reason}", broken.Name, broken.Reason);
        }

        log.LogInformation("The hub has {Topics} topics, {Broken} broken files", index.Topics.Count, index.Broken.Count);
        return index;
    }

    private IEnumerable<TopicFile> Files()
    {
        if (!Directory.Exists(folder.Path))
        {
            log.LogError("There is no topics folder at {Folder}; set Content:Topics to the folder with the hub's files", folder.Path);
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(folder.Path, "*.md"))
        {
            yield return Read(path);
        }
    }

    // One unreadable file must not take the hub away.
    private static TopicFile Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return TopicFile.Parse(name, File.ReadAllText(path));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new TopicFile.Broken(name, $"it cannot be read: {wrong.Message}");
        }
    }
}
