using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Support;

/// <summary>Somebody on the test server.</summary>
internal sealed record TestPerson(ulong Number, string Name, Permissions Permissions = Permissions.ViewChannel | Permissions.SendMessages, params ulong[] Roles)
{
    public const ulong MentorRole = 900;

    public static TestPerson Ada { get; } = new(101, "ada");

    public static TestPerson Bo { get; } = new(102, "bo");

    /// <summary>Has the mentor role; the server must be configured to know it (<see cref="SliceWorld.ConfigureAsync"/>).</summary>
    public static TestPerson Mentor { get; } = new(201, "mia", Permissions.SendMessages, MentorRole);

    public static TestPerson Admin { get; } = new(301, "root", Permissions.ManageGuild | Permissions.SendMessages);

    public Snowflake Id => new(Number);

    public bool IsBot { get; init; }

    /// <summary>False for somebody who has left the server.</summary>
    public bool IsOnServer { get; init; } = true;
}
