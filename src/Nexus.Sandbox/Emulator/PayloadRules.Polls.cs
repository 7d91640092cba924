using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Polls.</summary>
/// <remarks>https://discord.com/developers/docs/resources/poll</remarks>
internal static partial class PayloadRules
{
    private static void Poll(PayloadForm form, JsonElement poll)
    {
        if (form.Object(poll, "question", out var question, required: true))
        {
            using (form.In("question"))
            {
                form.Text(question, "text", 1, 300, required: true);
            }
        }

        form.Whole(poll, "duration", 1, 768);
        form.Flag(poll, "allow_multiselect");
        form.Choice(poll, "layout_type", [1]);
        if (!form.List(poll, "answers", 1, 10, out var answers, required: true))
        {
            return;
        }

        using (form.In("answers"))
        {
            var index = 0;
            foreach (var answer in answers.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (form.IsObject(answer) && form.Object(answer, "poll_media", out var media, required: true))
                    {
                        using (form.In("poll_media"))
                        {
                            form.Text(media, "text", 1, 55, required: !PayloadForm.Has(media, "emoji"u8, out _));
                            Emoji(form, media);
                        }
                    }
                }
            }
        }
    }
}
