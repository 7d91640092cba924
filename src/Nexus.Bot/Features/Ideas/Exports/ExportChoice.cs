using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Features.Ideas.Exports;

/// <summary>Which tool shall read it.</summary>
internal enum ExportFormat
{
    Trello,
    Notion,
    Excel,
    Markdown,
}

/// <summary>What somebody wants to have.</summary>
/// <param name="Format">Null for all.</param>
/// <param name="Status">Null for any.</param>
/// <param name="Tag">Any when empty.</param>
internal sealed record ExportChoice(ExportFormat? Format, IdeaStatus? Status, string Tag)
{
    public static ExportChoice Parse(string text) => text.Split('/') is [var format, var status, var tag]
        ? new ExportChoice(Enum.TryParse<ExportFormat>(format, out var tool) ? tool : null, Enum.TryParse<IdeaStatus>(status, out var only) ? only : null, tag)
        : new ExportChoice(null, null, "");

    public override string ToString() => $"{Format}/{Status}/{Tag}";
}
