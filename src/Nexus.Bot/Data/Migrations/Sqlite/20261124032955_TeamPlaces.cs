using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TeamPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FormationId",
                table: "Teams",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsUndone",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "Teams",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Thread");

            migrationBuilder.AddColumn<int>(
                name: "PlaceRefusal",
                table: "Teams",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RoleId",
                table: "Teams",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RoleName",
                table: "Teams",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RoleRefusal",
                table: "Teams",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RoleSince",
                table: "Teams",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WantsRole",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "Teams",
                type: "TEXT",
                maxLength: 1200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasRole",
                table: "TeamMembers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "TeamCommitments",
                columns: table => new
                {
                    FormationId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WithRoles = table.Column<bool>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneById = table.Column<long>(type: "INTEGER", nullable: true),
                    CategoryId = table.Column<long>(type: "INTEGER", nullable: true),
                    CategorySince = table.Column<long>(type: "INTEGER", nullable: true),
                    IsCategoryOurs = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamCommitments", x => x.FormationId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Teams_GuildId_FormationId",
                table: "Teams",
                columns: new[] { "GuildId", "FormationId" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamCommitments_GuildId_At",
                table: "TeamCommitments",
                columns: new[] { "GuildId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TeamCommitments");

            migrationBuilder.DropIndex(
                name: "IX_Teams_GuildId_FormationId",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "FormationId",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "IsUndone",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "PlaceRefusal",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "RoleId",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "RoleName",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "RoleRefusal",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "RoleSince",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "WantsRole",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Why",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "HasRole",
                table: "TeamMembers");
        }
    }
}
