using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Features.Teams.Tables;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Pairing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using System.Globalization;
using System.Text;

namespace Nexus.Bot.Tests.Teams.Tables;

public sealed class TeamTableTests
{
    private static readonly TestPerson s_mia = TestPerson.Mentor;

    [Theory]
    [InlineData("person,team\n101,a\n102,b\n", "2:101/a 3:102/b")]
    [InlineData("\uFEFFTeam;Person\r\n\"a; b\";\"101\"\r\n\r\n;102\r\n", "2:101/a; b")]
    [InlineData("name\tteam\n'=cmd\tT\n", "2:=cmd/T")]
    [InlineData("person,team\n\"a \"\"b\"\"\",\"two\nlines\"\n", "3:a \"b\"/two lines")]
    [InlineData("person,team\n101", "")]
    [InlineData("person,team\n,a", "2! nobody is named")]
    [InlineData("a,b\n1,2", "1! the first line names the columns: `person` (an id or a name) and `team`")]
    [InlineData("", "1! the file is empty")]
    [InlineData("person,team\0\n", "1! this is no text")]
    public void A_table_is_read_as_spreadsheets_write_it(string file, string read)
    {
        var table = TeamTable.Read(Encoding.UTF8.GetBytes(file));
        Assert.Equal(read, string.Join(' ', table.Rows.Select(row => $"{row.Line}:{row.Person}/{row.Team}").Concat(table.Problems.Select(problem => $"{problem.Line}! {problem.Why}"))));
    }

    [Fact]
    public void Whatever_a_file_holds_is_read_within_the_limits_or_named()
    {
        var random = new Random(20261124);
        var letters = "person,team;\t\"'\r\n=+@-\u202e🎉x0\uFEFF\0".ToCharArray();
        for (var i = 0; i < 3000; i++)
        {
            var bytes = random.Next(2) == 0
                ? Encoding.UTF8.GetBytes("person,team\n" + string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => letters[random.Next(letters.Length)])))
                : [.. Enumerable.Range(0, random.Next(200)).Select(_ => (byte)random.Next(256))];
            var table = TeamTable.Read(bytes);
            Assert.InRange(table.Rows.Count + table.Problems.Count, 0, TeamTable.MostRows + 1);
            Assert.All(table.Rows, row => Assert.True(row.Person.Length is > 0 and <= 200 && row.Team.Length is > 0 and <= 200 && !row.Person.Contains('\n')));
        }

        Assert.Contains("more than 500 rows are not read", TeamTable.Read(Encoding.UTF8.GetBytes("person,team\n" + string.Concat(Enumerable.Repeat("1,a\n", 600)))).Problems[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public Task What_is_written_is_read_back_as_the_same_teams_in_SQLite() => ReadBackAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task What_is_written_is_read_back_as_the_same_teams_in_PostgreSQL() => ReadBackAsync(DatabaseOptions.Postgres);

    private static async Task ReadBackAsync(string provider)
    {
        await using var world = await RoundsWorld.StartAsync(people: 7, provider);
        await world.Slice.RunAsync(RoundsWorld.Of(1), "team create", new { name = "=SUM(A1)" });
        var formed = await FollowAsync(world, await world.Slice.RunAsync(s_mia, "teams form", new { size = "3" }));
        await FollowAsync(world, await world.Slice.PressAsync(s_mia, formed, "Dry run"));
        var teams = (await SeatsAsync(world)).Teams;

        var written = await FollowAsync(world, await world.Slice.RunAsync(s_mia, "teams export"));
        var text = Encoding.UTF8.GetString(Assert.Single(written.Files!).Content.ToArray());
        Assert.StartsWith("1 row of people on teams, 6 of people without one.", ReplyText.Of(written), StringComparison.Ordinal);
        Assert.StartsWith("\"person\",\"name\",\"team\",\"team name\",\"track\",", text, StringComparison.Ordinal);
        Assert.Contains("\"101\",\"\",\"1\",\"'=SUM(A1)\",", text, StringComparison.Ordinal);

        // A mentor fills in the column.
        var table = "person,team\n" + string.Concat(teams.Index().SelectMany(team => team.Item.Select(seat => string.Create(CultureInfo.InvariantCulture, $"{seat.Person},Team {team.Index}\n"))));
        var card = await ImportAsync(world, table);

        Assert.True(card.IsPrivate);
        Assert.Contains("📥 As the table has it: 6 people.", ReplyText.Of(card), StringComparison.Ordinal);
        Assert.Equal(teams.Select(team => string.Join(' ', team.Select(seat => seat.Person).Order())).Order(), (await SeatsAsync(world)).Teams.Select(team => string.Join(' ', team.Select(seat => seat.Person).Order())).Order());
        Assert.Empty(world.Threads);
    }

    [Fact]
    public async Task Lines_that_cannot_be_used_are_named_and_nothing_is_changed()
    {
        await using var world = await RoundsWorld.StartAsync(people: 4);
        await world.Slice.RunAsync(RoundsWorld.Of(4), "team create", new { name = "Larks" });

        var answer = await ImportAsync(world, "person,team\n101,a\nzoe *x*,a\n<@102>,b\n101,b\n104,b\n,c\n123456789012345678,c\n");

        Assert.Equal(
            """
            The table cannot be used as it is, so nothing was changed:
            • line 3: nobody here is called `zoe *x*`
            • line 5: <@101> is in line 2 already
            • line 6: <@104> is on a team already
            • line 7: nobody is named
            • line 8: <@123456789012345678> is no learner on this server
            """, ReplyText.Of(answer));
        await using var db = world.Slice.Db();
        Assert.Empty(await db.In<Formation>(Interactions.Guild).ToListAsync());
    }

    private static Task<Reply> ImportAsync(RoundsWorld world, string table)
    {
        world.Slice.Discord.Setup(discord => discord.DownloadAsync(It.IsAny<Attachment>(), It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync(Encoding.UTF8.GetBytes(table));
        return world.Slice.RunAsync(s_mia, "teams import", new { file = new Attachment { Id = new Snowflake(900), Filename = "teams.csv", Size = table.Length, Url = "https://cdn.discordapp.com/attachments/1/900/teams.csv" } });
    }

    private static async Task<Reply> FollowAsync(RoundsWorld world, Reply reply) => (await world.Slice.FollowUpAsync(s_mia, reply))!;

    private static async Task<FormationSeats> SeatsAsync(RoundsWorld world)
    {
        await using var db = world.Slice.Db();
        return FormationSeats.Read((await db.In<Formation>(Interactions.Guild).AsNoTracking().SingleAsync()).Seats);
    }
}
