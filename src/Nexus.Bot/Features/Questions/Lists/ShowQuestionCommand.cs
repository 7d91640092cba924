using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary><c>/questions show</c> shows one question, with what can be done with it.</summary>
internal sealed class ShowQuestionCommand(NexusDb db, QuestionNames names, QuestionCards cards) : ICommand
{
    private const string Named = "question";

    public static CommandSpec Spec { get; } = new("questions", "show", "Look at one question, its answers and what can be done")
    {
        Options = [QuestionNames.Option(Named, "Its number, its title or a link to it")],
        Visibility = Visibility.Private,
        Example = "/questions show question:12",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var found = await names.FindAsync(call.Guild, call.Text(Named), ct);
        return found.Meant is { } question ? ShowViews.Shown(question, await cards.OfAsync(db, question, ct)) : ShowViews.WhichOne(call.Text(Named), found.Near);
    }
}

/// <summary>"Open…" under a list of questions.</summary>
internal sealed class OpenQuestionSelect(NexusDb db, QuestionCards cards) : ISelect
{
    public static ControlSpec Spec { get; } = new("questions", "open");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return QuestionListViews.OnlyInAServer();
        }

        return call.Values is [var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await QuestionLife.FindAsync(db, guild, id, ct) is { } question
            ? ShowViews.Shown(question, await cards.OfAsync(db, question, ct))
            : ShowViews.Gone();
    }
}
