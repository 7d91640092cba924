using System.Collections;
using System.Globalization;
using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>Puts interaction id, server, person and command on every log line of an interaction; costs one object.</summary>
internal sealed class InteractionLogScope(Interaction interaction, string command) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 4;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("InteractionId", interaction.Id.Value),
        1 => new("GuildId", interaction.GuildId?.Value),
        2 => new("UserId", interaction.User.Id.Value),
        3 => new("Command", command),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{command} {interaction.Id}");
}
