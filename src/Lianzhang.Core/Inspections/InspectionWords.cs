using Lianzhang.Core.Values;

namespace Lianzhang.Core.Inspections;

/// <summary>Where an inspection stands.</summary>
public enum InspectionState
{
    /// <summary>To be done; the checklist may be written into.</summary>
    Planned,
    Finished,
    Cancelled,
}

/// <summary>How serious a finding is.</summary>
public enum FindingLevel
{
    Minor,
    Serious,
    Grave,
}

/// <summary>The words for inspections.</summary>
public static class InspectionWords
{
    public static Text Of(InspectionState state) => state switch
    {
        InspectionState.Planned => ("待检查", "to be done"),
        InspectionState.Finished => ("已完成", "finished"),
        InspectionState.Cancelled => ("已取消", "cancelled"),
    };

    public static Text Of(FindingLevel level) => level switch
    {
        FindingLevel.Minor => ("一般", "minor"),
        FindingLevel.Serious => ("较重", "serious"),
        FindingLevel.Grave => ("严重", "grave"),
    };
}
