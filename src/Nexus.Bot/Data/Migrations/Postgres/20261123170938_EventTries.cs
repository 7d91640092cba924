using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EventTries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TriedAt",
                table: "AnnouncementEvents",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TriedAt",
                table: "AnnouncementEvents");
        }
    }
}
