using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Exports;

/// <summary>Ideas as files for other tools.</summary>
internal static class ExportsSlice
{
    public static void Declare(SliceBuilder slice) => slice.Command<ExportIdeasCommand>().FollowUp<WriteExport>();
}
