using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Complaints;

/// <summary>What a complaint is about.</summary>
public enum ComplaintKind
{
    /// <summary>Too many forms, the same asked twice, unreasonable demands.</summary>
    Burden,

    /// <summary>A figure that is wrong, or was made so.</summary>
    Data,

    /// <summary>The product does not work as it should.</summary>
    Fault,

    /// <summary>How somebody was treated.</summary>
    Conduct,
    Suggestion,
}

/// <summary>The words for what a complaint is about.</summary>
public static class ComplaintKindWords
{
    public static Text Of(ComplaintKind kind) => kind switch
    {
        ComplaintKind.Burden => ("填报负担", "burden of reporting"),
        ComplaintKind.Data => ("数据不实", "wrong data"),
        ComplaintKind.Fault => ("系统故障", "fault of the system"),
        ComplaintKind.Conduct => ("工作作风", "conduct"),
        ComplaintKind.Suggestion => ("意见建议", "suggestion"),
    };
}

/// <summary>A complaint or suggestion, and what was answered.</summary>
internal sealed class Complaint
{
    public required Guid Id { get; init; }

    /// <summary>By which its writer, signed in or not, comes back to it. Whoever knows it can read it.</summary>
    [Secret]
    public required string Code { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The last day on which it is to be answered.</summary>
    public required DateOnly Due { get; init; }

    public required ComplaintKind Kind { get; init; }

    [Secret]
    public required string Content { get; init; }

    /// <summary>Who wrote it, when signed in.</summary>
    public required Guid? Account { get; init; }

    /// <summary>How the writer wants to be reached.</summary>
    [Secret]
    public required string? Contact { get; init; }

    public string? Answer { get; set; }

    public string? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}

internal sealed class ComplaintTable : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaints_complaint");
        builder.Property(complaint => complaint.Id).ValueGeneratedNever();
        builder.HasIndex(complaint => complaint.Code).IsUnique();
        builder.HasIndex(complaint => complaint.Account);
        builder.HasIndex(complaint => complaint.AnsweredAt);
    }
}
