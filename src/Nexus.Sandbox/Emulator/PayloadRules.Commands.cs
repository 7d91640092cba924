using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nexus.Sandbox.Emulator;

/// <summary>Application commands: one, and the whole set of a bulk overwrite.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/application-commands</remarks>
internal static partial class PayloadRules
{
    public const int ChatCommandsMax = 100;
    public const int UserCommandsMax = 15;
    public const int MessageCommandsMax = 15;

    private const int ChatInput = 1, SubCommand = 1, SubCommandGroup = 2, StringOption = 3, IntegerOption = 4, ChannelOption = 7, NumberOption = 10, AttachmentOption = 11;
    private const long SafeInteger = 9007199254740991;

    private static readonly string[] Locales =
        ["id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko"];

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommandName();

    /// <summary>POST of one command; <paramref name="partial"/> for PATCH, where every field may be absent.</summary>
    public static DiscordError? Command(JsonElement body, bool global, bool partial = false)
    {
        var form = new PayloadForm();
        if (form.IsObject(body))
        {
            Command(form, body, global, partial);
        }

        return form.Error;
    }

    /// <summary>PUT of all commands of one scope.</summary>
    public static DiscordError? Commands(JsonElement body, bool global)
    {
        var form = new PayloadForm();
        if (body.ValueKind != JsonValueKind.Array)
        {
            form.Fail("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return form.Error;
        }

        Span<int> counts = stackalloc int[5];
        var names = new HashSet<(long Type, string Name)>();
        var index = 0;
        foreach (var command in body.EnumerateArray())
        {
            using (form.In(index++))
            {
                if (!form.IsObject(command))
                {
                    continue;
                }

                Command(form, command, global, partial: false);
                var type = TypeOf(command, ChatInput);
                if (type is >= 1 and <= 4)
                {
                    counts[(int)type]++;
                }

                if (PayloadForm.Has(command, "name"u8, out var name) && name.ValueKind == JsonValueKind.String && PayloadForm.ReadText(name) is { } text && !names.Add((type, text)))
                {
                    form.Fail("APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
                }
            }
        }

        if (form.Error is { } error)
        {
            return error;
        }

        return counts[1] > ChatCommandsMax ? DiscordError.TooManyCommands(ChatCommandsMax)
            : counts[2] > UserCommandsMax ? DiscordError.TooManyCommands(UserCommandsMax)
            : counts[3] > MessageCommandsMax ? DiscordError.TooManyCommands(MessageCommandsMax)
            : counts[4] > 1 ? DiscordError.TooManyCommands(1)
            : null;
    }

    private static long TypeOf(JsonElement body, long fallback) =>
        PayloadForm.Has(body, "type"u8, out var value) && PayloadForm.TryWhole(value, out var type) ? type : fallback;

    private static void Command(PayloadForm form, JsonElement body, bool global, bool partial)
    {
        var type = form.Choice(body, "type", [1, 2, 3, 4]) ?? ChatInput;
        var size = 0;
        if (type == ChatInput)
        {
            size += Name(form, body, required: !partial);
            size += Described(form, body, required: !partial);
            if (form.List(body, "options", 0, 25, out var options))
            {
                using (form.In("options"))
                {
                    size += CommandOptions(form, options, depth: 0);
                }
            }
        }
        else
        {
            form.Text(body, "name", 1, 32, required: !partial);
            Localized(form, body, "name_localizations", 32, isName: false);
            if (type != 4 && PayloadForm.Has(body, "description"u8, out var description) && !(description.ValueKind == JsonValueKind.String && description.ValueEquals(ReadOnlySpan<byte>.Empty)))
            {
                form.Fail("description", "APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menu commands cannot have description");
            }

            if (PayloadForm.Has(body, "options"u8, out var options) && options.ValueKind == JsonValueKind.Array && options.GetArrayLength() > 0)
            {
                form.Fail("options", "APPLICATION_COMMAND_INVALID_OPTIONS", "Context menu commands cannot have options");
            }
        }

        form.Flag(body, "nsfw");
        form.Flag(body, "dm_permission");
        if (form.Text(body, "default_member_permissions") is { } permissions && !ulong.TryParse(permissions, out _))
        {
            form.Fail("default_member_permissions", "PERMISSIONS_TYPE_CONVERT", "Could not interpret the value as permissions.");
        }

        if (!global)
        {
            // Discord ignores these on guild commands; a definition that relies on them there is a mistake worth seeing.
            form.List(body, "contexts", 0, 3, out _);
        }
        else if (form.List(body, "contexts", 1, 3, out var contexts))
        {
            SmallNumbers(form, contexts, "contexts", 2);
        }

        if (form.List(body, "integration_types", 1, 2, out var types))
        {
            SmallNumbers(form, types, "integration_types", 1);
        }

        if (size > 8000)
        {
            form.Fail("APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        }
    }

    private static void SmallNumbers(PayloadForm form, JsonElement list, string field, long max)
    {
        using (form.In(field))
        {
            var index = 0;
            foreach (var item in list.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (!PayloadForm.TryWhole(item, out var number) || number < 0 || number > max)
                    {
                        form.Fail("BASE_TYPE_CHOICES", $"Value must be between 0 and {max}.");
                    }
                }
            }
        }
    }

    private static int Name(PayloadForm form, JsonElement body, bool required)
    {
        if (form.Text(body, "name", 1, 32, required) is not { } name)
        {
            return 0;
        }

        if (name.Length is >= 1 and <= 32 && !IsCommandName(name))
        {
            form.Fail("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }

        return Math.Max(name.Length, Localized(form, body, "name_localizations", 32, isName: true));
    }

    private static bool IsCommandName(string name) => CommandName().IsMatch(name) && name.ToLowerInvariant() == name;

    private static int Described(PayloadForm form, JsonElement body, bool required) =>
        Math.Max(form.Text(body, "description", 1, 100, required)?.Length ?? 0, Localized(form, body, "description_localizations", 100, isName: false));

    /// <summary>Checks a map of locale to text and returns the longest text's length, which is what counts for the size.</summary>
    private static int Localized(PayloadForm form, JsonElement body, string field, int max, bool isName)
    {
        if (!form.Object(body, field, out var map))
        {
            return 0;
        }

        var longest = 0;
        using (form.In(field))
        {
            foreach (var entry in map.EnumerateObject())
            {
                if (!Locales.Contains(entry.Name))
                {
                    form.Fail(entry.Name, "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", Locales)}).");
                }
                else if (form.Text(map, entry.Name, 1, max) is { } text)
                {
                    longest = Math.Max(longest, text.Length);
                    if (isName && text.Length is >= 1 and <= 32 && !IsCommandName(text))
                    {
                        form.Fail(entry.Name, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
                    }
                }
            }
        }

        return longest;
    }
}
