using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TeamFormations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TeamFormations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RoleId = table.Column<long>(type: "INTEGER", nullable: true),
                    IncludesPlaced = table.Column<bool>(type: "INTEGER", nullable: false),
                    LeastSize = table.Column<int>(type: "INTEGER", nullable: false),
                    MostSize = table.Column<int>(type: "INTEGER", nullable: false),
                    LeastBackend = table.Column<int>(type: "INTEGER", nullable: false),
                    MostBackend = table.Column<int>(type: "INTEGER", nullable: false),
                    LeastFrontend = table.Column<int>(type: "INTEGER", nullable: false),
                    MostFrontend = table.Column<int>(type: "INTEGER", nullable: false),
                    MinimumHours = table.Column<double>(type: "REAL", nullable: false),
                    Order = table.Column<string>(type: "TEXT", nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    Without = table.Column<string>(type: "TEXT", nullable: false),
                    Seats = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    Locked = table.Column<string>(type: "TEXT", nullable: false),
                    Remedies = table.Column<string>(type: "TEXT", nullable: false),
                    SolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamFormations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TeamFormations_GuildId_Number",
                table: "TeamFormations",
                columns: new[] { "GuildId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TeamFormations");
        }
    }
}
