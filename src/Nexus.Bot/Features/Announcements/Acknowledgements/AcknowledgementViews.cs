using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>What people read about who has seen an announcement.</summary>
internal static class AcknowledgementViews
{
    private const string Pressed = "Got it";

    /// <summary>Under a post, with how many pressed it.</summary>
    public static Button Button(long deliveryId, int pressed) => Control.Button(
        pressed == 0 ? Pressed : string.Create(CultureInfo.InvariantCulture, $"{Pressed} · {pressed}"),
        AcknowledgeButton.Spec.For(deliveryId),
        ButtonStyle.Success);

    /// <summary>As it looks in a preview, where nobody can press it.</summary>
    public static Button ButtonToCome() => Control.Button(Pressed, AcknowledgeButton.Spec.For(), ButtonStyle.Success, disabled: true);

    public static Reply Noted() => Reply.Private("👍 Noted, thank you.");

    public static Reply AlreadyNoted(Acknowledgement earlier) =>
        Reply.Private($"👍 You already did, {Md.Time(earlier.At, 'R')}. Nothing more to do.");

    public static Reply Gone() => Reply.Private("That announcement no longer exists, so there is nothing to confirm.");
}
