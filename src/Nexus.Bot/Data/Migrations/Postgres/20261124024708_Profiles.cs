using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Track = table.Column<int>(type: "integer", nullable: true),
                    Skills = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Interests = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Hours = table.Column<string>(type: "character varying(42)", maxLength: 42, nullable: true),
                    Languages = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Goal = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Prefers = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Avoids = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    IsOutOfPairs = table.Column<bool>(type: "boolean", nullable: false),
                    IsOutOfTeams = table.Column<bool>(type: "boolean", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
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
