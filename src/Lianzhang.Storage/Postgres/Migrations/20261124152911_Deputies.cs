using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhang.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Deputies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OnBehalfOf",
                table: "shared_audit",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "MembershipId",
                table: "identity_deputy",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_deputy_MembershipId",
                table: "identity_deputy",
                column: "MembershipId");

            migrationBuilder.AddForeignKey(
                name: "FK_identity_deputy_identity_membership_MembershipId",
                table: "identity_deputy",
                column: "MembershipId",
                principalTable: "identity_membership",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_identity_deputy_identity_membership_MembershipId",
                table: "identity_deputy");

            migrationBuilder.DropIndex(
                name: "IX_identity_deputy_MembershipId",
                table: "identity_deputy");

            migrationBuilder.DropColumn(
                name: "OnBehalfOf",
                table: "shared_audit");

            migrationBuilder.DropColumn(
                name: "MembershipId",
                table: "identity_deputy");
        }
    }
}
