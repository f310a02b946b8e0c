using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Measures;

/// <summary>That the owner of a measure was reminded of a month that was not reported: once, whichever process gets to it first.</summary>
internal sealed class MeasureReminder
{
    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    public required string Measure { get; init; }

    /// <summary>The month as one number, as periods are kept.</summary>
    public required int Month { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class MeasureReminderTable : IEntityTypeConfiguration<MeasureReminder>
{
    public void Configure(EntityTypeBuilder<MeasureReminder> builder)
    {
        builder.ToTable("measures_reminder");
        builder.HasKey(reminder => new { reminder.Programme, reminder.Measure, reminder.Month });
    }
}
