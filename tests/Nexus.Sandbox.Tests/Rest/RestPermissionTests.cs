using Nexus.Sandbox.Emulator;
using static Nexus.Sandbox.Emulator.Permission;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestPermissionTests
{
    private const ulong Guild = 1, Ada = 10, Mentor = 20, Backend = 21;

    public static TheoryData<string, string, string> Overwrites() => new()
    {
        { "", "ViewChannel, SendMessages", "ViewChannel, SendMessages" },
        { "everyone -view", "ViewChannel, SendMessages", "SendMessages" },
        { "everyone -view; mentor +view", "ViewChannel", "ViewChannel" },
        { "mentor -send; backend +send", "ViewChannel, SendMessages", "ViewChannel, SendMessages" },
        { "everyone +send; mentor -send", "ViewChannel", "ViewChannel" },
        { "mentor +send; ada -send", "ViewChannel", "ViewChannel" },
        { "mentor -view; ada +view", "ViewChannel", "ViewChannel" },
        { "other +view", "None", "None" },
        { "everyone -view", "All", "All" },
    };

    [Theory, MemberData(nameof(Overwrites))]
    public void Overwrites_apply_to_everyone_then_roles_together_then_the_member(string overwrites, string inGuild, string expected) =>
        Assert.Equal(Enum.Parse<Permission>(expected), Permissions.WithOverwrites(Enum.Parse<Permission>(inGuild), Guild, Ada, [Mentor, Backend], [.. Parse(overwrites)]));

    [Fact]
    public void The_owner_and_administrators_may_do_everything()
    {
        Assert.Equal(All, Permissions.InGuild(owner: true, None, []));
        Assert.Equal(All, Permissions.InGuild(owner: false, None, [SendMessages, Administrator]));
        Assert.Equal(ViewChannel | SendMessages, Permissions.InGuild(owner: false, ViewChannel, [SendMessages]));
    }

    public static TheoryData<string, bool, bool, string> Implications() => new()
    {
        { "SendMessages, AddReactions", false, false, "None" },
        { "ViewChannel, EmbedLinks, AddReactions", false, false, "ViewChannel, AddReactions" },
        { "ViewChannel, SendMessages, EmbedLinks", false, false, "ViewChannel, SendMessages, EmbedLinks" },
        { "ViewChannel, SendMessages, EmbedLinks", true, false, "ViewChannel, SendMessages" },
        { "ViewChannel, SendMessagesInThreads, EmbedLinks", true, false, "ViewChannel, SendMessagesInThreads, EmbedLinks" },
        { "ViewChannel, SendMessages, ReadMessageHistory", false, true, "ViewChannel, ReadMessageHistory" },
        { "All", true, true, "All" },
    };

    [Theory, MemberData(nameof(Implications))]
    public void A_missing_permission_takes_others_with_it(string granted, bool thread, bool timedOut, string expected) =>
        Assert.Equal(Enum.Parse<Permission>(expected), Permissions.Implied(Enum.Parse<Permission>(granted), thread, timedOut));

    private static IEnumerable<PermissionOverwrite> Parse(string text)
    {
        foreach (var entry in text.Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (who, what) = (entry.Split(' ')[0], entry.Split(' ')[1]);
            var bit = what.EndsWith("view") ? ViewChannel : SendMessages;
            var id = who switch { "everyone" => Guild, "mentor" => Mentor, "backend" => Backend, "ada" => Ada, _ => 99ul };
            yield return new PermissionOverwrite(id, who == "ada", what[0] == '+' ? bit : None, what[0] == '-' ? bit : None);
        }
    }
}
