using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Support;

/// <summary>Everything a person would read in an answer, top to bottom, one line per part; buttons as <c>[label]</c>.</summary>
internal static class ReplyText
{
    public static string Of(Reply reply) => reply.Kind == ReplyKind.Form
        ? Join([reply.Modal!.Title, .. reply.Modal.Components.Select(Of)])
        : Join([reply.Text, .. reply.Components.Select(Of), reply.Next is { } next ? Of(next) : null]);

    public static string Of(Component component) => component switch
    {
        TextDisplay text => text.Content,
        Button { Url: { } url } link => $"[{link.Label}]({url})",
        Button button => $"[{button.Label}]",
        StringSelect select => $"[{select.Placeholder}: {string.Join(" | ", select.Options.Select(option => option.Label))}]",
        Select select => $"[{select.Placeholder}]",
        ActionRow row => string.Join(' ', row.Components.Select(Of)),
        Container container => Join(container.Components.Select(Of)),
        Section section => Join([.. section.Components.Select(Of), Of(section.Accessory)]),
        Label label => $"{label.Text}: {Of(label.Component)}",
        TextInput input => input.Value ?? $"(up to {input.MaxLength} characters)",
        _ => "",
    };

    /// <summary>The custom id of the button with this label.</summary>
    public static string ButtonId(Reply reply, string label) =>
        AllOf(reply.Components).OfType<Button>().SingleOrDefault(button => button.Label == label)?.CustomId
        ?? throw new Xunit.Sdk.XunitException($"There is no button '{label}' in:\n{Of(reply)}");

    public static IEnumerable<Component> AllOf(IEnumerable<Component> components) => components.SelectMany(component => component switch
    {
        ActionRow row => [row, .. AllOf(row.Components)],
        Container container => [container, .. AllOf(container.Components)],
        Section section => [section, .. AllOf(section.Components), section.Accessory],
        Label label => [label, .. AllOf([label.Component])],
        _ => (IEnumerable<Component>)[component],
    });

    private static string Join(IEnumerable<string?> parts) => string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)));
}
