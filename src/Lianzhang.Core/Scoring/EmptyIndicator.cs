namespace Lianzhang.Core.Scoring;

/// <summary>What is done where no unit has a value of an indicator.</summary>
public enum EmptyIndicator
{
    /// <summary>Nothing is scored until there is one.</summary>
    Refuse,

    /// <summary>The rest is scored as if the indicator were not there, which the result says.</summary>
    LeaveOut,
}
