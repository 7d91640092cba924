using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Select menus, in messages and in modals.</summary>
internal static partial class PayloadRules
{
    private static void Select(PayloadForm form, JsonElement select, int type, Tally tally, bool inModal)
    {
        CustomId(form, select, tally);
        form.Text(select, "placeholder", 0, 150);
        var min = form.Whole(select, "min_values", 0, 25);
        var max = form.Whole(select, "max_values", 1, 25);
        if (min > (max ?? 1))
        {
            form.Fail("min_values", "BASE_TYPE_CHOICES", "min_values cannot be greater than max_values");
        }

        if (inModal)
        {
            Required(form, select, "min_values", min);
            if (form.Flag(select, "disabled") == true)
            {
                form.Fail("disabled", "COMPONENT_DISABLED_IN_MODAL", "Select menus cannot be disabled in a modal");
            }
        }
        else
        {
            form.Flag(select, "disabled");
        }

        switch (type)
        {
            case StringSelect:
                var count = Options(form, select, 1, 25, 100, max ?? 1);
                if (count >= 0 && count < max)
                {
                    form.Fail("options", "BASE_TYPE_MIN_LENGTH", $"Must be {max} or more in length.");
                }

                break;
            case ChannelSelect:
                ChannelTypes(form, select);
                DefaultValues(form, select, ["channel"], max ?? 1);
                break;
            case UserSelect:
                DefaultValues(form, select, ["user"], max ?? 1);
                break;
            case RoleSelect:
                DefaultValues(form, select, ["role"], max ?? 1);
                break;
            default:
                DefaultValues(form, select, ["user", "role"], max ?? 1);
                break;
        }
    }

    /// <summary>In a modal <c>required</c> is true unless said otherwise, and then a minimum of 0 contradicts it.</summary>
    private static void Required(PayloadForm form, JsonElement component, string minField, long? min)
    {
        var required = form.Flag(component, "required") ?? true;
        if (required && min == 0)
        {
            form.Fail(minField, "NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.");
        }
    }

    /// <summary>The options of a string select, radio group or checkbox group; returns how many, or -1.</summary>
    private static int Options(PayloadForm form, JsonElement holder, int min, int max, int textMax, long defaultsMax)
    {
        if (!form.List(holder, "options", min, max, out var options, required: true))
        {
            return -1;
        }

        var values = new HashSet<string>();
        var defaults = 0;
        using (form.In("options"))
        {
            var index = 0;
            foreach (var option in options.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (!form.IsObject(option))
                    {
                        continue;
                    }

                    form.Text(option, "label", 1, textMax, required: true);
                    form.Text(option, "description", 0, 100);
                    Emoji(form, option);
                    defaults += form.Flag(option, "default") == true ? 1 : 0;
                    if (form.Text(option, "value", 1, 100, required: true) is { Length: > 0 } value && !values.Add(value))
                    {
                        form.Fail("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
                    }
                }
            }

            if (defaults > defaultsMax)
            {
                form.Fail("SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", $"Only {defaultsMax} option(s) may be selected by default");
            }
        }

        return options.GetArrayLength();
    }

    private static void ChannelTypes(PayloadForm form, JsonElement holder)
    {
        if (!form.List(holder, "channel_types", 0, 20, out var types))
        {
            return;
        }

        using (form.In("channel_types"))
        {
            var index = 0;
            foreach (var type in types.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (!PayloadForm.TryWhole(type, out var number) || number is not (>= 0 and <= 5 or >= 10 and <= 16))
                    {
                        form.Fail("BASE_TYPE_CHOICES", "Value must be one of {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16}.");
                    }
                }
            }
        }
    }

    private static void DefaultValues(PayloadForm form, JsonElement select, string[] kinds, long max)
    {
        if (!form.List(select, "default_values", 0, (int)Math.Clamp(max, 1, 25), out var values))
        {
            return;
        }

        using (form.In("default_values"))
        {
            var index = 0;
            foreach (var value in values.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (form.IsObject(value))
                    {
                        form.Id(value, "id", required: true);
                        if (form.Text(value, "type", 1, required: true) is { Length: > 0 } kind && !kinds.Contains(kind))
                        {
                            form.Fail("type", "BASE_TYPE_CHOICES", $"Value must be one of ('{string.Join("', '", kinds)}').");
                        }
                    }
                }
            }
        }
    }
}
