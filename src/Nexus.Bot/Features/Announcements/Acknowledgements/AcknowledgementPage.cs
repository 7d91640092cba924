using System.Globalization;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Which part of the list of one post: <c>12/missing/0</c>.</summary>
/// <param name="ShowsPressed">Those who pressed "Got it" rather than those who did not.</param>
internal sealed record AcknowledgementPage(long DeliveryId, bool ShowsPressed = false, int Number = 0)
{
    private const string Pressed = "pressed";
    private const string Missing = "missing";

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{DeliveryId}/{(ShowsPressed ? Pressed : Missing)}/{Number}");

    /// <summary>Anything may stand behind the number of the page; null when it is no page.</summary>
    public static AcknowledgementPage? Read(string text) =>
        text.Split('/') is [var id, Pressed or Missing, var number, ..]
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var delivery)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? new AcknowledgementPage(delivery, text.Split('/')[1] == Pressed, page)
            : null;
}
