using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Ideas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IdeaFollowers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    IdeaId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaFollowers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdeaInterests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    IdeaId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Seat = table.Column<int>(type: "INTEGER", nullable: true),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    CameFrom = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaInterests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdeaMoves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    IdeaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OtherId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaMoves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdeaNeeds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    IdeaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Minimum = table.Column<int>(type: "INTEGER", nullable: false),
                    Slots = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaNeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdeaNudges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WantsNone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaNudges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdeaSettings",
                columns: table => new
                {
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false),
                    AuthorsMayVote = table.Column<bool>(type: "INTEGER", nullable: false),
                    MostOpenVotes = table.Column<int>(type: "INTEGER", nullable: true),
                    MostPlaces = table.Column<int>(type: "INTEGER", nullable: true),
                    AuthorsFormTeams = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuietWeeks = table.Column<int>(type: "INTEGER", nullable: false),
                    CohortStartDay = table.Column<int>(type: "INTEGER", nullable: true),
                    MentorChannelId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaSettings", x => x.GuildId);
                });

            migrationBuilder.CreateTable(
                name: "IdeaVotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    IdeaId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stance = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaVotes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdeaWordings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    IdeaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ForWhom = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Solution = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaWordings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Ideas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    PressId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ForWhom = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Solution = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    Tags = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, defaultValueSql: "'[]'"),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WasPublished = table.Column<bool>(type: "INTEGER", nullable: false),
                    MergedIntoId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EditedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TouchedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    PostedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ThreadId = table.Column<long>(type: "INTEGER", nullable: true),
                    CardChannelId = table.Column<long>(type: "INTEGER", nullable: true),
                    CardMessageId = table.Column<long>(type: "INTEGER", nullable: true),
                    Team = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Repository = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    HasAnswer = table.Column<bool>(type: "INTEGER", nullable: false),
                    MentorAnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CanBeginToldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LookAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WarnedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Votes = table.Column<int>(type: "INTEGER", nullable: false),
                    NotYet = table.Column<int>(type: "INTEGER", nullable: false),
                    HeatLevel = table.Column<double>(type: "REAL", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawnRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ideas", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdeaFollowers_GuildId",
                table: "IdeaFollowers",
                column: "GuildId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaFollowers_IdeaId_PersonId",
                table: "IdeaFollowers",
                columns: new[] { "IdeaId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaInterests_GuildId_PersonId",
                table: "IdeaInterests",
                columns: new[] { "GuildId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdeaInterests_IdeaId_PersonId",
                table: "IdeaInterests",
                columns: new[] { "IdeaId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaInterests_IdeaId_Role_Seat",
                table: "IdeaInterests",
                columns: new[] { "IdeaId", "Role", "Seat" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaMoves_GuildId",
                table: "IdeaMoves",
                column: "GuildId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaMoves_IdeaId_Number",
                table: "IdeaMoves",
                columns: new[] { "IdeaId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaNeeds_GuildId",
                table: "IdeaNeeds",
                column: "GuildId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaNeeds_IdeaId_Role",
                table: "IdeaNeeds",
                columns: new[] { "IdeaId", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaNudges_GuildId_PersonId",
                table: "IdeaNudges",
                columns: new[] { "GuildId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaVotes_GuildId_PersonId",
                table: "IdeaVotes",
                columns: new[] { "GuildId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdeaVotes_IdeaId_PersonId",
                table: "IdeaVotes",
                columns: new[] { "IdeaId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaWordings_GuildId_IdeaId",
                table: "IdeaWordings",
                columns: new[] { "GuildId", "IdeaId" });

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_DrawAt",
                table: "Ideas",
                column: "DrawAt");

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_GuildId_Number",
                table: "Ideas",
                columns: new[] { "GuildId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_GuildId_PressId",
                table: "Ideas",
                columns: new[] { "GuildId", "PressId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_GuildId_Status",
                table: "Ideas",
                columns: new[] { "GuildId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_GuildId_ThreadId",
                table: "Ideas",
                columns: new[] { "GuildId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_LookAt",
                table: "Ideas",
                column: "LookAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdeaFollowers");

            migrationBuilder.DropTable(
                name: "IdeaInterests");

            migrationBuilder.DropTable(
                name: "IdeaMoves");

            migrationBuilder.DropTable(
                name: "IdeaNeeds");

            migrationBuilder.DropTable(
                name: "IdeaNudges");

            migrationBuilder.DropTable(
                name: "IdeaSettings");

            migrationBuilder.DropTable(
                name: "IdeaVotes");

            migrationBuilder.DropTable(
                name: "IdeaWordings");

            migrationBuilder.DropTable(
                name: "Ideas");
        }
    }
}
