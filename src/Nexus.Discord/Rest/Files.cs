using Nexus.Discord.Model;

namespace Nexus.Discord.Rest;

/// <summary>
/// Names the files of a request in its <c>attachments</c>, each by its index.
/// See <see href="https://discord.com/developers/docs/reference#uploading-files"/>.
/// </summary>
internal static class Files
{
    public static MessageCreate Numbered(MessageCreate message) =>
        message is { Attachments: null, Files: { Count: > 0 } files }
            ? message with { Attachments = [.. files.Select(Reference)] }
            : message;

    public static InteractionResponse Numbered(InteractionResponse response) =>
        response is { Type: InteractionCallbackType.ChannelMessageWithSource, Data: MessageCreate { Attachments: null, Files.Count: > 0 } message }
            ? InteractionResponse.Message(Numbered(message))
            : response;

    public static IReadOnlyList<FileUpload>? Of(InteractionResponse response) => response.Data switch
    {
        MessageCreate message => message.Files,
        MessageEdit edit => edit.Files,
        _ => null,
    };

    /// <summary>False when every repeat would add the files once more.</summary>
    public static bool Repeat(MessageEdit edit) => edit.Files is not { Count: > 0 } || edit.Attachments.HasValue;

    private static AttachmentReference Reference(FileUpload file, int index) => new()
    {
        Id = new Snowflake((ulong)index),
        Filename = file.FileName,
        Description = file.Description,
        IsSpoiler = file.IsSpoiler ? true : null,
    };
}
