using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary><c>/announce template add</c> opens the form for a new template.</summary>
internal sealed class AddTemplateCommand(TemplateBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "template add", "Save words for announcements that come again and again")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce template add",
        Details = "Write `{speaker}` or any other name in braces where something is to be filled in. "
            + "`/announce schedule` with `template` asks for it each time. Braces inside `code` stay as they are.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        (await book.AllAsync(call.Guild, ct)).Count >= TemplateBook.Most ? TemplateViews.TooMany() : TemplateViews.NewForm();
}
