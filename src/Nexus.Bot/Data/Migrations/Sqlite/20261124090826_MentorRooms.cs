using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MentorRooms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MentorRooms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Most = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorRooms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MentorWishes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorWishes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MentorRooms_GuildId_PersonId",
                table: "MentorRooms",
                columns: new[] { "GuildId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MentorWishes_GuildId_At",
                table: "MentorWishes",
                columns: new[] { "GuildId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MentorWishes_TeamId",
                table: "MentorWishes",
                column: "TeamId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MentorRooms");

            migrationBuilder.DropTable(
                name: "MentorWishes");
        }
    }
}
