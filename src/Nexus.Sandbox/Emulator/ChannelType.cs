namespace Nexus.Sandbox.Emulator;

/// <summary>https://discord.com/developers/docs/resources/channel#channel-object-channel-types</summary>
internal enum ChannelType
{
    Text = 0,
    DirectMessage = 1,
    Voice = 2,
    GroupDirectMessage = 3,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
    Media = 16,
}
