using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PairFinding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "EndedById",
                table: "Pairs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MetAt",
                table: "Pairs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SoleOf",
                table: "PairMembers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PairAsks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    OneId = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OneAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    PairId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairAsks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PairMembers_GuildId_SoleOf",
                table: "PairMembers",
                columns: new[] { "GuildId", "SoleOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PairAsks_GuildId_OneId_OtherId",
                table: "PairAsks",
                columns: new[] { "GuildId", "OneId", "OtherId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PairAsks_GuildId_OtherId",
                table: "PairAsks",
                columns: new[] { "GuildId", "OtherId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PairAsks");

            migrationBuilder.DropIndex(
                name: "IX_PairMembers_GuildId_SoleOf",
                table: "PairMembers");

            migrationBuilder.DropColumn(
                name: "EndedById",
                table: "Pairs");

            migrationBuilder.DropColumn(
                name: "MetAt",
                table: "Pairs");

            migrationBuilder.DropColumn(
                name: "SoleOf",
                table: "PairMembers");
        }
    }
}
