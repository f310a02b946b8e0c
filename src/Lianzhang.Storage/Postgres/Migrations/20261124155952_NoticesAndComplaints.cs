using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhang.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class NoticesAndComplaints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Uploader",
                table: "facts_draft",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "complaints_complaint",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: true),
                    Contact = table.Column<string>(type: "text", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: true),
                    AnsweredBy = table.Column<string>(type: "text", nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaints_complaint", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_delivery",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Notice = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "text", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    Failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_delivery", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_notice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    TitleEn = table.Column<string>(type: "text", nullable: false),
                    Href = table.Column<string>(type: "text", nullable: false),
                    ReadAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_notice", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_complaints_complaint_Account",
                table: "complaints_complaint",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_complaints_complaint_AnsweredAt",
                table: "complaints_complaint",
                column: "AnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_complaints_complaint_Code",
                table: "complaints_complaint",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_delivery_DueAt",
                table: "shared_delivery",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_shared_notice_Account_ReadAt",
                table: "shared_notice",
                columns: new[] { "Account", "ReadAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "complaints_complaint");

            migrationBuilder.DropTable(
                name: "shared_delivery");

            migrationBuilder.DropTable(
                name: "shared_notice");

            migrationBuilder.DropColumn(
                name: "Uploader",
                table: "facts_draft");
        }
    }
}
