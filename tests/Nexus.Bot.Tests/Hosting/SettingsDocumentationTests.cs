using System.Text.Json;
using System.Text.RegularExpressions;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Reminders;
using Nexus.Bot.Hub;
using Nexus.Bot.Hosting;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Tests.Hosting;

/// <summary>A setting that a person cannot find does not exist.</summary>
public sealed partial class SettingsDocumentationTests
{
    private static readonly (string Section, Type Options)[] s_sections =
    [
        (DiscordBotOptions.Section, typeof(DiscordBotOptions)),
        (DatabaseOptions.Section, typeof(DatabaseOptions)),
        (RoutingOptions.Section, typeof(RoutingOptions)),
        (ReminderOptions.Section, typeof(ReminderOptions)),
        (HealthOptions.Section, typeof(HealthOptions)),
        (LogOptions.Section, typeof(LogOptions)),
        (TelemetryOptions.Section, typeof(TelemetryOptions)),
    ];

    private static readonly string[] s_keys =
    [
        .. s_sections.SelectMany(section => section.Options.GetProperties().Where(property => property.CanWrite).Select(property => $"{section.Section}:{property.Name}"))
            .Append(HubSlice.FolderSetting).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_example_file_has_every_setting_and_no_other()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "appsettings.example.json")));
        var keys = example.RootElement.EnumerateObject().SelectMany(section => section.Value.EnumerateObject().Select(key => $"{section.Name}:{key.Name}"));

        Assert.Equal(s_keys, keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_readme_explains_every_setting_and_no_other()
    {
        var table = Table().Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Groups[1].Value;
        var keys = Row().Matches(table).Select(row => row.Groups[1].Value);

        Assert.Equal(s_keys, keys.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("<!-- configuration -->(.*?)<!-- /configuration -->", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\| `([A-Za-z:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
