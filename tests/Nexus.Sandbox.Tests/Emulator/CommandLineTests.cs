namespace Nexus.Sandbox.Tests.Emulator;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_options_the_page_is_at_port_5080_and_the_bots_data_is_kept()
    {
        var line = CommandLine.Parse([], "data");

        Assert.Equal(("http://127.0.0.1:5080", true, Path.Combine("data", "sandbox.db"), false), (line.Options.Urls, line.WithBot, line.Options.DatabasePath, line.Options.Fresh));
    }

    [Fact]
    public void Every_option_is_understood_in_both_spellings()
    {
        var line = CommandLine.Parse(["--urls=http://localhost:81", "--no-bot", "--members", "300", "--fresh", "--token", "t"], "data");

        Assert.Equal(("http://localhost:81", false, 300, true, "t"), (line.Options.Urls, line.WithBot, line.Options.Members, line.Options.Fresh, line.Options.Token));
    }

    [Theory]
    [InlineData("--nobot", "Unknown option --nobot")]
    [InlineData("--members=many", "a number from 0 to 100000")]
    [InlineData("--members", "--members needs a value")]
    [InlineData("--urls=http://192.168.0.2:80", "listens on this machine only")]
    public void A_wrong_option_says_what_to_write_instead(string option, string complaint) =>
        Assert.Contains(complaint, Assert.Throws<ArgumentException>(() => CommandLine.Parse([option], "data")).Message);

    [Theory]
    [InlineData("http://127.0.0.1:5391", "sandbox-5391.db")]
    [InlineData("http://127.0.0.1:0", null)]
    public void Sandboxes_side_by_side_have_databases_of_their_own(string urls, string? file) =>
        Assert.Equal(file, Path.GetFileName(CommandLine.Parse(["--urls", urls], "data").Options.DatabasePath));
}
