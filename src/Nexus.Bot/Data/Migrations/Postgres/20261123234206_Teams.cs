using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Teams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TeamChannelId",
                table: "GuildConfigurations",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TeamAsks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Track = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    IsByMentor = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    Answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamAsks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Track = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    LeftAt = table.Column<long>(type: "bigint", nullable: true),
                    SoleOf = table.Column<long>(type: "bigint", nullable: true),
                    IsInThread = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TeamSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Act = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    Before = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    After = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamSteps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: false),
                    PressId = table.Column<long>(type: "bigint", nullable: true),
                    IdeaId = table.Column<long>(type: "bigint", nullable: true),
                    IdeaNumber = table.Column<int>(type: "integer", nullable: true),
                    IdeaUrl = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Repository = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Board = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ApiDocs = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Steps = table.Column<int>(type: "integer", nullable: false),
                    ThreadId = table.Column<long>(type: "bigint", nullable: true),
                    ThreadName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    IsPutAway = table.Column<bool>(type: "boolean", nullable: false),
                    Threads = table.Column<int>(type: "integer", nullable: false),
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
                    table.PrimaryKey("PK_Teams", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TeamAsks_GuildId_PersonId",
                table: "TeamAsks",
                columns: new[] { "GuildId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamAsks_TeamId_PersonId",
                table: "TeamAsks",
                columns: new[] { "TeamId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_GuildId_PersonId",
                table: "TeamMembers",
                columns: new[] { "GuildId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_GuildId_SoleOf",
                table: "TeamMembers",
                columns: new[] { "GuildId", "SoleOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_TeamId_PersonId",
                table: "TeamMembers",
                columns: new[] { "TeamId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamSteps_TeamId_Number",
                table: "TeamSteps",
                columns: new[] { "TeamId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Teams_GuildId_IdeaId",
                table: "Teams",
                columns: new[] { "GuildId", "IdeaId" });

            migrationBuilder.CreateIndex(
                name: "IX_Teams_GuildId_Number",
                table: "Teams",
                columns: new[] { "GuildId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Teams_GuildId_PressId",
                table: "Teams",
                columns: new[] { "GuildId", "PressId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Teams_GuildId_ThreadId",
                table: "Teams",
                columns: new[] { "GuildId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Teams_PlaceAt",
                table: "Teams",
                column: "PlaceAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TeamAsks");

            migrationBuilder.DropTable(
                name: "TeamMembers");

            migrationBuilder.DropTable(
                name: "TeamSteps");

            migrationBuilder.DropTable(
                name: "Teams");

            migrationBuilder.DropColumn(
                name: "TeamChannelId",
                table: "GuildConfigurations");
        }
    }
}
