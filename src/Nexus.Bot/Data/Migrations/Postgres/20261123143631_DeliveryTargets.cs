using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeliveryTargets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_State_NextTryAt",
                table: "Deliveries");

            migrationBuilder.AddColumn<int>(
                name: "FellBack",
                table: "Deliveries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LaneId",
                table: "Deliveries",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "PersonId",
                table: "Deliveries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PostedIn",
                table: "Deliveries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "UnsureSince",
                table: "Deliveries",
                type: "bigint",
                nullable: true);

            // 2 is Sent.
            migrationBuilder.Sql(
                """
                UPDATE "Deliveries"
                SET "LaneId" = "ChannelId", "UnsureSince" = "FirstTriedAt", "PostedIn" = CASE WHEN "State" = 2 THEN "ChannelId" END
                """);

            migrationBuilder.AlterColumn<long>(
                name: "ChannelId",
                table: "Deliveries",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

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
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_LaneId_State_DueAt",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_State_NextTryAt_LaneId",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "FellBack",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "LaneId",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "PostedIn",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "UnsureSince",
                table: "Deliveries");

            migrationBuilder.AlterColumn<long>(
                name: "ChannelId",
                table: "Deliveries",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_State_NextTryAt",
                table: "Deliveries",
                columns: new[] { "State", "NextTryAt" });
        }
    }
}
