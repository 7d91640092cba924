using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AnnouncementsAndReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AnnouncementsNeedApproval",
                table: "GuildConfigurations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "QuietFrom",
                table: "GuildConfigurations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "QuietUntil",
                table: "GuildConfigurations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReminderChannelId",
                table: "GuildConfigurations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FinishAt",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FinishTries",
                table: "Deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // EF's own way to make DueAt nullable rebuilds the table outside a transaction; this one is within.
            migrationBuilder.Sql(
                """
                ALTER TABLE "Announcements" RENAME COLUMN "DueAt" TO "DueBefore";
                ALTER TABLE "Announcements" ADD COLUMN "DueAt" INTEGER NULL;
                UPDATE "Announcements" SET "DueAt" = "DueBefore";
                ALTER TABLE "Announcements" DROP COLUMN "DueBefore";
                """);

            migrationBuilder.AddColumn<long>(
                name: "ApprovedBy",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksForAcknowledgement",
                table: "Announcements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Blanks",
                table: "Announcements",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<long>(
                name: "CancelledAt",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CorrectsId",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DiscardedAt",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EditedAt",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Event_Minutes",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Event_Place",
                table: "Announcements",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Event_StartsAt",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IgnoresQuietHours",
                table: "Announcements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsCrossposted",
                table: "Announcements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Links",
                table: "Announcements",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "OpensThread",
                table: "Announcements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "OwnerId",
                table: "Announcements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql("UPDATE \"Announcements\" SET \"OwnerId\" = \"AuthorId\"");

            migrationBuilder.AddColumn<long>(
                name: "OwnerLeftAt",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PausedAt",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PingRoleId",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Refused_Text",
                table: "Announcements",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Refused_Title",
                table: "Announcements",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Refused_When",
                table: "Announcements",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Repeats",
                table: "Announcements",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentBackReason",
                table: "Announcements",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SubmittedAt",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SubmittedBy",
                table: "Announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AcknowledgementNudges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    DeliveryId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcknowledgementNudges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Acknowledgements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    DeliveryId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acknowledgements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AnnouncementEvents",
                columns: table => new
                {
                    AnnouncementId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    EventId = table.Column<long>(type: "INTEGER", nullable: true),
                    Told = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Failure = table.Column<int>(type: "INTEGER", nullable: true),
                    TriedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementEvents", x => x.AnnouncementId);
                });

            migrationBuilder.CreateTable(
                name: "AnnouncementFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    AnnouncementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: true),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnouncementFiles_Announcements_AnnouncementId",
                        column: x => x.AnnouncementId,
                        principalTable: "Announcements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnnouncementNotices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    About = table.Column<int>(type: "INTEGER", nullable: false),
                    AnnouncementId = table.Column<long>(type: "INTEGER", nullable: true),
                    ActorId = table.Column<long>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AnnouncementPosts",
                columns: table => new
                {
                    DeliveryId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    AnnouncementId = table.Column<long>(type: "INTEGER", nullable: false),
                    ThreadId = table.Column<long>(type: "INTEGER", nullable: true),
                    ThreadFailure = table.Column<int>(type: "INTEGER", nullable: true),
                    CrosspostedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CrosspostFailure = table.Column<int>(type: "INTEGER", nullable: true),
                    ShownCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedBy = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementPosts", x => x.DeliveryId);
                });

            migrationBuilder.CreateTable(
                name: "AnnouncementTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineMarks",
                columns: table => new
                {
                    DeadlineId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MutedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineMarks", x => new { x.DeadlineId, x.UserId });
                });

            migrationBuilder.CreateTable(
                name: "DeadlineReminders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    DeadlineId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Rung = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    About = table.Column<long>(type: "INTEGER", nullable: false),
                    ToldBefore = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineReminders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineSilences",
                columns: table => new
                {
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineSilences", x => new { x.GuildId, x.UserId });
                });

            migrationBuilder.CreateTable(
                name: "Deadlines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Details = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Link = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    RoleId = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    CardId = table.Column<long>(type: "INTEGER", nullable: true),
                    CardStaleAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Planned = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NewsAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonSettings",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonSettings", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "ReminderFollowers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReminderId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderFollowers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: true),
                    ByDm = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Repeats = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Link = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoleId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RemindersDone",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliveryId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemindersDone", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_FinishAt",
                table: "Deliveries",
                column: "FinishAt");

            migrationBuilder.CreateIndex(
                name: "IX_AcknowledgementNudges_DeliveryId_UserId",
                table: "AcknowledgementNudges",
                columns: new[] { "DeliveryId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_DeliveryId_UserId",
                table: "Acknowledgements",
                columns: new[] { "DeliveryId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementFiles_AnnouncementId",
                table: "AnnouncementFiles",
                column: "AnnouncementId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementNotices_GuildId_AnnouncementId",
                table: "AnnouncementNotices",
                columns: new[] { "GuildId", "AnnouncementId" });

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementPosts_AnnouncementId",
                table: "AnnouncementPosts",
                column: "AnnouncementId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementTemplates_GuildId_Name",
                table: "AnnouncementTemplates",
                columns: new[] { "GuildId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineMarks_GuildId_UserId",
                table: "DeadlineMarks",
                columns: new[] { "GuildId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineReminders_DeadlineId_UserId_Rung_Revision",
                table: "DeadlineReminders",
                columns: new[] { "DeadlineId", "UserId", "Rung", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_CardStaleAt",
                table: "Deadlines",
                column: "CardStaleAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_GuildId_DueAt",
                table: "Deadlines",
                columns: new[] { "GuildId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_PlanAt",
                table: "Deadlines",
                column: "PlanAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderFollowers_ReminderId_UserId",
                table: "ReminderFollowers",
                columns: new[] { "ReminderId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_AskedBy",
                table: "Reminders",
                column: "AskedBy",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_UserId",
                table: "Reminders",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_RemindersDone_DeliveryId_UserId",
                table: "RemindersDone",
                columns: new[] { "DeliveryId", "UserId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AcknowledgementNudges");

            migrationBuilder.DropTable(
                name: "Acknowledgements");

            migrationBuilder.DropTable(
                name: "AnnouncementEvents");

            migrationBuilder.DropTable(
                name: "AnnouncementFiles");

            migrationBuilder.DropTable(
                name: "AnnouncementNotices");

            migrationBuilder.DropTable(
                name: "AnnouncementPosts");

            migrationBuilder.DropTable(
                name: "AnnouncementTemplates");

            migrationBuilder.DropTable(
                name: "DeadlineMarks");

            migrationBuilder.DropTable(
                name: "DeadlineReminders");

            migrationBuilder.DropTable(
                name: "DeadlineSilences");

            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropTable(
                name: "PersonSettings");

            migrationBuilder.DropTable(
                name: "ReminderFollowers");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "RemindersDone");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_FinishAt",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "AnnouncementsNeedApproval",
                table: "GuildConfigurations");

            migrationBuilder.DropColumn(
                name: "QuietFrom",
                table: "GuildConfigurations");

            migrationBuilder.DropColumn(
                name: "QuietUntil",
                table: "GuildConfigurations");

            migrationBuilder.DropColumn(
                name: "ReminderChannelId",
                table: "GuildConfigurations");

            migrationBuilder.DropColumn(
                name: "FinishAt",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "FinishTries",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "AsksForAcknowledgement",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "Blanks",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "CorrectsId",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "DiscardedAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "EditedAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "Event_Minutes",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "Event_Place",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "Event_StartsAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "IgnoresQuietHours",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "IsCrossposted",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "Links",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "OpensThread",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "OwnerLeftAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "PausedAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "PingRoleId",
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

            migrationBuilder.DropColumn(
                name: "Repeats",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "SentBackReason",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "SubmittedBy",
                table: "Announcements");

            migrationBuilder.AlterColumn<long>(
                name: "DueAt",
                table: "Announcements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
