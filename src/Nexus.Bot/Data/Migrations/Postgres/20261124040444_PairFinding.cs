using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MetAt",
                table: "Pairs",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SoleOf",
                table: "PairMembers",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PairAsks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    OneId = table.Column<long>(type: "bigint", nullable: false),
                    OtherId = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    ByName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    OneAskedAt = table.Column<long>(type: "bigint", nullable: true),
                    OtherAskedAt = table.Column<long>(type: "bigint", nullable: true),
                    Answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    PairId = table.Column<long>(type: "bigint", nullable: true)
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
