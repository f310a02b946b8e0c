namespace Lianzhang.Core.Facts;

/// <summary>By which memberships past periods count.</summary>
public enum MembershipView
{
    /// <summary>Each period by the regions, industries and titles of its own last day.</summary>
    AsItWas,

    /// <summary>Every period by those of the board's date.</summary>
    AsItIs,
}
