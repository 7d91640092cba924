using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    PairId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    LeftAt = table.Column<long>(type: "bigint", nullable: true),
                    IsInThread = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pairs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    ThreadId = table.Column<long>(type: "bigint", nullable: true),
                    Threads = table.Column<int>(type: "integer", nullable: false),
                    IsPutAway = table.Column<bool>(type: "boolean", nullable: false),
                    PlacingSince = table.Column<long>(type: "bigint", nullable: true),
                    PlaceAt = table.Column<long>(type: "bigint", nullable: true),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: true),
                    PlaceTries = table.Column<int>(type: "integer", nullable: false),
                    ToldAt = table.Column<long>(type: "bigint", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    PlacedRevision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pairs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoundAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    PairId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Met = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    HelpAskedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoundPeople",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    JoinedAt = table.Column<long>(type: "bigint", nullable: false),
                    LeftAt = table.Column<long>(type: "bigint", nullable: true),
                    Skips = table.Column<bool>(type: "boolean", nullable: false),
                    IsPaused = table.Column<bool>(type: "boolean", nullable: false),
                    PausedUntil = table.Column<long>(type: "bigint", nullable: true),
                    IsAsleep = table.Column<bool>(type: "boolean", nullable: false),
                    TriedIn = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundPeople", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoundSchedules",
                columns: table => new
                {
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    Repeats = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    NextAt = table.Column<long>(type: "bigint", nullable: true),
                    IsStopped = table.Column<bool>(type: "boolean", nullable: false),
                    AskedAt = table.Column<long>(type: "bigint", nullable: true),
                    AskedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChannelId = table.Column<long>(type: "bigint", nullable: true),
                    Calls = table.Column<int>(type: "integer", nullable: false),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    IsTooFewTold = table.Column<bool>(type: "boolean", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundSchedules", x => x.GuildId);
                });

            migrationBuilder.CreateTable(
                name: "Rounds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    Pairs = table.Column<int>(type: "integer", nullable: false),
                    Trios = table.Column<int>(type: "integer", nullable: false),
                    LeftOut = table.Column<string>(type: "text", nullable: false),
                    NudgedAt = table.Column<long>(type: "bigint", nullable: true),
                    CheckedInAt = table.Column<long>(type: "bigint", nullable: true)
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
