using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Challenges;

/// <summary>The form for an error of many lines.</summary>
internal sealed class FindChallengeModal(ChallengeDesk desk) : IModal
{
    /// <summary>Argument of a form whose answer only its sender shall see.</summary>
    public const string Privately = "private";

    public static ControlSpec Spec { get; } = new("challenges", "find") { Visibility = Visibility.Public };

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) =>
        desk.AnswerAsync(call.GuildOrNull, call.Text(ChallengeViews.LogField), call.WantsPrivate || call.Argument == Privately, ct);
}
