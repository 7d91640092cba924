using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary><c>/pair invite</c> asks somebody one knows already.</summary>
internal sealed class InvitePartnerCommand(PairAsking asking) : ICommand
{
    private const string Person = "person";

    public static CommandSpec Spec { get; } = new("pair", "invite", "Ask somebody to be a pair with you")
    {
        Options = [Option.User(Person, "Whom you want to build and learn with")],
        Visibility = Visibility.Private,
        Example = "/pair invite person:@Bo",
        Details = "They get a direct message and have three days to answer; you can take it back until then. Three invitations can be open at once, and nobody is asked twice within two weeks. "
            + "When you have asked each other, you are a pair at once.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => call.UserOption(Person) switch
    {
        { Bot: true } => PairAskViews.IsBot(),
        { } person when call.MemberOption(Person) is not null => await asking.InviteAsync(call, person.Id, ct),
        _ => PairAskViews.NotHere(call.IdOf(Person) ?? default),
    };
}

/// <summary>Invite, under somebody who fits.</summary>
internal sealed class InvitePartnerButton(PairAsking asking) : IButton
{
    public static ControlSpec Spec { get; } = new("pairs", "invite");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.ArgumentId is { } person ? await asking.InviteAsync(call, person, ct) : PairAskViews.Gone();
}
