using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests;

/// <summary>Walks everything people can use. https://discord.com/developers/docs/interactions/application-commands</summary>
public sealed partial class CatalogueTests
{
    private static readonly SliceBuilder s_slices = Declared();

    private static readonly Catalogue s_catalogue = s_slices.Build();

    [Fact]
    public void The_published_commands_are_the_approved_ones()
    {
        var file = Path.Combine(Repository.Root, "tests", "Nexus.Bot.Tests", "Approved", "commands.json");
        var body = Pretty(CommandBody.Of(s_catalogue, isGlobal: true));
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (approved != body)
        {
            File.WriteAllText(file + ".received", body);
        }

        Assert.True(approved == body, $"The commands have changed. If that was meant, replace {Path.GetFileName(file)} by the .received file beside it and bring the README's table up to date.");
    }

    [Fact]
    public void The_readme_lists_exactly_these_commands()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var table = CommandTable().Match(readme);
        Assert.True(table.Success, "README.md has no table between <!-- commands --> and <!-- /commands -->.");

        Assert.Equal(Table(s_catalogue), table.Groups[1].Value.Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Names_and_texts_keep_to_Discords_limits()
    {
        var body = CommandBody.Of(s_catalogue, isGlobal: true);
        Assert.InRange(body.Count(command => command.Type == ApplicationCommandType.ChatInput), 1, 100);
        Assert.InRange(body.Count(command => command.Type == ApplicationCommandType.Message), 0, 15);
        Assert.InRange(body.Count(command => command.Type == ApplicationCommandType.User), 0, 15);
        Assert.Equal(body.Count, body.Select(command => (command.Type, command.Name)).Distinct().Count());
        foreach (var command in body)
        {
            if (command.Type == ApplicationCommandType.ChatInput)
            {
                Assert.Matches(SlashName(), command.Name);
                Assert.InRange(command.Description.Length, 1, 100);
            }

            Assert.InRange(Characters(command.Name, command.Description, command.Options), 1, 8000);
            CheckOptions(command.Options);
        }
    }

    [Fact]
    public void Every_control_has_an_id_of_its_own_and_room_for_an_argument()
    {
        var handlers = s_slices.Registered.Select(type => (Type: type, Spec: type.GetProperty("Spec")?.GetValue(null) as ControlSpec)).Where(control => control.Spec is not null).ToList();
        Assert.All(handlers, control => Assert.InRange(control.Spec!.Key.Length, 1, 60));
        Assert.Equal(
            handlers.Count,
            handlers.Select(control => (KindOf(control.Type), control.Spec!.Key)).Distinct().Count());
    }

    [Fact]
    public void Every_noun_is_spoken_for_by_one_slice_and_every_verb_has_a_noun()
    {
        var nouns = s_catalogue.Commands.Where(spec => spec.Verb is not null).Select(spec => spec.Noun).Distinct();
        Assert.Equal(s_catalogue.Nouns.Keys.Order(StringComparer.Ordinal), nouns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_hash_of_the_commands_is_the_same_each_time_and_changes_with_any_word()
    {
        var body = CommandBody.Of(s_catalogue, isGlobal: false);
        Assert.Equal(CommandPublisher.HashOf(body), CommandPublisher.HashOf(CommandBody.Of(Declared().Build(), isGlobal: false)));
        Assert.NotEqual(CommandPublisher.HashOf(body), CommandPublisher.HashOf([body[0] with { Description = "other" }, .. body.Skip(1)]));
    }

    internal static string Table(Catalogue catalogue) => string.Join('\n', (string[])
    [
        "| Command | What it does | For |",
        "|---|---|---|",
        .. catalogue.Commands.Select(spec => $"| `/{spec.Path}` | {spec.Summary} | {spec.Audience switch { Audience.Mentors => "mentors", Audience.Admins => "admins", Audience.Everyone => "everyone" }} |"),
        .. catalogue.Contexts.Select(spec => $"| *{spec.Name}* (on a {(spec.Target == ApplicationCommandType.Message ? "message" : "person")}) | {spec.Summary} | {spec.Audience.ToString().ToLowerInvariant()} |"),
    ]);

    private static void CheckOptions(IReadOnlyList<ApplicationCommandOption>? options)
    {
        if (options is null)
        {
            return;
        }

        Assert.InRange(options.Count, 1, 25);
        Assert.Equal(options.Count, options.Select(option => option.Name).Distinct().Count());
        Assert.Equal(options.OrderByDescending(option => option.Required ?? false).Select(option => option.Name), options.Select(option => option.Name));
        foreach (var option in options)
        {
            Assert.Matches(SlashName(), option.Name);
            Assert.InRange(option.Description.Length, 1, 100);
            Assert.InRange(option.Choices?.Count ?? 0, 0, 25);
            Assert.False(option.Choices is not null && option.Autocomplete == true, $"{option.Name} has both choices and autocomplete.");
            Assert.All(option.Choices ?? [], choice => Assert.InRange(choice.Name.Length, 1, 100));
            Assert.InRange(option.MaxLength ?? 1, 1, 6000);
            CheckOptions(option.Options);
        }
    }

    private static int Characters(string name, string description, IReadOnlyList<ApplicationCommandOption>? options) =>
        name.Length + description.Length + (options ?? []).Sum(option =>
            Characters(option.Name, option.Description, option.Options) + (option.Choices ?? []).Sum(choice => choice.Name.Length + choice.Value.Text.Length));

    private static string KindOf(Type handler) => handler.GetInterfaces().Select(type => type.Name).First(name => name is nameof(IButton) or nameof(ISelect) or nameof(IModal));

    private static SliceBuilder Declared()
    {
        var slice = new SliceBuilder(new ServiceCollection());
        Slices.Declare(slice);
        return slice;
    }

    private static string Pretty(IReadOnlyList<ApplicationCommand> body)
    {
        using var json = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(body, DiscordJson.Default.IReadOnlyListApplicationCommand));
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    [GeneratedRegex(@"^[-_'\p{Ll}\p{N}]{1,32}$")]
    private static partial Regex SlashName();

    [GeneratedRegex("<!-- commands -->(.*?)<!-- /commands -->", RegexOptions.Singleline)]
    private static partial Regex CommandTable();
}
