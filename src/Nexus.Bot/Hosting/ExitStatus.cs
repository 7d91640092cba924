namespace Nexus.Bot.Hosting;

/// <summary>Why the bot stopped by itself; several bots may live in one process, so it is not the process's exit code.</summary>
public sealed class ExitStatus
{
    /// <summary>Null while nothing went wrong; otherwise what a person has to change.</summary>
    public string? Failure { get; private set; }

    public int Code => Failure is null ? 0 : 1;

    internal void Fail(string failure) => Failure ??= failure;
}
