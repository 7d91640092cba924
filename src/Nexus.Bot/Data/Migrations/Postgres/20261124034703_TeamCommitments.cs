using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TeamCommitments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TeamCommitments_GuildId_At",
                table: "TeamCommitments");

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "TeamCommitments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_TeamCommitments_GuildId_Number",
                table: "TeamCommitments",
                columns: new[] { "GuildId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TeamCommitments_GuildId_Number",
                table: "TeamCommitments");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "TeamCommitments");

            migrationBuilder.CreateIndex(
                name: "IX_TeamCommitments_GuildId_At",
                table: "TeamCommitments",
                columns: new[] { "GuildId", "At" });
        }
    }
}
