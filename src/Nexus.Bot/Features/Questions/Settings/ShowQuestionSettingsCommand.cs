using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary><c>/questions settings</c> shows admins how this server treats its questions, and changes it.</summary>
internal sealed class ShowQuestionSettingsCommand(QuestionSettingsStore store, GuildConfigurations configurations) : ICommand
{
    public static CommandSpec Spec { get; } = new("questions", "settings", "Choose how this server treats its questions")
    {
        Audience = Audience.Admins,
        Visibility = Visibility.Private,
        Example = "/questions settings",
        Details = "When who is asked to take a question nobody has taken, the working hours in which that time counts, who is asked last, "
            + "when a claim lapses, after how many quiet days the asker is asked whether it is solved. The place for questions is chosen with `/nexus setup`.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        SettingsViews.Card(await store.OfAsync(call.Guild, ct), await configurations.OfAsync(call.Guild, ct));
}
