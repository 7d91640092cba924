using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
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
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    RoleId = table.Column<long>(type: "bigint", nullable: true),
                    IncludesPlaced = table.Column<bool>(type: "boolean", nullable: false),
                    LeastSize = table.Column<int>(type: "integer", nullable: false),
                    MostSize = table.Column<int>(type: "integer", nullable: false),
                    LeastBackend = table.Column<int>(type: "integer", nullable: false),
                    MostBackend = table.Column<int>(type: "integer", nullable: false),
                    LeastFrontend = table.Column<int>(type: "integer", nullable: false),
                    MostFrontend = table.Column<int>(type: "integer", nullable: false),
                    MinimumHours = table.Column<double>(type: "double precision", nullable: false),
                    Order = table.Column<string[]>(type: "text[]", nullable: false),
                    Seed = table.Column<int>(type: "integer", nullable: false),
                    Without = table.Column<string[]>(type: "text[]", nullable: false),
                    Seats = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    Locked = table.Column<string[]>(type: "text[]", nullable: false),
                    Remedies = table.Column<string[]>(type: "text[]", nullable: false),
                    SolvedAt = table.Column<long>(type: "bigint", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
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
