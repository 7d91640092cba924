namespace Nexus.Sandbox.Emulator;

internal sealed partial class World
{
    /// <summary>Adds a person to the server and sends GUILD_MEMBER_ADD.</summary>
    public Member Join(User user, IEnumerable<ulong> roles)
    {
        lock (Gate)
        {
            AddUser(user);
            if (Guild.Member(user.Id) is { } already)
            {
                return already;
            }

            var member = new Member(user, Now);
            member.Roles.AddRange(roles);
            Guild.Members.Add(user.Id, member);
            DispatchMember("GUILD_MEMBER_ADD", member);
            return member;
        }
    }

    /// <summary>Takes a person out of the server and sends GUILD_MEMBER_REMOVE.</summary>
    public void Leave(User user)
    {
        lock (Gate)
        {
            if (!Guild.Members.Remove(user.Id))
            {
                return;
            }

            Dispatch("GUILD_MEMBER_REMOVE", Intents.GuildMembers, json =>
            {
                json.WriteStartObject();
                json.WriteId("guild_id", Guild.Id);
                json.WriteValue("user", user);
                json.WriteEndObject();
            });
        }
    }
}
