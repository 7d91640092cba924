using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Profiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Profiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Track = table.Column<int>(type: "INTEGER", nullable: true),
                    Skills = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Interests = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 42, nullable: true),
                    Languages = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Goal = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Prefers = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Avoids = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsOutOfPairs = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOutOfTeams = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Profiles", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_GuildId_PersonId",
                table: "Profiles",
                columns: new[] { "GuildId", "PersonId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Profiles");
        }
    }
}
