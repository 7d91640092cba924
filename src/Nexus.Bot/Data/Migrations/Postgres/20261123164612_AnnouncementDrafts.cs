using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AnnouncementDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<long>(
                name: "DueAt",
                table: "Announcements",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<long>(
                name: "DiscardedAt",
                table: "Announcements",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EditedAt",
                table: "Announcements",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Refused_Text",
                table: "Announcements",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Refused_Title",
                table: "Announcements",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Refused_When",
                table: "Announcements",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DiscardedAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "EditedAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "Refused_Text",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "Refused_Title",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "Refused_When",
                table: "Announcements");

            migrationBuilder.AlterColumn<long>(
                name: "DueAt",
                table: "Announcements",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
