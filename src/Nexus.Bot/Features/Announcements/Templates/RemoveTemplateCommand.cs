using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary><c>/announce template remove</c> shows a template and asks once before it goes.</summary>
internal sealed class RemoveTemplateCommand(TemplateBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "template remove", "Remove a template")
    {
        Options = [TemplateViews.WhichOption],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce template remove template:Stand-up",
        Details = "Announcements that were made from it stay.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        await book.NamedAsync(call.Guild, call.Text("template"), ct) is { } template
            ? TemplateViews.ReallyRemove(template)
            : TemplateViews.WhichOne(call.Text("template"), await book.AllAsync(call.Guild, ct));
}
