using System.Text;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Help;

internal static class HelpViews
{
    private const int MaxText = 3500;
    private const int MostOfCommands = 3000;
    private const int MaxInList = 25;

    public static Reply Overview(IReadOnlyList<CommandSpec> usable, IReadOnlyList<ContextSpec> contexts, bool isChange = false)
    {
        var text = new StringBuilder("### What you can do here\n");
        var each = usable.GroupBy(spec => spec.Noun, StringComparer.Ordinal).SelectMany(noun => noun).Select(spec => $"`/{spec.Path}` {spec.Summary}{Badge(spec)}\n").ToList();
        if (each.Sum(line => line.Length) <= MostOfCommands)
        {
            text.AppendJoin("", each);
        }
        else
        {
            // All of them by name tell more than some with what they do.
            foreach (var noun in usable.GroupBy(spec => (spec.Noun, spec.Audience)).OrderBy(group => group.Key.Audience).ThenBy(group => group.Key.Noun, StringComparer.Ordinal))
            {
                text.Append($"{string.Join(" · ", noun.Select(spec => $"`/{spec.Path}`"))}{Badge(noun.First())}\n");
            }
        }

        var onMessages = contexts.Where(spec => spec.Target == ApplicationCommandType.Message && spec.Audience == Audience.Everyone).ToList();
        if (onMessages.Count > 0)
        {
            text.Append("\n**On a message** (right-click or long-press → Apps)\n");
            foreach (var spec in onMessages)
            {
                text.Append($"*{spec.Name}*{(spec.Summary.Length > 0 ? " · " + spec.Summary : "")}\n");
            }
        }

        text.Append(usable.Count > MaxInList ? "-# `/help command:` has the details of each." : "-# Choose a command below for its details.");
        return Card(text.ToString(), usable, isChange);
    }

    public static Reply Details(CommandSpec spec, IReadOnlyList<CommandSpec> usable, bool isChange = false)
    {
        var text = new StringBuilder($"### /{spec.Path}\n{spec.Summary}.\n");
        if (spec.Details is { } details)
        {
            text.Append($"\n{details}\n");
        }

        foreach (var option in spec.Options)
        {
            text.Append($"\n- **{option.Name}**{(option.Required ? "" : " (optional)")}: {option.Description}{Limit(option)}");
        }

        if (spec.Example is { } example)
        {
            text.Append($"\n\nFor example: {Md.Code(example)}");
        }

        text.Append($"\n-# {Who(spec.Audience)} · {Where(spec.Places)} · {Seen(spec.Visibility)}");
        return Card(text.ToString(), usable, isChange);
    }

    public static Reply NoSuchCommand(string typed, IReadOnlyList<CommandSpec> like, IReadOnlyList<CommandSpec> usable)
    {
        var suggestion = like.Count == 0 ? "" : " Did you mean " + string.Join(" or ", like.Take(3).Select(spec => $"`/{spec.Path}`")) + "?";
        return Card($"There is no command {Md.Code(Md.Cut(typed, 60))} that you can use here.{suggestion}", usable, isChange: false);
    }

    private static Reply Card(string text, IReadOnlyList<CommandSpec> usable, bool isChange)
    {
        List<Component> parts = [new TextDisplay(Md.Cut(text, MaxText))];
        if (usable.Count > 0)
        {
            parts.Add(Control.Row(new StringSelect
            {
                CustomId = ShowCommandSelect.Spec.For(),
                Placeholder = "Details of…",
                Options = [.. usable.Take(MaxInList).Select(spec => new SelectOption(Md.Cut("/" + spec.Path, 100), spec.Path, Md.Cut(spec.Summary, 100)))],
            }));
        }

        return isChange ? Reply.ChangeCard(parts) : Reply.PrivateCard(parts);
    }

    private static string Badge(CommandSpec spec) => spec.Audience switch
    {
        Audience.Mentors => " *(mentors)*",
        Audience.Admins => " *(admins)*",
        Audience.Everyone => "",
    };

    private static string Limit(Option option) => option.MaxLength is { } max
        ? $"{(option.Description is [.., '.' or '?' or '!'] ? "" : ".")} At most {max} characters."
        : "";

    private static string Who(Audience audience) => audience switch
    {
        Audience.Everyone => "for everyone",
        Audience.Mentors => "for mentors and admins",
        Audience.Admins => "for admins (Manage Server)",
    };

    private static string Where(Places places) => places switch
    {
        Places.Server => "in servers",
        Places.DirectMessage => "in direct messages",
        _ => "in servers and direct messages",
    };

    private static string Seen(Visibility visibility) => visibility switch
    {
        Visibility.Public => "the answer is public",
        Visibility.Private => "only you see the answer",
        Visibility.PublicUnlessAsked => "the answer is public unless you ask for a private one",
    };
}
