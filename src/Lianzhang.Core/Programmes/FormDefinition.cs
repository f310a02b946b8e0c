using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>Who a form is for.</summary>
public enum FormUnits
{
    Enterprise,
    Park,
    County,
}

/// <summary>How often a form is filled in.</summary>
public enum FormFrequency
{
    Month,
    Quarter,
    Year,
}

/// <summary>Who looks at a report before it counts, one after the other.</summary>
public enum ReviewLevel
{
    County,
    City,
}

/// <summary>A form: who fills it in how often, by when, and what it asks.</summary>
public sealed record FormDefinition(
    [property: Description("Code of the form.")] string Code,
    [property: Description("Its number as it is printed on the form.")] string Number,
    Text Name,
    [property: Description("The version, raised with every change of what is asked.")] string Version,
    [property: Description("Who fills it in: enterprise, park or county.")] FormUnits Of,
    [property: Description("How often: month, quarter or year.")] FormFrequency Frequency,
    [property: Description("Code of the body that asks.")] string Owner,
    [property: Description("By which document it is asked.")] string Basis,
    [property: Description("Working days after the end of the period by which it is due.")] int DueDays,
    [property: Description("Working days after the end of the period after which it is locked.")] int LockDays,
    [property: Description("Minutes that it takes to fill in, as tried out.")] int Minutes,
    [property: Description("What it asks, part by part.")] IReadOnlyList<FormSection> Sections,
    [property: Description("What a unit must be to be asked, as rules over its attributes.")] IReadOnlyList<UnitRule>? Who = null,
    [property: Description("What is checked before it is sent.")] IReadOnlyList<FormCheck>? Checks = null,
    [property: Description("Who reviews it, one after the other: county, city.")] IReadOnlyList<ReviewLevel>? Review = null,
    [property: Description("Whether a signed and sealed page is attached.")] bool Seal = false,
    [property: Description("Whether one may answer that there is nothing to report.")] bool Nothing = false,
    [property: Description("Notes below the form.")] IReadOnlyList<string>? Notes = null)
{
    /// <summary>The levels of review; the county where the file says nothing.</summary>
    public IReadOnlyList<ReviewLevel> Levels => Review ?? [ReviewLevel.County];

    public PeriodKind PeriodKind => Frequency switch
    {
        FormFrequency.Month => PeriodKind.Month,
        FormFrequency.Quarter => PeriodKind.Quarter,
        FormFrequency.Year => PeriodKind.Year,
    };

    /// <summary>The last day on which it is on time.</summary>
    public DateOnly DueDay(Period period, WorkingCalendar calendar) => calendar.AddWorkingDays(period.End, DueDays);

    /// <summary>The last day on which it can be sent at all without an exception.</summary>
    public DateOnly LockDay(Period period, WorkingCalendar calendar) => calendar.AddWorkingDays(period.End, LockDays);
}

/// <summary>The file forms.yaml, which a programme may leave out.</summary>
public sealed record FormsFile([property: Description("The forms.")] IReadOnlyList<FormDefinition> Forms);
