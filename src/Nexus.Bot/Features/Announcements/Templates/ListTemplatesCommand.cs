using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary><c>/announce template list</c> shows the templates with their blanks.</summary>
internal sealed class ListTemplatesCommand(TemplateBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "template list", "See the templates and what they ask for")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce template list",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => TemplateViews.List(await book.AllAsync(call.Guild, ct));
}
