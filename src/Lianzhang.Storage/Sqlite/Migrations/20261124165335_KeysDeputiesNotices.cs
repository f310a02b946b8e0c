using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhang.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeysDeputiesNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "shared_audit",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OnBehalfOf",
                table: "shared_audit",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // Made anew instead of altered, which this store can do within the migration's transaction: nothing could write to it before.
            migrationBuilder.DropTable(
                name: "identity_deputy");

            migrationBuilder.CreateTable(
                name: "identity_deputy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AbsentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeputyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MembershipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_deputy", x => x.Id);
                    table.ForeignKey(
                        name: "FK_identity_deputy_identity_account_AbsentId",
                        column: x => x.AbsentId,
                        principalTable: "identity_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_identity_deputy_identity_account_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "identity_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_identity_deputy_identity_membership_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "identity_membership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddColumn<Guid>(
                name: "Uploader",
                table: "facts_draft",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "complaints_complaint",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: true),
                    Contact = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaints_complaint", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_key",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MembershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Permissions = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_key", x => x.Id);
                    table.ForeignKey(
                        name: "FK_identity_key_identity_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "identity_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_identity_key_identity_membership_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "identity_membership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_delivery",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Notice = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_delivery", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_notice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", nullable: false),
                    Href = table.Column<string>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_notice", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_identity_deputy_AbsentId",
                table: "identity_deputy",
                column: "AbsentId");

            migrationBuilder.CreateIndex(
                name: "IX_identity_deputy_DeputyId",
                table: "identity_deputy",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_identity_deputy_MembershipId",
                table: "identity_deputy",
                column: "MembershipId");

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
                name: "IX_identity_key_AccountId",
                table: "identity_key",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_identity_key_Hash",
                table: "identity_key",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_key_MembershipId",
                table: "identity_key",
                column: "MembershipId");

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
            migrationBuilder.DropForeignKey(
                name: "FK_identity_deputy_identity_membership_MembershipId",
                table: "identity_deputy");

            migrationBuilder.DropTable(
                name: "complaints_complaint");

            migrationBuilder.DropTable(
                name: "identity_key");

            migrationBuilder.DropTable(
                name: "shared_delivery");

            migrationBuilder.DropTable(
                name: "shared_notice");

            migrationBuilder.DropIndex(
                name: "IX_identity_deputy_MembershipId",
                table: "identity_deputy");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "shared_audit");

            migrationBuilder.DropColumn(
                name: "OnBehalfOf",
                table: "shared_audit");

            migrationBuilder.DropColumn(
                name: "MembershipId",
                table: "identity_deputy");

            migrationBuilder.DropColumn(
                name: "Uploader",
                table: "facts_draft");
        }
    }
}
