using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeliveryTargets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // EF's own way to make ChannelId nullable rebuilds the table outside a transaction; nothing refers to it, so this one is within.
            migrationBuilder.RenameTable(
                name: "Deliveries",
                newName: "DeliveriesBefore");

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    LaneId = table.Column<long>(type: "INTEGER", nullable: false),
                    FellBack = table.Column<int>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Nonce = table.Column<string>(type: "TEXT", maxLength: 25, nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstTriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UnsureSince = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    PostedIn = table.Column<long>(type: "INTEGER", nullable: true),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failure = table.Column<int>(type: "INTEGER", nullable: true),
                    FailureCode = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                });

            // 2 is Sent.
            migrationBuilder.Sql(
                """
                INSERT INTO "Deliveries" ("Id", "GuildId", "Kind", "SubjectId", "Occurrence", "ChannelId", "DueAt", "State", "Nonce", "NextTryAt", "Tries", "FirstTriedAt", "LeaseUntil", "MessageId", "SentAt", "Failure", "FailureCode", "LaneId", "UnsureSince", "PostedIn")
                SELECT "Id", "GuildId", "Kind", "SubjectId", "Occurrence", "ChannelId", "DueAt", "State", "Nonce", "NextTryAt", "Tries", "FirstTriedAt", "LeaseUntil", "MessageId", "SentAt", "Failure", "FailureCode", "ChannelId", "FirstTriedAt", CASE WHEN "State" = 2 THEN "ChannelId" END
                FROM "DeliveriesBefore"
                """);

            migrationBuilder.DropTable(
                name: "DeliveriesBefore");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_GuildId_Kind",
                table: "Deliveries",
                columns: new[] { "GuildId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Kind_SubjectId_Occurrence",
                table: "Deliveries",
                columns: new[] { "Kind", "SubjectId", "Occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Nonce",
                table: "Deliveries",
                column: "Nonce",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_LaneId_State_DueAt",
                table: "Deliveries",
                columns: new[] { "LaneId", "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_State_NextTryAt_LaneId",
                table: "Deliveries",
                columns: new[] { "State", "NextTryAt", "LaneId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameTable(
                name: "Deliveries",
                newName: "DeliveriesAfter");

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Nonce = table.Column<string>(type: "TEXT", maxLength: 25, nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstTriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failure = table.Column<int>(type: "INTEGER", nullable: true),
                    FailureCode = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO "Deliveries" ("Id", "GuildId", "Kind", "SubjectId", "Occurrence", "ChannelId", "DueAt", "State", "Nonce", "NextTryAt", "Tries", "FirstTriedAt", "LeaseUntil", "MessageId", "SentAt", "Failure", "FailureCode")
                SELECT "Id", "GuildId", "Kind", "SubjectId", "Occurrence", COALESCE("ChannelId", 0), "DueAt", "State", "Nonce", "NextTryAt", "Tries", "FirstTriedAt", "LeaseUntil", "MessageId", "SentAt", "Failure", "FailureCode"
                FROM "DeliveriesAfter"
                """);

            migrationBuilder.DropTable(
                name: "DeliveriesAfter");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_GuildId_Kind",
                table: "Deliveries",
                columns: new[] { "GuildId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Kind_SubjectId_Occurrence",
                table: "Deliveries",
                columns: new[] { "Kind", "SubjectId", "Occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Nonce",
                table: "Deliveries",
                column: "Nonce",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_State_NextTryAt",
                table: "Deliveries",
                columns: new[] { "State", "NextTryAt" });
        }
    }
}
