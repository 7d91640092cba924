using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PairsAndRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PairMembers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    PairId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsInThread = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pairs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ThreadId = table.Column<long>(type: "INTEGER", nullable: true),
                    Threads = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPutAway = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlacingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    PlaceAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    PlaceTries = table.Column<int>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    PlacedRevision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pairs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoundAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    PairId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Met = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    HelpAskedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoundPeople",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Skips = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsPaused = table.Column<bool>(type: "INTEGER", nullable: false),
                    PausedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    IsAsleep = table.Column<bool>(type: "INTEGER", nullable: false),
                    TriedIn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundPeople", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoundSchedules",
                columns: table => new
                {
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Repeats = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsStopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: true),
                    Calls = table.Column<int>(type: "INTEGER", nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    IsTooFewTold = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundSchedules", x => x.GuildId);
                });

            migrationBuilder.CreateTable(
                name: "Rounds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: true),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Pairs = table.Column<int>(type: "INTEGER", nullable: false),
                    Trios = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<string>(type: "TEXT", nullable: false),
                    NudgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckedInAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rounds", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PairMembers_GuildId_PersonId",
                table: "PairMembers",
                columns: new[] { "GuildId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_PairMembers_PairId_PersonId",
                table: "PairMembers",
                columns: new[] { "PairId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pairs_GuildId_RoundId",
                table: "Pairs",
                columns: new[] { "GuildId", "RoundId" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairs_GuildId_ThreadId",
                table: "Pairs",
                columns: new[] { "GuildId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairs_PlaceAt",
                table: "Pairs",
                column: "PlaceAt");

            migrationBuilder.CreateIndex(
                name: "IX_RoundAnswers_GuildId_RoundId",
                table: "RoundAnswers",
                columns: new[] { "GuildId", "RoundId" });

            migrationBuilder.CreateIndex(
                name: "IX_RoundAnswers_PairId_PersonId",
                table: "RoundAnswers",
                columns: new[] { "PairId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundPeople_GuildId_PersonId",
                table: "RoundPeople",
                columns: new[] { "GuildId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_CheckedInAt",
                table: "Rounds",
                column: "CheckedInAt");

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_GuildId_Number",
                table: "Rounds",
                columns: new[] { "GuildId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PairMembers");

            migrationBuilder.DropTable(
                name: "Pairs");

            migrationBuilder.DropTable(
                name: "RoundAnswers");

            migrationBuilder.DropTable(
                name: "RoundPeople");

            migrationBuilder.DropTable(
                name: "RoundSchedules");

            migrationBuilder.DropTable(
                name: "Rounds");
        }
    }
}
