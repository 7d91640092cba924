using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AnnouncementSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CancelledAt",
                table: "Announcements",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IgnoresQuietHours",
                table: "Announcements",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "OwnerLeftAt",
                table: "Announcements",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentBackReason",
                table: "Announcements",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SubmittedBy",
                table: "Announcements",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnnouncementNotices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GuildId = table.Column<long>(type: "bigint", nullable: false),
                    About = table.Column<int>(type: "integer", nullable: false),
                    AnnouncementId = table.Column<long>(type: "bigint", nullable: true),
                    ActorId = table.Column<long>(type: "bigint", nullable: false),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: true),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementNotices", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementNotices_GuildId_AnnouncementId",
                table: "AnnouncementNotices",
                columns: new[] { "GuildId", "AnnouncementId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnnouncementNotices");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "IgnoresQuietHours",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "OwnerLeftAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "SentBackReason",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "SubmittedBy",
                table: "Announcements");
        }
    }
}
