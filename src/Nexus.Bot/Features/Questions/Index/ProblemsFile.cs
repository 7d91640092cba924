using Microsoft.Extensions.Logging;
using Nexus.Bot.Search;

namespace Nexus.Bot.Features.Questions.Index;

/// <summary>The known problems that ship beside the program, read when they are first needed.</summary>
internal sealed class ProblemsFile(ILogger<ProblemsFile> log)
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "Content", "problems.txt");

    private readonly Lock _gate = new();
    private KnownProblems? _known;

    /// <summary>None when the file is missing or broken: questions are compared by their words alone then.</summary>
    public KnownProblems Known
    {
        get
        {
            lock (_gate)
            {
                return _known ??= Read(Shipped);
            }
        }
    }

    internal KnownProblems Read(string path)
    {
        try
        {
            return KnownProblems.Parse(File.ReadLines(path));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or FormatException)
        {
            log.LogError(wrong, "The known problems at {Path} cannot be read; questions are compared without them", path);
            return KnownProblems.None;
        }
    }
}
