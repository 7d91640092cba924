using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AfterThePost : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Event_EventId",
                table: "Announcements");

            migrationBuilder.AddColumn<string>(
                name: "Blanks",
                table: "Announcements",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "CrosspostFailure",
                table: "AnnouncementPosts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ShownCount",
                table: "AnnouncementPosts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ThreadFailure",
                table: "AnnouncementPosts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnnouncementEvents",
                columns: table => new
                {
                    AnnouncementId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    EventId = table.Column<long>(type: "INTEGER", nullable: true),
                    Told = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Failure = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementEvents", x => x.AnnouncementId);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnnouncementEvents");

            migrationBuilder.DropColumn(
                name: "Blanks",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "CrosspostFailure",
                table: "AnnouncementPosts");

            migrationBuilder.DropColumn(
                name: "ShownCount",
                table: "AnnouncementPosts");

            migrationBuilder.DropColumn(
                name: "ThreadFailure",
                table: "AnnouncementPosts");

            migrationBuilder.AddColumn<long>(
                name: "Event_EventId",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);
        }
    }
}
