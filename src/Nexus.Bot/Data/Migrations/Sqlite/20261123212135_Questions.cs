using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nexus.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Questions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Held words on their way to the forum, for days at most; who could not post them was shown them to copy.
            migrationBuilder.DropTable(
                name: "QuestionPosts");

            migrationBuilder.CreateTable(
                name: "AnswererProfiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Tracks = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<int>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOnDuty = table.Column<bool>(type: "INTEGER", nullable: false),
                    AwayUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswererProfiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AskedAnswerers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Opening = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    InsteadOfId = table.Column<long>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedAnswerers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SaidAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AcceptedBy = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionFollowers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionFollowers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionSettings",
                columns: table => new
                {
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    PingsAtOnce = table.Column<bool>(type: "INTEGER", nullable: false),
                    SpecialistsAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    MentorsAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    LeadAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    LeadRoleId = table.Column<long>(type: "INTEGER", nullable: true),
                    WorkFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkUntil = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimLapsesAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    QuietDays = table.Column<int>(type: "INTEGER", nullable: false),
                    NoticesReplies = table.Column<bool>(type: "INTEGER", nullable: false),
                    BoardChannelId = table.Column<long>(type: "INTEGER", nullable: true),
                    BoardMessageId = table.Column<long>(type: "INTEGER", nullable: true),
                    SendsDigest = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionSettings", x => x.GuildId);
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    AskerId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsAnonymous = table.Column<bool>(type: "INTEGER", nullable: false),
                    PressId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2400, nullable: false),
                    Tried = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    Topics = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, defaultValueSql: "'[]'"),
                    Track = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    OriginMessageId = table.Column<long>(type: "INTEGER", nullable: true),
                    OriginChannelId = table.Column<long>(type: "INTEGER", nullable: true),
                    TrackedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EditedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    PostedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ThreadId = table.Column<long>(type: "INTEGER", nullable: true),
                    CardChannelId = table.Column<long>(type: "INTEGER", nullable: true),
                    CardMessageId = table.Column<long>(type: "INTEGER", nullable: true),
                    DeflectedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeflectedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<long>(type: "INTEGER", nullable: true),
                    ClaimedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Opening = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FirstAnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ActiveAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DuplicateOfId = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedBecause = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NextStep = table.Column<int>(type: "INTEGER", nullable: false),
                    ClimbAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LapseAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HolderAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SilenceAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SilenceAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawnRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AnswererProfiles_GuildId_PersonId",
                table: "AnswererProfiles",
                columns: new[] { "GuildId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AskedAnswerers_GuildId_PersonId_AskedAt",
                table: "AskedAnswerers",
                columns: new[] { "GuildId", "PersonId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AskedAnswerers_InsteadOfId",
                table: "AskedAnswerers",
                column: "InsteadOfId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AskedAnswerers_QuestionId_Opening_PersonId",
                table: "AskedAnswerers",
                columns: new[] { "QuestionId", "Opening", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_GuildId_At",
                table: "LogEntries",
                columns: new[] { "GuildId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionAnswers_GuildId_MessageId",
                table: "QuestionAnswers",
                columns: new[] { "GuildId", "MessageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuestionAnswers_QuestionId_AcceptedAt",
                table: "QuestionAnswers",
                columns: new[] { "QuestionId", "AcceptedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionFollowers_GuildId_PersonId",
                table: "QuestionFollowers",
                columns: new[] { "GuildId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionFollowers_QuestionId_PersonId",
                table: "QuestionFollowers",
                columns: new[] { "QuestionId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_ClimbAt",
                table: "Questions",
                column: "ClimbAt");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_DrawAt",
                table: "Questions",
                column: "DrawAt");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_GuildId_Number",
                table: "Questions",
                columns: new[] { "GuildId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_GuildId_OriginMessageId",
                table: "Questions",
                columns: new[] { "GuildId", "OriginMessageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_GuildId_PressId",
                table: "Questions",
                columns: new[] { "GuildId", "PressId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_GuildId_State_PostedAt",
                table: "Questions",
                columns: new[] { "GuildId", "State", "PostedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_GuildId_ThreadId",
                table: "Questions",
                columns: new[] { "GuildId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_LapseAt",
                table: "Questions",
                column: "LapseAt");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_SilenceAt",
                table: "Questions",
                column: "SilenceAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnswererProfiles");

            migrationBuilder.DropTable(
                name: "AskedAnswerers");

            migrationBuilder.DropTable(
                name: "LogEntries");

            migrationBuilder.DropTable(
                name: "QuestionAnswers");

            migrationBuilder.DropTable(
                name: "QuestionFollowers");

            migrationBuilder.DropTable(
                name: "QuestionSettings");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.CreateTable(
                name: "QuestionPosts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GuildId = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    PressId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1300, nullable: false),
                    ThreadId = table.Column<long>(type: "INTEGER", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Tried = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionPosts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionPosts_GuildId_PressId",
                table: "QuestionPosts",
                columns: new[] { "GuildId", "PressId" },
                unique: true);
        }
    }
}
