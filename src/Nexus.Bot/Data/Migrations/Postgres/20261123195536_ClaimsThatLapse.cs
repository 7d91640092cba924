using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ClaimsThatLapse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "HolderAskedAt",
                table: "Questions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LapseAt",
                table: "Questions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "InsteadOfId",
                table: "AskedAnswerers",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_LapseAt",
                table: "Questions",
                column: "LapseAt");

            migrationBuilder.CreateIndex(
                name: "IX_AskedAnswerers_InsteadOfId",
                table: "AskedAnswerers",
                column: "InsteadOfId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Questions_LapseAt",
                table: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_AskedAnswerers_InsteadOfId",
                table: "AskedAnswerers");

            migrationBuilder.DropColumn(
                name: "HolderAskedAt",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "LapseAt",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "InsteadOfId",
                table: "AskedAnswerers");
        }
    }
}
