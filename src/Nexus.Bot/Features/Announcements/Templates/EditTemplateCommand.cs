using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary><c>/announce template edit</c> opens the form with a template's words.</summary>
internal sealed class EditTemplateCommand(TemplateBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "template edit", "Change a template")
    {
        Options = [TemplateViews.WhichOption],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce template edit template:Stand-up",
        Details = "Announcements that were made from it before stay as they are.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        await book.NamedAsync(call.Guild, call.Text("template"), ct) is { } template
            ? TemplateViews.EditForm(template)
            : TemplateViews.WhichOne(call.Text("template"), await book.AllAsync(call.Guild, ct));
}
