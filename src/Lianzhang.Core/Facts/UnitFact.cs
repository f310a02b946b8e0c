using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>
/// What one unit was asked for an item and a period. A unit without a fact was not asked; one that was asked and did not
/// answer has a fact whose reading is missing, with the reason.
/// </summary>
public sealed record UnitFact(string Item, string Unit, Period Period, Reading Reading);
