using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Options and choices of chat commands, one level of group and subcommand deep.</summary>
internal static partial class PayloadRules
{
    /// <summary>Checks a list of options and returns the characters that count towards a command's 8000.</summary>
    private static int CommandOptions(PayloadForm form, JsonElement options, int depth)
    {
        var size = 0;
        var index = 0;
        var sawOptional = false;
        int nested = 0, plain = 0;
        var names = new HashSet<string>();
        foreach (var option in options.EnumerateArray())
        {
            using (form.In(index++))
            {
                if (!form.IsObject(option))
                {
                    continue;
                }

                var type = form.Choice(option, "type", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], required: true);
                size += Name(form, option, required: true) + Described(form, option, required: true);
                if (PayloadForm.Has(option, "name"u8, out var name) && name.ValueKind == JsonValueKind.String && PayloadForm.ReadText(name) is { } text && !names.Add(text))
                {
                    form.Fail("APPLICATION_COMMAND_OPTIONS_NAME_INVALID", $"Option name {text} is already used in these options");
                }

                if (type is SubCommand or SubCommandGroup)
                {
                    nested++;
                    size += Nested(form, option, (int)type, depth);
                }
                else if (type is { } valueType)
                {
                    plain++;
                    var required = form.Flag(option, "required") ?? false;
                    if (required && sawOptional)
                    {
                        form.Fail("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
                    }

                    sawOptional |= !required;
                    size += ValueOption(form, option, (int)valueType);
                }
            }
        }

        if (nested > 0 && plain > 0)
        {
            form.Fail("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }

        return size;
    }

    private static int Nested(PayloadForm form, JsonElement option, int type, int depth)
    {
        // A command holds groups and subcommands, a group holds subcommands, a subcommand holds neither.
        if (depth == 2 || (depth == 1 && type == SubCommandGroup))
        {
            form.Fail("type", "UNION_TYPE_CHOICES", depth == 2 ? "Value of field \"type\" must be one of (3, 4, 5, 6, 7, 8, 9, 10, 11)." : "Value of field \"type\" must be one of (1,).");
            return 0;
        }

        if (!form.List(option, "options", type == SubCommandGroup ? 1 : 0, 25, out var children, required: type == SubCommandGroup))
        {
            return 0;
        }

        using (form.In("options"))
        {
            if (type == SubCommandGroup)
            {
                var index = 0;
                foreach (var child in children.EnumerateArray())
                {
                    using (form.In(index++))
                    {
                        if (child.ValueKind == JsonValueKind.Object && TypeOf(child, SubCommand) != SubCommand)
                        {
                            form.Fail("type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
                        }
                    }
                }
            }

            return CommandOptions(form, children, type == SubCommandGroup ? 1 : 2);
        }
    }

    private static int ValueOption(PayloadForm form, JsonElement option, int type)
    {
        var isNumber = type is IntegerOption or NumberOption;
        OnlyFor(form, option, "min_length", type == StringOption);
        OnlyFor(form, option, "max_length", type == StringOption);
        OnlyFor(form, option, "min_value", isNumber);
        OnlyFor(form, option, "max_value", isNumber);
        OnlyFor(form, option, "channel_types", type == ChannelOption);
        if (type == StringOption)
        {
            form.Whole(option, "min_length", 0, 6000);
            form.Whole(option, "max_length", 1, 6000);
        }
        else if (isNumber)
        {
            Bound(form, option, "min_value", type);
            Bound(form, option, "max_value", type);
        }
        else if (type == ChannelOption)
        {
            ChannelTypes(form, option);
        }
        else if (type == AttachmentOption)
        {
            FileTypes(form, option);
        }

        var autocomplete = form.Flag(option, "autocomplete") ?? false;
        if (autocomplete && !(type == StringOption || isNumber))
        {
            form.Fail("autocomplete", "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID", "Autocomplete is only for string, integer and number options");
        }

        if (!form.List(option, "choices", 0, ChoicesMax, out var choices) || choices.GetArrayLength() == 0)
        {
            return 0;
        }

        if (autocomplete)
        {
            form.Fail("choices", "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID", "Autocomplete cannot be used with choices");
        }

        if (!(type == StringOption || isNumber))
        {
            form.Fail("choices", "APPLICATION_COMMAND_OPTION_CHOICES_INVALID", "Choices are only for string, integer and number options");
            return 0;
        }

        return OptionChoices(form, choices, type);
    }

    private static int OptionChoices(PayloadForm form, JsonElement choices, int type)
    {
        var size = 0;
        var index = 0;
        var names = new HashSet<string>();
        using (form.In("choices"))
        {
            foreach (var choice in choices.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (!form.IsObject(choice))
                    {
                        continue;
                    }

                    size += Choice(form, choice, type);
                    if (PayloadForm.Has(choice, "name"u8, out var name) && name.ValueKind == JsonValueKind.String && PayloadForm.ReadText(name) is { } text && !names.Add(text))
                    {
                        form.Fail("APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Choice name already exists for this option");
                    }
                }
            }
        }

        return size;
    }

    /// <summary>One choice, of an option (whose type its value must have) or of an autocomplete answer.</summary>
    private static int Choice(PayloadForm form, JsonElement choice, int? optionType)
    {
        var size = Math.Max(form.Text(choice, "name", 1, 100, required: true)?.Length ?? 0, Localized(form, choice, "name_localizations", 100, isName: false));
        if (!PayloadForm.Has(choice, "value"u8, out var value))
        {
            form.Missing("value");
            return size;
        }

        var isText = value.ValueKind == JsonValueKind.String;
        var fits = optionType switch
        {
            StringOption => isText,
            IntegerOption => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var n) && n is >= -SafeInteger and <= SafeInteger,
            NumberOption => value.ValueKind == JsonValueKind.Number,
            _ => isText || value.ValueKind == JsonValueKind.Number,
        };
        if (!fits)
        {
            form.Fail("value", "APPLICATION_COMMAND_OPTION_CHOICES_VALUE_INVALID", "The value does not have the type of the option");
        }
        else if (isText)
        {
            size += form.Text(choice, "value", optionType is null ? 0 : 1, 100, required: true)?.Length ?? 0;
        }

        return size;
    }

    private static void OnlyFor(PayloadForm form, JsonElement option, string field, bool fits)
    {
        if (!fits && option.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            form.Fail(field, "APPLICATION_COMMAND_OPTION_FIELD_INVALID", $"{field} does not apply to this option type");
        }
    }

    private static void Bound(PayloadForm form, JsonElement option, string field, int type)
    {
        if (!option.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        var fits = value.ValueKind == JsonValueKind.Number
            && (type == IntegerOption ? value.TryGetInt64(out var n) && n is >= -SafeInteger and <= SafeInteger : value.TryGetDouble(out var d) && Math.Abs(d) <= SafeInteger);
        if (!fits)
        {
            form.Fail(field, "NUMBER_TYPE_COERCE", "Value is not a number in the range of this option type.");
        }
    }
}
