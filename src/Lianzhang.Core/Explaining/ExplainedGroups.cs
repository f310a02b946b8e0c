using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>The groups that were counted, with what their condition asks of each.</summary>
/// <param name="Attribute">The attribute by which units are grouped.</param>
/// <param name="Asked">What the condition asks, in its order.</param>
/// <param name="Groups">The groups by their codes.</param>
public sealed record ExplainedGroups(string Attribute, IReadOnlyList<AskedOfGroup> Asked, IReadOnlyList<ExplainedGroup> Groups);

/// <summary>An aggregate within the condition of groups, with the unit of its amounts.</summary>
public sealed record AskedOfGroup(Formula Formula, Unit Unit);

/// <summary>One group.</summary>
/// <param name="Code">Code of the attribute's value.</param>
/// <param name="Holds">Whether it fulfils the condition; null where that cannot be told.</param>
/// <param name="Units">How many units are in it.</param>
/// <param name="Amounts">What each aggregate comes to in it, in its unit; null where something is missing.</param>
public sealed record ExplainedGroup(string Code, bool? Holds, int Units, IReadOnlyList<decimal?> Amounts);
